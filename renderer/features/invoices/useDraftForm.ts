import { ref, type Ref } from 'vue';
import { CallError, type FieldProblem, type StaleDetails } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { useForm, type Form } from '../../components/useForm.ts';
import { useDialogPlace } from './kept-dialogs.ts';

/** Which draft a change is for, and against which state of it. */
export interface DraftTarget {
  id: number;
  expectedRevision: number;
}

/** A form that changes a draft and notices when somebody else saved in between. */
export interface DraftForm<T extends object> extends Form<T> {
  /** Who saved since the dialog was opened; null when nobody did. */
  stale: Readonly<Ref<StaleDetails | null>>;
  save: (call: (values: T, target: DraftTarget) => Promise<InvoiceDetail>) => Promise<void>;
}

/**
 * The form of one dialog on a draft. The revision is the one that the dialog was opened with, also when its input was
 * restored: what others save meanwhile reaches the view at once, but must not be overwritten by what was typed against the
 * older state.
 */
export function useDraftForm<T extends object>(
  initial: T,
  invoice: InvoiceDetail,
  onSaved: (invoice: InvoiceDetail) => void,
): DraftForm<T> {
  const form = useForm(initial, { place: useDialogPlace(), revision: invoice.revision });
  const stale = ref<StaleDetails | null>(null);

  async function save(call: (values: T, target: DraftTarget) => Promise<InvoiceDetail>): Promise<void> {
    stale.value = null;
    const target: DraftTarget = { id: invoice.id, expectedRevision: form.revision.value ?? invoice.revision };
    await form.submit(async (values) => {
      try {
        onSaved(await call(values, target));
      } catch (error) {
        throw atWholeTexts(error);
      }
    }, isStale);
  }

  function isStale(error: unknown): boolean {
    if (!(error instanceof CallError) || error.code !== 'stale') return false;
    stale.value = error.details as StaleDetails;
    return true;
  }

  return { ...form, stale, save };
}

/** Problems inside of a rich text belong to its field: its blocks have no control of their own. */
function atWholeTexts(error: unknown): unknown {
  if (!(error instanceof CallError) || error.code !== 'invalid-input') return error;
  const problems = (error.details as FieldProblem[]).map((problem) => ({
    ...problem,
    field: problem.field.replace(/\b(description|content)\..*$/, '$1'),
  }));
  return new CallError(error.code, error.message, problems, { cause: error });
}

/** What is empty in the form is left out of the call, so that the contract refuses it at its field. */
export function orMissing<T>(value: T | null): T {
  return (value ?? undefined) as T;
}
