import type { IsoDate } from '#shared/domain/amounts.ts';
import { CANCELLATION_PATTERN } from '#shared/domain/number-pattern.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { refused } from '../records/refused.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import { NumberRangeEntity, OfficeEntity, type NumberRangeRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import {
  applyChange,
  checkChange,
  journalAndStart,
  previewRange,
  rangeColumns,
  type CheckedChange,
  type CurrentRange,
  type RangeFields,
} from './change-range.ts';
import { invoiceRangeId } from './service.ts';

/** By this name the range is found again that Stornorechnungen had before: it must not begin anew with the same numbers. */
const NAME = 'Stornorechnungen';
const NEW_RANGE = { id: 0, ...rangeColumns(CANCELLATION_PATTERN) } satisfies CurrentRange;

interface RangeTarget {
  /** The range of the invoices. */
  id: number;
  expectedRevision: number;
}

/**
 * Stornorechnungen count in a range of their own from now on (E11, D16): a new one, or the one they had before, which goes
 * on after its last number. What they are numbered with already stays.
 * @throws CallError `not-found`, `stale`, `invalid-input` when they have one, or a number could be given twice (F2.3)
 */
export async function separateCancellations(
  writer: Writer,
  change: Change,
  { fields, ...target }: RangeTarget & { fields: RangeFields },
): Promise<void> {
  const invoices = await findInvoiceRange(writer, target);
  if ((await ownRangeId(writer)) !== null) throw refused('id', 'cancellations-separate');
  const earlier = await earlierRange(writer);
  const checked = await checkChange(writer, earlier ?? NEW_RANGE, fields, [invoices]);
  if (earlier) await applyChange(writer, change, earlier, checked);
  const own = earlier?.id ?? (await insertRange(writer, change, checked));
  await useForCancellations(writer, change, invoices, own);
}

/**
 * Stornorechnungen count on in the range of the invoices. Only where the next number comes from changes: the numbers of
 * their own range stay given, and its counter stays where it is.
 * @throws CallError `not-found`, `stale`, `invalid-input` when they do so already
 */
export async function joinCancellations(writer: Writer, change: Change, target: RangeTarget): Promise<void> {
  const invoices = await findInvoiceRange(writer, target);
  if ((await ownRangeId(writer)) === null) throw refused('id', 'cancellations-joined');
  await useForCancellations(writer, change, invoices, null);
}

/**
 * The numbers that Stornorechnungen would get from a range of their own.
 * @throws CallError `invalid-input` as `separateCancellations`
 */
export async function previewSeparation(reader: Reader, today: IsoDate, fields: RangeFields) {
  const invoices = await findRecord(reader, NumberRangeEntity, 'numberRange', await invoiceRangeId(reader));
  const row = (await earlierRange(reader)) ?? NEW_RANGE;
  return previewRange(reader, today, { row, others: [invoices] }, fields);
}

/** The revision of the invoices' range stands for who takes numbers from it. */
async function findInvoiceRange(writer: Writer, { id, expectedRevision }: RangeTarget): Promise<NumberRangeRow> {
  const row = await findRecord(writer, NumberRangeEntity, 'numberRange', id);
  assertRevision('numberRange', row, expectedRevision);
  if (id !== (await invoiceRangeId(writer))) throw refused('id', 'not-range-of-invoices');
  return row;
}

async function ownRangeId(reader: Reader): Promise<number | null> {
  return (await reader.findOneByOrFail(OfficeEntity, { id: 1 })).cancellationRangeId;
}

async function earlierRange(reader: Reader): Promise<NumberRangeRow | null> {
  return reader.findOneBy(NumberRangeEntity, { name: NAME });
}

async function insertRange(writer: Writer, change: Change, { pattern, start }: CheckedChange): Promise<number> {
  const columns = { name: NAME, ...rangeColumns(pattern), ...stamp(change, 1) };
  const { identifiers } = await writer.insert(NumberRangeEntity, columns);
  const { id } = identifiers[0] as { id: number };
  await journalAndStart(writer, { ...change, action: 'numberRange.created' }, id, {
    changes: changesBetween(null, { name: NAME, ...pattern }),
    start,
  });
  return id;
}

async function useForCancellations(
  writer: Writer,
  change: Change,
  invoices: NumberRangeRow,
  rangeId: number | null,
): Promise<void> {
  const before = { cancellationRangeId: await ownRangeId(writer) };
  const after = { cancellationRangeId: rangeId };
  await writer.update(OfficeEntity, { id: 1 }, after);
  await writer.update(NumberRangeEntity, { id: invoices.id }, stamp(change, invoices.revision + 1));
  const action = rangeId === null ? 'numberRange.cancellationsJoined' : 'numberRange.cancellationsSeparated';
  await appendJournal(writer, {
    ...{ ...change, action, record: 'numberRange', recordId: invoices.id },
    changes: changesBetween(before, after),
  });
}
