import type { EntryInput } from '#shared/contract/entries.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { TextArea } from '#shared/domain/invoice-document.ts';

export type Entry = InvoiceDetail['entries'][number];
export type LineEntry = Extract<Entry, { kind: 'line' }>;
/** What a line of text says of a new position; the dialog takes the rest from the last one. */
export type TypedLine = Partial<Omit<LineEntry, 'id' | 'kind' | 'vat'>>;
export type TextEntry = Extract<Entry, { kind: 'text' }>;

/** What the menu before a position or text offers. */
export type EntryAction =
  | 'edit'
  | 'copy'
  | 'discount'
  | 'text-above'
  | 'text-below'
  | 'rule-above'
  | 'rule-below'
  | 'move-up'
  | 'move-down'
  | 'remove';

/** "Anpassung angefragt" on a draft, "Beanstandet" on what went out (C4). */
export type InvoiceFlag = 'changeRequest' | 'dispute';

/** Which dialog of the detail view is open; `focus` is the field that it starts at. */
export type OpenDialog =
  | { kind: 'header'; focus?: string }
  | { kind: 'address'; focus?: string }
  | { kind: 'responsible' }
  | { kind: 'template' }
  | { kind: 'line'; entry: LineEntry | null; copyOf?: LineEntry; typed?: TypedLine; focus?: string }
  | { kind: 'text'; entry: TextEntry | null; area: TextArea; index?: number }
  | { kind: 'line-discount'; entry: LineEntry }
  | { kind: 'allowance'; index: number | null; focus?: string }
  | { kind: 'finalise' }
  | { kind: 'mark-sent' }
  | { kind: 'pay' }
  | { kind: 'cancel' }
  | { kind: 'flag'; flag: InvoiceFlag }
  | { kind: 'differences'; replacedId: number }
  | { kind: 'copy' }
  | { kind: 'delete' }
  | { kind: 'delete-entry'; entry: Entry };

/** The area that an entry is printed in and cannot leave; positions stand in the body. */
export function areaOf(entry: Entry | undefined): TextArea | undefined {
  return entry?.kind === 'line' ? 'body' : entry?.area;
}

/** A position of this invoice; null when it is gone. */
export function findLine({ entries }: InvoiceDetail, id: number): LineEntry | null {
  return entries.find((entry): entry is LineEntry => entry.kind === 'line' && entry.id === id) ?? null;
}

/** A text of the window by its key, as `useI18n` gives it. */
export type Translate = (key: string, parameters?: Record<string, string>) => string;

/** A stored entry as it goes in again: without what the host adds. */
export function toEntryInput(entry: LineEntry): Extract<EntryInput, { kind: 'line' }>;
export function toEntryInput(entry: TextEntry): Extract<EntryInput, { kind: 'text' }>;
export function toEntryInput(entry: Entry): EntryInput;
export function toEntryInput(entry: Entry): EntryInput {
  if (entry.kind === 'line') {
    const { id, vat, ...line } = entry;
    return line;
  }
  const { id, ...text } = entry;
  return text;
}
