import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import { isSame } from '../../../components/is-same.ts';
import { areaOf, type Entry } from '../types.ts';

/** A row of the table "Positionen & Texte". */
export interface EntryRowData {
  entry: Entry;
  /** As printed; 0 for a text. */
  position: number;
  /** Null for a text. */
  totals: InvoiceDetail['totals']['lines'][number] | null;
}

/** The rows of an invoice. One that shows what it showed `before` is the same object, so that it is not drawn again. */
export function rowsOf(
  { entries, totals }: Pick<InvoiceDetail, 'entries' | 'totals'>,
  before: readonly EntryRowData[] = [],
): EntryRowData[] {
  const known = new Map(before.map((row) => [row.entry.id, row]));
  let position = 0;
  return entries.map((entry) => {
    const isLine = entry.kind === 'line';
    if (isLine) position += 1;
    const row = isLine
      ? { entry, position, totals: totals.lines[position - 1] ?? null }
      : { entry, position: 0, totals: null };
    const old = known.get(entry.id);
    return old && isSame(old, row) ? old : row;
  });
}

/** The places that an entry may be moved to, from before the first of its area to after the last (A6.3). */
export function rangeOf(entries: readonly Entry[], index: number): { first: number; last: number } {
  const area = areaOf(entries[index]);
  const first = entries.findIndex((entry) => areaOf(entry) === area);
  return { first, last: entries.findLastIndex((entry) => areaOf(entry) === area) + 1 };
}

/** What is searched when somebody looks for an entry. */
function searchText(entry: Entry): string {
  if (entry.kind === 'text') return richTextToPlain(entry.content);
  return `${entry.title}\n${entry.description ? richTextToPlain(entry.description) : ''}`;
}

/** The places of all entries that contain the text, in capitals or not. */
export function placesOf(entries: readonly Entry[], wanted: string): number[] {
  const text = wanted.trim().toLocaleLowerCase('de');
  if (text === '') return [];
  return entries.flatMap((entry, index) => (searchText(entry).toLocaleLowerCase('de').includes(text) ? [index] : []));
}
