import { ref, type Ref } from 'vue';
import type { EntryInput } from '#shared/contract/entries.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api, newRequestId } from '../../../api/index.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { toEntryInput, type Entry, type EntryAction, type OpenDialog } from '../types.ts';

export interface EntryActions {
  /** What was removed last and can be put back; null when there is nothing. */
  removed: Ref<{ entry: EntryInput; index: number } | null>;
  run: (action: EntryAction, entry: Entry) => Promise<void>;
  remove: (entry: Entry) => Promise<void>;
  putBack: () => Promise<void>;
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

  const target = () => ({ id: invoice().id, expectedRevision: invoice().revision });
  const indexOf = (entry: Entry): number => invoice().entries.findIndex(({ id }) => id === entry.id);

  async function change(call: () => Promise<InvoiceDetail>): Promise<boolean> {
    try {
      take(await call());
      return true;
    } catch (error) {
      failure.show(error);
      return false;
    }
  }

  async function remove(entry: Entry): Promise<void> {
    const index = indexOf(entry);
    const wasRemoved = await change(() => api['entries.remove']({ ...target(), entryId: entry.id }));
    if (wasRemoved) removed.value = { entry: toEntryInput(entry), index };
  }

  async function putBack(): Promise<void> {
    const last = removed.value;
    removed.value = null;
    if (last) await change(() => api['entries.add']({ ...target(), requestId: newRequestId(), ...last }));
  }

  async function move(entry: Entry, step: -1 | 1): Promise<void> {
    const index = indexOf(entry) + step;
    await change(() => api['entries.move']({ ...target(), entryId: entry.id, index }));
  }

  async function run(action: EntryAction, entry: Entry): Promise<void> {
    const area = entry.kind === 'text' ? entry.area : 'body';
    switch (action) {
      case 'edit':
        return open(entry.kind === 'line' ? { kind: 'line', entry } : { kind: 'text', entry, area });
      case 'discount':
        return entry.kind === 'line' ? open({ kind: 'line-discount', entry }) : undefined;
      case 'text-above':
        return open({ kind: 'text', entry: null, area, index: indexOf(entry) });
      case 'text-below':
        return open({ kind: 'text', entry: null, area, index: indexOf(entry) + 1 });
      case 'move-up':
        return move(entry, -1);
      case 'move-down':
        return move(entry, 1);
      case 'remove':
        return entry.kind === 'text' ? open({ kind: 'delete-text', entry }) : remove(entry);
    }
  }

  return { removed, run, remove, putBack };
}
