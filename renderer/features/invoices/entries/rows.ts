import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import { areaOf, type Entry } from '../types.ts';

/** A row of the table "Positionen & Texte": the entry with its number as printed; 0 for a text. */
export interface EntryRowData {
  entry: Entry;
  position: number;
}

export function rowsOf({ entries }: Pick<InvoiceDetail, 'entries'>): EntryRowData[] {
  let position = 0;
  return entries.map((entry) => {
    if (entry.kind === 'line') position += 1;
    return { entry, position: entry.kind === 'line' ? position : 0 };
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
