import { ref, type Ref } from 'vue';
import type { EntryInput } from '#shared/contract/entries.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api, newRequestId } from '../../../api/index.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { areaOf, toEntryInput, type Entry, type EntryAction, type OpenDialog } from '../types.ts';
import { findText } from './textForm.ts';
import type { DraftTarget } from '../useDraftForm.ts';

export interface EntryActions {
  /** What was removed last and can be put back; null when there is nothing. */
  removed: Ref<{ entry: EntryInput; index: number } | null>;
  run: (action: EntryAction, entry: Entry) => Promise<void>;
  remove: (entry: Entry) => Promise<void>;
  putBack: () => Promise<void>;
  /** Moves to a place among all entries, as dragging does; refused, everything stays where it is. */
  moveTo: (entry: Entry, index: number) => Promise<void>;
}

/** The actions of a position's or text's menu: some open a dialog, the others happen at once. */
export function useEntryActions(options: {
  invoice: () => InvoiceDetail;
  take: (invoice: InvoiceDetail) => void;
  open: (dialog: OpenDialog) => void;
}): EntryActions {
  const { invoice, take, open } = options;
  const failure = useFailureStore();
  const removed = ref<{ entry: EntryInput; index: number } | null>(null);

  /** One after another: each is made on what the one before has answered, also when a key is held down. */
  let queue: Promise<unknown> = Promise.resolve();

  const indexOf = (entry: Entry): number => invoice().entries.findIndex(({ id }) => id === entry.id);

  function change(call: (target: DraftTarget) => Promise<InvoiceDetail>): Promise<boolean> {
    const result = queue.then(async () => {
      try {
        take(await call({ id: invoice().id, expectedRevision: invoice().revision }));
        return true;
      } catch (error) {
        failure.show(error);
        return false;
      }
    });
    queue = result.catch(() => undefined);
    return result;
  }

  async function remove(entry: Entry): Promise<void> {
    const index = indexOf(entry);
    const wasRemoved = await change((target) => api['entries.remove']({ ...target, entryId: entry.id }));
    if (wasRemoved) removed.value = { entry: toEntryInput(entry), index };
  }

  async function putBack(): Promise<void> {
    const last = removed.value;
    removed.value = null;
    if (!last) return;
    const isBack = await change((target) => api['entries.add']({ ...target, requestId: newRequestId(), ...last }));
    if (!isBack) removed.value = last;
  }

  /** To a place that is worked out when its turn comes, because moves before it may change it. */
  async function move(entry: Entry, placeOf: () => number): Promise<void> {
    await change((target) => {
      const index = placeOf();
      return index === indexOf(entry)
        ? Promise.resolve(invoice())
        : api['entries.move']({ ...target, entryId: entry.id, index });
    });
  }

  const step = (entry: Entry, by: -1 | 1): Promise<void> =>
    move(entry, () => {
      const index = indexOf(entry);
      const isInArea = areaOf(invoice().entries[index + by]) === areaOf(entry);
      return isInArea ? index + by : index;
    });

  /** "Trennstrich … hinzufügen / entfernen" (A6.10, A6.11). */
  async function toggleRule({ id }: Entry, side: 'ruleAbove' | 'ruleBelow'): Promise<void> {
    await change((target) => {
      const text = findText(invoice(), id);
      if (!text) return Promise.resolve(invoice());
      const entry = { ...toEntryInput(text), [side]: !text[side] };
      return api['entries.update']({ ...target, entryId: id, entry });
    });
  }

  async function run(action: EntryAction, entry: Entry): Promise<void> {
    const area = areaOf(entry) ?? 'body';
    switch (action) {
      case 'edit':
        return open(entry.kind === 'line' ? { kind: 'line', entry } : { kind: 'text', entry, area });
      case 'copy':
        return entry.kind === 'line' ? open({ kind: 'line', entry: null, copyOf: entry }) : undefined;
      case 'discount':
        return entry.kind === 'line' ? open({ kind: 'line-discount', entry }) : undefined;
      case 'text-above':
        return open({ kind: 'text', entry: null, area, index: indexOf(entry) });
      case 'text-below':
        return open({ kind: 'text', entry: null, area, index: indexOf(entry) + 1 });
      case 'move-up':
        return step(entry, -1);
      case 'move-down':
        return step(entry, 1);
      case 'rule-above':
        return toggleRule(entry, 'ruleAbove');
      case 'rule-below':
        return toggleRule(entry, 'ruleBelow');
      case 'remove':
        return open({ kind: 'delete-entry', entry });
    }
  }

  return { removed, run, remove, putBack, moveTo: (entry, index) => move(entry, () => index) };
}
