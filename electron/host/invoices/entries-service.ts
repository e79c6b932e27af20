import type { AllowanceInput, EntryInput } from '#shared/contract/entries.ts';
import { CallError } from '#shared/contract/errors.ts';
import { TEXT_AREAS } from '#shared/domain/invoice-document.ts';
import { changesBetween } from '../journal/service.ts';
import type { Change } from '../records/change.ts';
import { refused } from '../records/refused.ts';
import type { InvoiceEntryRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { assertRateUsable, loadRates } from '../vat-rates/service.ts';
import { allowanceRows, entryColumns, toAllowance, toEntry } from './convert.ts';
import { areaOf, inPrintingOrder, placeInArea } from './order.ts';
import {
  deleteEntryRow,
  insertEntries,
  insertEntry,
  makeRoom,
  replaceAllowances,
  updateEntryRow,
  writeOrder,
  type InvoiceRows,
} from './repository.ts';
import { finishChange, loadForAction } from './service.ts';

/** Most entries that one invoice may have. */
const MOST_ENTRIES = 1000;

/** Which draft a change is for, and against which state of it. */
export interface DraftTarget {
  id: number;
  expectedRevision: number;
}

/**
 * Adds a position or text; `index` counts all entries and is moved into the entry's area. Returns the invoice's id.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input` (unknown rate, 1,001st entry)
 */
export async function addEntry(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  entry: EntryInput,
  index: number | undefined,
): Promise<number> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  if (entries.length >= MOST_ENTRIES) throw refused('entry', 'too-many-in-invoice', { maximum: MOST_ENTRIES });
  await assertRate(writer, entry);
  const place = placeInArea(
    entries.map(({ area }) => area),
    areaOf(entry),
    index,
  );
  const sort = entries[place]?.sort ?? (entries.at(-1)?.sort ?? -1) + 1;
  if (place < entries.length) await makeRoom(writer, id, sort);
  await insertEntry(writer, { invoiceId: id, sort, ...entryColumns(entry) });
  await finishChange(writer, change, invoice, 'invoice.entryAdded', changesBetween(null, { index: place, entry }));
  return id;
}

/**
 * Adds positions and texts, each at the end of its area; one entry in the journal. Returns the invoice's id.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input` (unknown rate, more than 1,000 entries)
 */
export async function addEntries(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  added: readonly EntryInput[],
): Promise<number> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  if (entries.length + added.length > MOST_ENTRIES) throw refused('entries', 'too-many', { maximum: MOST_ENTRIES });
  const rates = await loadRates(writer);
  added.forEach((entry, index) => {
    if (entry.kind === 'line') assertRateUsable(rates, entry.vatRateId, `entries.${index}.vatRateId`, null);
  });
  const start = (entries.at(-1)?.sort ?? -1) + 1;
  const rows = inPrintingOrder(added).map((entry, index) => ({
    ...{ invoiceId: id, sort: start + index },
    ...entryColumns(entry),
  }));
  await insertEntries(writer, rows);
  // All at the end first; then each in its area, for which only texts of the introduction have far to go.
  const all = (await loadForAction(writer, id, expectedRevision, 'edit-lines')).entries;
  await writeOrder(
    writer,
    [...all].sort((a, b) => compareAreas(a, b) || a.sort - b.sort),
  );
  await finishChange(writer, change, invoice, 'invoice.entriesAdded', changesBetween(null, { entries: added }));
  return id;
}

/**
 * Replaces a position or text; a text that changes its area moves to that area's end.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input`
 */
export async function updateEntry(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  entryId: number,
  entry: EntryInput,
): Promise<void> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  const row = findEntry({ entries }, id, entryId);
  if (row.kind !== entry.kind) throw refused('entry.kind', 'kind-fixed', {});
  await assertRate(writer, entry, row.vatRateId);
  await updateEntryRow(writer, entryId, entryColumns(entry));
  if (row.area !== areaOf(entry)) {
    const others = entries.filter((other) => other !== row);
    others.splice(
      placeInArea(
        others.map(({ area }) => area),
        areaOf(entry),
        undefined,
      ),
      0,
      row,
    );
    await writeOrder(writer, others);
  }
  const changes = changesBetween({ entry: asJournaled(row) }, { entry: { id: entryId, ...entry } });
  await finishChange(writer, change, invoice, 'invoice.entryUpdated', changes);
}

/**
 * Removes a position or text.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function removeEntry(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  entryId: number,
): Promise<void> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  const row = findEntry({ entries }, id, entryId);
  await deleteEntryRow(writer, entryId);
  const changes = changesBetween({ entry: asJournaled(row) }, null);
  await finishChange(writer, change, invoice, 'invoice.entryRemoved', changes);
}

/**
 * Removes positions and texts; one entry in the journal.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function removeEntries(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  entryIds: readonly number[],
): Promise<void> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  const rows = [...new Set(entryIds)].map((entryId) => findEntry({ entries }, id, entryId));
  for (const row of rows) await deleteEntryRow(writer, row.id);
  const changes = changesBetween({ entries: rows.map(asJournaled) }, null);
  await finishChange(writer, change, invoice, 'invoice.entriesRemoved', changes);
}

/**
 * Moves a position or text to another place of its area.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function moveEntry(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  entryId: number,
  index: number,
): Promise<void> {
  const { invoice, entries } = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  const row = findEntry({ entries }, id, entryId);
  const others = entries.filter((entry) => entry !== row);
  const place = placeInArea(
    others.map(({ area }) => area),
    row.area as 'intro' | 'body' | 'closing',
    index,
  );
  others.splice(place, 0, row);
  await writeOrder(writer, others);
  const changes = changesBetween({ index: entries.indexOf(row) }, { index: place });
  await finishChange(writer, change, invoice, 'invoice.entryMoved', changes);
}

/**
 * Replaces the overall discounts.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function setAllowances(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  allowances: readonly AllowanceInput[],
): Promise<void> {
  const rows = await loadForAction(writer, id, expectedRevision, 'edit-lines');
  await replaceAllowances(writer, id, allowanceRows(id, allowances));
  const before = rows.allowances.map(toAllowance).map(({ name, discount }) => ({ name, discount }));
  const changes = changesBetween({ allowances: before }, { allowances });
  await finishChange(writer, change, rows.invoice, 'invoice.allowancesSet', changes);
}

function compareAreas(a: InvoiceEntryRow, b: InvoiceEntryRow): number {
  const areas: readonly string[] = TEXT_AREAS;
  return areas.indexOf(a.area) - areas.indexOf(b.area);
}

function findEntry({ entries }: Pick<InvoiceRows, 'entries'>, invoiceId: number, entryId: number): InvoiceEntryRow {
  const row = entries.find(({ id }) => id === entryId);
  if (row) return row;
  const details = { record: 'entry', id: entryId };
  throw new CallError('not-found', `invoice ${invoiceId} has no entry ${entryId}`, details);
}

function asJournaled(row: InvoiceEntryRow): object {
  const entry = toEntry(row, null);
  if (entry.kind === 'text') return entry;
  const { vat, ...stored } = entry;
  return stored;
}

async function assertRate(reader: Reader, entry: EntryInput, keptId: number | null = null): Promise<void> {
  if (entry.kind === 'line') assertRateUsable(await loadRates(reader), entry.vatRateId, 'entry.vatRateId', keptId);
}
