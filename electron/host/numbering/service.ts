import type { NumberRange } from '#shared/contract/numbering.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { applyPattern, patternPeriod } from '#shared/domain/number-pattern.ts';
import { findRecord } from '../records/change.ts';
import { flag } from '../store/convert.ts';
import { NumberCounterEntity, NumberRangeEntity, OfficeEntity, type NumberRangeRow } from '../store/entities/index.ts';
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

/** The number that an invoice of this date would get from a range; takes nothing. */
export async function nextNumber(reader: Reader, rangeId: number, issueDate: IsoDate): Promise<NextNumber> {
  const range = await findRecord(reader, NumberRangeEntity, 'numberRange', rangeId);
  const period = patternPeriod(range.pattern, issueDate, flag.from(range.yearlyReset));
  const counter = ((await findCounter(reader, rangeId, period))?.lastValue ?? 0) + 1;
  const number = applyPattern(range.pattern, range.digits, counter, issueDate);
  return { number, rangeId, rangeRevision: range.revision, period, counter };
}

/**
 * Takes a number: the counter moves on in the transaction in which the invoice becomes final (F2.3).
 * `journalSequence` is the entry that records it, so that a cut journal tail is found.
 */
export async function takeNumber(writer: Writer, next: NextNumber, journalSequence: number): Promise<void> {
  const { rangeId: numberRangeId, period, counter: lastValue } = next;
  const counter = await findCounter(writer, numberRangeId, period);
  if (counter) await writer.update(NumberCounterEntity, { numberRangeId, period }, { lastValue, journalSequence });
  else await writer.insert(NumberCounterEntity, { numberRangeId, period, lastValue, journalSequence });
}

/** The ranges with the number that an invoice of `today` would get. */
export async function listRanges(reader: Reader, today: IsoDate): Promise<NumberRange[]> {
  const rows = await reader.find(NumberRangeEntity, { order: { id: 'ASC' } });
  const numbers: NumberRange[] = [];
  for (const row of rows) numbers.push(toRange(row, (await nextNumber(reader, row.id, today)).number));
  return numbers;
}

function findCounter(reader: Reader, numberRangeId: number, period: string) {
  return reader.findOneBy(NumberCounterEntity, { numberRangeId, period });
}

function toRange({ id, revision, name, pattern, digits, yearlyReset }: NumberRangeRow, next: string): NumberRange {
  return { id, revision, name, pattern, digits, yearlyReset: flag.from(yearlyReset), next };
}
