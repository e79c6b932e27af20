import { setImmediate } from 'node:timers/promises';
import { JournalEntry } from '#shared/contract/journal.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import type { Reader, Store } from '../store/open.ts';
import { lastPosition, type Json } from './service.ts';

export interface JournalFilter {
  /** '' for every kind of record. */
  record: string;
  recordId: number | null;
  /** From this instant on. */
  since: Instant | null;
  /** Before this instant. */
  until: Instant | null;
  /** '' for everybody. */
  who: string;
  /** '' for all. */
  search: string;
  /** Only entries before this sequence number; null from the newest on. */
  before: number | null;
  limit: number;
}

/**
 * Entries in one look. Journals are looked through without an index: 300,000 entries take 0.4 seconds, one look some
 * milliseconds, and no entry costs more to write than it needs to.
 */
const WINDOW = 4000;

interface Row {
  sequence: number;
  entry: string;
  hash: string;
}

/** Entries, newest first, and whether older ones may follow. Opens the gate for short looks only. */
export async function listJournal(
  store: Store,
  filter: JournalFilter,
): Promise<{ entries: JournalEntry[]; more: boolean }> {
  const look = <T>(work: (reader: Reader) => Promise<T>): Promise<T> => store.read(work, 'journal.list');
  const { record, recordId, limit } = filter;
  // One record's entries stand together in an index.
  const window = record !== '' && recordId !== null ? Number.MAX_SAFE_INTEGER : WINDOW;
  const named = await look((reader) => invoiceOfNumber(reader, filter.search));
  const found: Row[] = [];
  let before = filter.before ?? (await look(lastPosition)).sequence + 1;
  while (before > 1 && found.length <= limit) {
    const from = Math.max(1, before - window);
    const until = before;
    found.push(...(await look((reader) => entriesWithin(reader, filter, { from, until, named }))));
    before = from;
    // The queue alone would keep timers and sockets waiting.
    if (before > 1) await setImmediate();
  }
  return { entries: found.slice(0, limit).map(toEntry), more: found.length > limit };
}

/** The names of everybody who stands in the journal, the latest first. */
export async function listPeople(store: Store): Promise<string[]> {
  const names = new Set<string>();
  let before = (await store.read(lastPosition, 'journal.people')).sequence + 1;
  while (before > 1) {
    const bounds = [before - WINDOW, before];
    const rows = await store.read(
      (reader) =>
        reader.query<{ who: string | null }[]>(
          `SELECT json_extract(entry, '$.who') AS who FROM journal WHERE sequence >= ? AND sequence < ? GROUP BY who ORDER BY max(sequence) DESC`,
          bounds,
        ),
      'journal.people',
    );
    for (const { who } of rows) if (typeof who === 'string' && who !== '') names.add(who);
    before -= WINDOW;
    await setImmediate();
  }
  return [...names];
}

interface Look {
  from: number;
  until: number;
  /** The invoice whose number is searched for: all of its entries are meant. */
  named: number | null;
}

async function entriesWithin(reader: Reader, filter: JournalFilter, look: Look): Promise<Row[]> {
  const { search, limit } = filter;
  const conditions = conditionsOf(filter, look);
  // What a search finds is looked at once more: the names of fields stand in the text too, and nobody searches for them.
  const most = search === '' ? limit + 1 : -1;
  const rows = await reader.query<Row[]>(
    `SELECT sequence, entry, hash FROM journal WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY sequence DESC LIMIT ?`,
    [...conditions.flatMap(([, ...values]) => values), most],
  );
  return search === '' ? rows : rows.filter((row) => isFound(row, search, look.named)).slice(0, limit + 1);
}

type Condition = readonly [sql: string, ...values: (string | number)[]];

function conditionsOf(filter: JournalFilter, { from, until, named }: Look): Condition[] {
  const { record, recordId, since, who, search } = filter;
  const isOne = record !== '' && recordId !== null;
  const conditions: (Condition | false)[] = [
    ['sequence >= ?', from],
    ['sequence < ?', until],
    // The plus keeps SQLite from collecting every entry of this kind by the index, to sort them afterwards.
    record !== '' && [isOne ? 'record = ?' : '+record = ?', record],
    recordId !== null && ['record_id = ?', recordId],
    since !== null && ["json_extract(entry, '$.at') >= ?", since],
    filter.until !== null && ["json_extract(entry, '$.at') < ?", filter.until],
    who !== '' && ["json_extract(entry, '$.who') = ?", who],
    search !== '' && [
      "(entry LIKE ? ESCAPE '\\' OR (+record = 'invoice' AND +record_id = ?))",
      likeText(search),
      named ?? 0,
    ],
  ];
  return conditions.filter((condition) => condition !== false);
}

/** As it stands in JSON, with nothing that LIKE would take for a sign of its own. */
function likeText(search: string): string {
  return `%${JSON.stringify(search)
    .slice(1, -1)
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function isFound(row: Row, search: string, named: number | null): boolean {
  const { record, recordId, who, changes } = toEntry(row);
  return (record === 'invoice' && recordId === named) || mentions([who, changes], search.toLowerCase());
}

function mentions(value: Json, search: string): boolean {
  if (value === null) return false;
  if (typeof value === 'object') return Object.values(value).some((part) => mentions(part, search));
  return String(value).toLowerCase().includes(search);
}

async function invoiceOfNumber(reader: Reader, number: string): Promise<number | null> {
  if (number === '') return null;
  const rows = await reader.query<{ id: number }[]>("SELECT id FROM invoice WHERE number = ? AND number <> ''", [
    number,
  ]);
  return rows[0]?.id ?? null;
}

/** A damaged entry must not hide all the others: it says that it is damaged, and `office.verify` says how. */
function toEntry({ sequence, entry, hash }: Row): JournalEntry {
  const value = JournalEntry.safeParse({ ...(JSON.parse(entry) as object), sequence, hash });
  if (value.success) return value.data;
  return { sequence, hash, ...UNREADABLE };
}

const UNREADABLE = {
  ...{ at: null, who: '', action: 'journal.unreadable', record: 'journal', recordId: null, changes: {} },
} satisfies Omit<JournalEntry, 'sequence' | 'hash'>;
