import { ref, type Ref } from 'vue';
import { CallError, type StaleDetails } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { atWholeTexts } from '../../components/rich-text/problems.ts';
import { useForm, type Form } from '../../components/useForm.ts';

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
 * The form of one dialog on a draft. The revision is the one that the dialog was opened with: what others save meanwhile
 * reaches the view at once, but must not be overwritten by what was typed against the older state.
 */
export function useDraftForm<T extends object>(
  initial: T,
  invoice: InvoiceDetail,
  onSaved: (invoice: InvoiceDetail) => void,
): DraftForm<T> {
  const target: DraftTarget = { id: invoice.id, expectedRevision: invoice.revision };
  const form = useForm(initial);
  const stale = ref<StaleDetails | null>(null);

  async function save(call: (values: T, target: DraftTarget) => Promise<InvoiceDetail>): Promise<void> {
    stale.value = null;
    await form.submit(async (values) => {
      try {
        onSaved(await call(values, target));
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== 'stale') throw atWholeTexts(error);
        stale.value = error.details as StaleDetails;
      }
    });
  }

  return { ...form, stale, save };
}

/** What is empty in the form is left out of the call, so that the contract refuses it at its field. */
export function orMissing<T>(value: T | null): T {
  return (value ?? undefined) as T;
}
