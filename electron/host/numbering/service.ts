import type { NumberRange, RangeUse } from '#shared/contract/numbering.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { applyPattern, patternPeriod } from '#shared/domain/number-pattern.ts';
import { findRecord } from '../records/change.ts';
import { flag } from '../store/convert.ts';
import { NumberCounterEntity, NumberRangeEntity, OfficeEntity } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** The number that a range gives next, with what makes it unique. */
export interface NextNumber {
  number: string;
  rangeId: number;
  rangeRevision: number;
  period: string;
  counter: number;
}

/** Id of the range that invoices take their numbers from. */
export async function invoiceRangeId(reader: Reader): Promise<number> {
  return (await reader.findOneByOrFail(OfficeEntity, { id: 1 })).invoiceRangeId;
}

/** Id of the range that Stornorechnungen take their numbers from: their own, else that of the invoices (E11, D16). */
export async function cancellationRangeId(reader: Reader): Promise<number> {
  const { cancellationRangeId: own, invoiceRangeId: shared } = await reader.findOneByOrFail(OfficeEntity, { id: 1 });
  return own ?? shared;
}

/** The number that an invoice of this date would get from a range; takes nothing. */
export async function nextNumber(reader: Reader, rangeId: number, issueDate: IsoDate): Promise<NextNumber> {
  const range = await findRecord(reader, NumberRangeEntity, 'numberRange', rangeId);
  const period = patternPeriod(range.pattern, issueDate, flag.from(range.yearlyReset));
  const counter = (await counterValue(reader, rangeId, period)) + 1;
  const number = applyPattern(range.pattern, range.digits, counter, issueDate);
  return { number, rangeId, rangeRevision: range.revision, period, counter };
}

/**
 * Takes a number: the counter moves on in the transaction in which the invoice becomes final (F2.3).
 * `journalSequence` is the entry that records it, so that a cut journal tail is found.
 */
export async function takeNumber(
  writer: Writer,
  next: Pick<NextNumber, 'rangeId' | 'period' | 'counter'>,
  journalSequence: number,
): Promise<void> {
  const { rangeId: numberRangeId, period, counter: lastValue } = next;
  const counter = await findCounter(writer, numberRangeId, period);
  if (counter) await writer.update(NumberCounterEntity, { numberRangeId, period }, { lastValue, journalSequence });
  else await writer.insert(NumberCounterEntity, { numberRangeId, period, lastValue, journalSequence });
}

/** Where a counter stands; 0 before its first number. */
export async function counterValue(reader: Reader, rangeId: number, period: string): Promise<number> {
  return (await findCounter(reader, rangeId, period))?.lastValue ?? 0;
}

/** Sets a counter to the number to go on from. `journalSequence` is the entry that records it. */
export async function setCounter(
  writer: Writer,
  rangeId: number,
  { period, counter }: { period: string; counter: number },
  journalSequence: number,
): Promise<void> {
  await takeNumber(writer, { rangeId, period, counter }, journalSequence);
}

/** The ranges with the number that a document of `today` would get; that of the invoices is the first. */
export async function listRanges(reader: Reader, today: IsoDate): Promise<NumberRange[]> {
  const rows = await reader.find(NumberRangeEntity, { order: { id: 'ASC' } });
  const ranges: NumberRange[] = [];
  for (const { id } of rows) ranges.push(await getRange(reader, id, today));
  return ranges;
}

/**
 * One range with its last and next number.
 * @throws CallError `not-found`
 */
export async function getRange(reader: Reader, rangeId: number, today: IsoDate): Promise<NumberRange> {
  const row = await findRecord(reader, NumberRangeEntity, 'numberRange', rangeId);
  const { id, revision, name, pattern, digits } = row;
  const { number: next, counter } = await nextNumber(reader, id, today);
  const last = counter === 1 ? '' : applyPattern(pattern, digits, counter - 1, today);
  const uses = await usesOf(reader, id);
  return { id, revision, name, pattern, digits, yearlyReset: flag.from(row.yearlyReset), last, next, uses };
}

async function usesOf(reader: Reader, id: number): Promise<RangeUse[]> {
  const taking: [RangeUse, number][] = [
    ['invoice', await invoiceRangeId(reader)],
    ['cancellation', await cancellationRangeId(reader)],
  ];
  return taking.flatMap(([use, rangeId]) => (rangeId === id ? [use] : []));
}

function findCounter(reader: Reader, numberRangeId: number, period: string) {
  return reader.findOneBy(NumberCounterEntity, { numberRangeId, period });
}
