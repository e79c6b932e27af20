import { shallowRef, type Ref } from 'vue';
import { CallError, type StaleDetails } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../api/index.ts';
import { differencesOf, mergeChanges, type Difference, type FieldViews } from '../../components/comparison.ts';
import { atWholeTexts } from '../../components/rich-text/problems.ts';
import { useForm, type Form } from '../../components/useForm.ts';
import { useDialogPlace } from './kept-dialogs.ts';

/** Which draft a change is for, and against which state of it. */
export interface DraftTarget {
  id: number;
  expectedRevision: number;
}

/** What a dialog edits, so that two states of it can be compared. */
export interface Comparison<T> {
  /** What the dialog would start with on this state of the draft; null when what it edits is gone. */
  startOf: (invoice: InvoiceDetail) => T | null;
  views: () => FieldViews<T>;
}

/** Somebody saved since the dialog was opened. */
export interface Conflict {
  details: StaleDetails;
  differences: Difference[];
  /** What the dialog edits was deleted. */
  isGone: boolean;
}

/** The state of the draft that a change is made on goes along: what a dialog does not show must come from there. */
type DraftCall<T> = (values: T, target: DraftTarget, invoice: InvoiceDetail) => Promise<InvoiceDetail>;

/** A form that changes a draft and notices when somebody else saved in between. */
export interface DraftForm<T extends object> extends Form<T> {
  /** Null as long as nobody else saved. */
  conflict: Readonly<Ref<Conflict | null>>;
  save: (call: DraftCall<T>) => Promise<void>;
  /** Saves again on top of what the others stored: their values stay where nothing was changed here. */
  keepMine: () => Promise<void>;
  /** Goes on from what the others stored. */
  takeTheirs: () => void;
  /** Back to the dialog as it is; saving it asks again. */
  goBack: () => void;
}

/**
 * The form of one dialog on a draft. The revision is the one that the dialog was opened with, also when its input was
 * restored: what others save meanwhile reaches the view at once, but must not be overwritten by what was typed against the
 * older state. Without a `comparison` the dialog adds something new, which overwrites nothing.
 */
export function useDraftForm<T extends object>(
  initial: T,
  invoice: InvoiceDetail,
  onSaved: (invoice: InvoiceDetail) => void,
  comparison: Comparison<T> | null = null,
): DraftForm<T> {
  const form = useForm(initial, { place: useDialogPlace(), revision: invoice.revision });
  const conflict = shallowRef<Conflict | null>(null);
  let base = copyOf(form.base());
  let current = invoice;
  let newer: { invoice: InvoiceDetail; start: T } | null = null;
  let lastCall: DraftCall<T> | null = null;

  async function save(call: DraftCall<T>): Promise<void> {
    lastCall = call;
    conflict.value = null;
    const target: DraftTarget = { id: current.id, expectedRevision: form.revision.value ?? current.revision };
    await form.submit(async (values) => {
      try {
        onSaved(await call(values, target, current));
      } catch (error) {
        if (isStale(error)) await compare(error.details as StaleDetails, copyOf(values));
        throw atWholeTexts(error);
      }
      // The comparison says it.
    }, isStale);
  }

  async function compare(details: StaleDetails, mine: T): Promise<void> {
    const stored = await api['invoices.get']({ id: current.id });
    const start = comparison === null ? copyOf(base) : comparison.startOf(stored);
    newer = start === null ? null : { invoice: stored, start };
    conflict.value = {
      details,
      isGone: start === null,
      differences:
        start === null || comparison === null ? [] : differencesOf({ base, mine, theirs: start }, comparison.views()),
    };
  }

  /** What is typed stays when the rest is brought up to date. */
  function continueOn({ invoice: stored, start }: { invoice: InvoiceDetail; start: T }, values: T): void {
    base = copyOf(start);
    current = stored;
    conflict.value = null;
    form.restart(start, stored.revision);
    form.values.value = values;
  }

  return {
    ...form,
    conflict,
    save,
    keepMine: async () => {
      if (newer === null || lastCall === null) return;
      continueOn(newer, mergeChanges({ base, mine: copyOf(form.values.value), theirs: newer.start }));
      await save(lastCall);
    },
    takeTheirs: () => {
      if (newer !== null) continueOn(newer, copyOf(newer.start));
    },
    goBack: () => {
      conflict.value = null;
    },
  };
}

function isStale(error: unknown): error is CallError {
  return error instanceof CallError && error.code === 'stale';
}

/** Forms hold what JSON can hold. */
function copyOf<T>(values: T): T {
  return JSON.parse(JSON.stringify(values)) as T;
}

/** What is empty in the form is left out of the call, so that the contract refuses it at its field. */
export function orMissing<T>(value: T | null): T {
  return (value ?? undefined) as T;
}
