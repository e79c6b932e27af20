import { computed, ref, toRaw, watch, type Ref } from 'vue';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import { problemSentence } from '#shared/text/index.ts';
import { currentLanguage, useFailureStore } from '../stores/failure.ts';
import { keepInput, restoredValues, type FormInput, type KeptPlace } from './kept-input.ts';

/** The state of one dialog: its values, whether they were touched, and what the host said of each field. */
export interface Form<T extends object> extends Pick<
  FormInput,
  'restoredAt' | 'revision' | 'requestId' | 'discard' | 'forget'
> {
  values: Ref<T>;
  /** What the form had opened with when the values were typed. */
  base: () => T;
  /** Differs from what the dialog opened with. */
  isDirty: Readonly<Ref<boolean>>;
  isSaving: Readonly<Ref<boolean>>;
  /** The sentences for one field, for `:error-messages`; paths as in the contract. */
  errorsOf: (field: string) => string[];
  /** Back to what the dialog opened with ("Zurücksetzen"). */
  reset: () => void;
  /** Goes on from these values, as if the form had opened with them: what is stored now, with its revision. */
  restart: (values: T, revision?: number) => void;
  /**
   * Runs the call; true when it went through. Problems of fields stay in the form, others go to the failure dialog, unless
   * `isSaid` says them elsewhere.
   */
  submit: (call: (values: T) => Promise<unknown>, isSaid?: (error: unknown) => boolean) => Promise<boolean>;
}

interface FormOptions {
  /** Where the input is kept until it is saved or given up; left out: nowhere. */
  place?: KeptPlace | null;
  /** Of the record that the form is opened on. */
  revision?: number;
}

/**
 * A form that starts with a copy of `initial`; nothing typed is lost when the host refuses it. With a place it is not lost
 * either when window or host end: the form goes on with what was typed, against the revision that it was typed on.
 */
export function useForm<T extends object>(
  initial: T,
  { place = null, revision = undefined }: FormOptions = {},
): Form<T> {
  const start = ref(JSON.stringify(initial));
  const fresh = (): T => JSON.parse(start.value) as T;
  const values = ref(fresh()) as Ref<T>;
  const isDirty = computed(() => JSON.stringify(values.value) !== start.value);
  const restored = restoredValues(place, fresh());
  if (restored) values.value = restored as T;
  const problems = ref<FieldProblem[]>([]);
  const isSaving = ref(false);
  const failure = useFailureStore();

  function reset(): void {
    input.rebase();
    values.value = fresh();
    problems.value = [];
  }

  const { write, renewRequestId, ...input } = keepInput({
    ...{ place, revision: revision ?? null, start: fresh, reset },
    values: () => toRaw(values.value),
    isDirty: () => isDirty.value,
  });
  watch(values, write, { deep: true });

  async function submit(
    call: (values: T) => Promise<unknown>,
    isSaid: (error: unknown) => boolean = () => false,
  ): Promise<boolean> {
    problems.value = [];
    isSaving.value = true;
    try {
      const startBefore = start.value;
      await call(toRaw(values.value));
      // A form that goes on from what is stored may hold more than was saved.
      if (start.value === startBefore) input.forget();
      else write();
      return true;
    } catch (error) {
      if (error instanceof CallError && error.code === 'request-mismatch') renewRequestId();
      if (error instanceof CallError && ['invalid-input', 'already-exists'].includes(error.code)) {
        problems.value = error.details as FieldProblem[];
      } else if (!isSaid(error)) failure.show(error);
      return false;
    } finally {
      isSaving.value = false;
    }
  }

  return {
    values,
    isDirty,
    ...input,
    base: () => input.base() as T,
    isSaving,
    errorsOf: (field) =>
      problems.value
        .filter((problem) => problem.field === field)
        .map((problem) => problemSentence(problem, currentLanguage())),
    reset,
    restart: (next, stored) => {
      start.value = JSON.stringify(next);
      reset();
      input.rebase(stored);
    },
    submit,
  };
}
