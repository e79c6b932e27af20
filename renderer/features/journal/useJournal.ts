import { computed, shallowRef, watch, type Ref } from 'vue';
import type { JournalEntry, JournalName } from '#shared/contract/journal.ts';
import { api } from '../../api/index.ts';
import { useFailureStore } from '../../stores/failure.ts';

/** Most entries that one call gives. */
const MOST = 500;

/** Which entries are shown; what is left out does not limit. */
export interface JournalQuestion {
  record?: string;
  recordId?: number;
  since?: string | null;
  until?: string | null;
  who?: string;
  search?: string;
  /** Only entries before this one. */
  before?: number | null;
}

/** What records are called, by kind and id. */
export type JournalNames = ReadonlyMap<string, JournalName>;

export interface ShownJournal {
  /** Newest first; null until they have come. */
  entries: Readonly<Ref<readonly JournalEntry[] | null>>;
  names: Readonly<Ref<JournalNames>>;
  /** Older ones may follow. */
  more: Readonly<Ref<boolean>>;
  isLoading: Readonly<Ref<boolean>>;
  loadOlder: () => Promise<void>;
  reload: () => Promise<void>;
}

export function nameKey(record: string, id: number): string {
  return `${record} ${id}`;
}

/** Entries of the journal as the host has them, page by page; asked anew when the question changes. */
export function useJournal(question: () => JournalQuestion, pageSize: number): ShownJournal {
  const failure = useFailureStore();
  const entries = shallowRef<readonly JournalEntry[] | null>(null);
  const names = shallowRef<JournalNames>(new Map());
  const more = shallowRef(false);
  const asking = shallowRef(0);
  let asked = 0;

  /** Only the answer to the latest question is shown. */
  async function ask(limit: number, older: readonly JournalEntry[]): Promise<void> {
    asked += 1;
    const current = asked;
    asking.value += 1;
    try {
      const last = older.at(-1);
      const answer = await api['journal.list']({ ...question(), ...(last && { before: last.sequence }), limit });
      if (current !== asked) return;
      entries.value = [...older, ...answer.entries];
      names.value = new Map([
        ...(older.length === 0 ? [] : names.value),
        ...answer.names.map((name) => [nameKey(name.record, name.id), name] as const),
      ]);
      more.value = answer.more;
    } catch (error) {
      failure.show(error);
    } finally {
      asking.value -= 1;
    }
  }

  const reload = (): Promise<void> => ask(Math.min(MOST, Math.max(pageSize, entries.value?.length ?? 0)), []);
  watch(question, () => ask(pageSize, []), { immediate: true });

  return {
    entries,
    names,
    more,
    isLoading: computed(() => asking.value > 0),
    loadOlder: () => ask(pageSize, entries.value ?? []),
    reload,
  };
}
