import { computed, ref, toRaw, type Ref } from 'vue';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import { problemSentence } from '#shared/text/index.ts';
import { currentLanguage, useFailureStore } from '../stores/failure.ts';

/** The state of one dialog: its values, whether they were touched, and what the host said of each field. */
export interface Form<T extends object> {
  values: Ref<T>;
  /** Differs from what the dialog opened with. */
  isDirty: Readonly<Ref<boolean>>;
  isSaving: Readonly<Ref<boolean>>;
  /** The sentences for one field, for `:error-messages`; paths as in the contract. */
  errorsOf: (field: string) => string[];
  /** Back to what the dialog opened with ("Zurücksetzen"). */
  reset: () => void;
  /** Goes on from these values, as if the form had opened with them: what is stored now. */
  restart: (values: T) => void;
  /** Runs the call; true when it went through. Problems of fields stay in the form, others go to the failure dialog. */
  submit: (call: (values: T) => Promise<unknown>) => Promise<boolean>;
}

/** A form that starts with a copy of `initial`; nothing typed is lost when the host refuses it. */
export function useForm<T extends object>(initial: T): Form<T> {
  const start = ref(JSON.stringify(initial));
  const fresh = (): T => JSON.parse(start.value) as T;
  const values = ref(fresh()) as Ref<T>;
  const problems = ref<FieldProblem[]>([]);
  const isSaving = ref(false);
  const failure = useFailureStore();

  function reset(): void {
    values.value = fresh();
    problems.value = [];
  }

  async function submit(call: (values: T) => Promise<unknown>): Promise<boolean> {
    problems.value = [];
    isSaving.value = true;
    try {
      await call(toRaw(values.value));
      return true;
    } catch (error) {
      if (error instanceof CallError && ['invalid-input', 'already-exists'].includes(error.code)) {
        problems.value = error.details as FieldProblem[];
      } else failure.show(error);
      return false;
    } finally {
      isSaving.value = false;
    }
  }

  return {
    values,
    isDirty: computed(() => JSON.stringify(values.value) !== start.value),
    isSaving,
    errorsOf: (field) =>
      problems.value
        .filter((problem) => problem.field === field)
        .map((problem) => problemSentence(problem, currentLanguage())),
    reset,
    restart: (next) => {
      start.value = JSON.stringify(next);
      reset();
    },
    submit,
  };
}
