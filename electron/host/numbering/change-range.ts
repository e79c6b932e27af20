import type { JournalAction } from '#shared/text/journal/actions.ts';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import type { NumberRange } from '#shared/contract/numbering.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { mayGiveSameNumber } from '#shared/domain/number-overlap.ts';
import {
  applyPattern,
  patternPeriod,
  readNumber,
  validatePattern,
  type NumberPattern,
  type PatternProblem,
  type ReadNumber,
} from '#shared/domain/number-pattern.ts';
import { appendJournal, changesBetween, type Changes } from '../journal/service.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import type { Given } from '../records/given.ts';
import { flag } from '../store/convert.ts';
import { NumberRangeEntity, type NumberRangeRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { cancellationRangeId, counterValue, getRange, invoiceRangeId, setCounter } from './service.ts';

/** What a caller wants to be different. */
export type RangeFields = Given<NumberPattern & { lastNumber: string }>;

/** A range as it is, or as it would begin; id 0: it is not stored yet. */
export type CurrentRange = Pick<NumberRangeRow, 'id' | 'pattern' | 'digits' | 'yearlyReset'>;

/** A change that was found harmless: no number can repeat. */
export interface CheckedChange {
  pattern: NumberPattern;
  /** The counter to go on from; null: it stays. */
  start: ReadNumber | null;
}

/**
 * Changes the form of a range's numbers and the number to go on from (E11); the journal keeps both, and `office.verify`
 * takes a start value from there.
 * @throws CallError `not-found`, `stale`, `invalid-input` when a number could be given twice (F2.3)
 */
export async function updateRange(
  writer: Writer,
  change: Change,
  today: IsoDate,
  { id, expectedRevision, fields }: { id: number; expectedRevision: number; fields: RangeFields },
): Promise<NumberRange> {
  const row = await findRecord(writer, NumberRangeEntity, 'numberRange', id);
  assertRevision('numberRange', row, expectedRevision);
  await applyChange(writer, change, row, await checkChange(writer, row, fields, await othersInUse(writer, id)));
  return getRange(writer, id, today);
}

/** Stores a checked change of a range that is there, with its entry in the journal. */
export async function applyChange(
  writer: Writer,
  change: Change,
  row: NumberRangeRow,
  { pattern, start }: CheckedChange,
): Promise<void> {
  await writer.update(
    NumberRangeEntity,
    { id: row.id },
    { ...rangeColumns(pattern), ...stamp(change, row.revision + 1) },
  );
  await journalAndStart(writer, { ...change, action: 'numberRange.updated' }, row.id, {
    changes: changesBetween(patternOf(row), pattern),
    start,
  });
}

/** Writes the entry of a range that was changed or made, and sets its counter to where it goes on from. */
export async function journalAndStart(
  writer: Writer,
  fact: Change & { action: JournalAction },
  id: number,
  { changes, start }: { changes: Changes; start: ReadNumber | null },
): Promise<void> {
  const started: Changes = start
    ? {
        counter: { from: await counterValue(writer, id, start.period), to: start.counter },
        period: { from: start.period, to: start.period },
      }
    : {};
  const entry = { ...fact, record: 'numberRange', recordId: id, changes: { ...changes, ...started } };
  const { sequence } = await appendJournal(writer, entry);
  if (start) await setCounter(writer, id, start, sequence);
}

/** The form of the numbers as it is stored. */
export function rangeColumns({ yearlyReset, ...texts }: NumberPattern) {
  return { ...texts, yearlyReset: flag.to(yearlyReset) };
}

/**
 * The numbers that a range would give after a change.
 * @throws CallError `invalid-input` as the change itself
 */
export async function previewRange(
  reader: Reader,
  today: IsoDate,
  { row, others }: { row: CurrentRange; others: NumberRangeRow[] },
  fields: RangeFields,
): Promise<{ next: string; nextYear: string }> {
  const { pattern, start } = await checkChange(reader, row, fields, others);
  const numberOn = async (day: IsoDate): Promise<string> => {
    const period = patternPeriod(pattern.pattern, day, pattern.yearlyReset);
    const last = start?.period === period ? start.counter : await counterValue(reader, row.id, period);
    return applyPattern(pattern.pattern, pattern.digits, last + 1, day);
  };
  return { next: await numberOn(today), nextYear: await numberOn(`${Number(today.slice(0, 4)) + 1}-01-01`) };
}

/** The other ranges that documents take their numbers from. */
export async function othersInUse(reader: Reader, id: number): Promise<NumberRangeRow[]> {
  const used = new Set([await invoiceRangeId(reader), await cancellationRangeId(reader)]);
  const rows = await reader.find(NumberRangeEntity);
  return rows.filter((row) => row.id !== id && used.has(row.id));
}

/**
 * Finds out whether a range could be so beside the `others` that are in use.
 * @throws CallError `invalid-input`
 */
export async function checkChange(
  reader: Reader,
  row: CurrentRange,
  fields: RangeFields,
  others: NumberRangeRow[],
): Promise<CheckedChange> {
  const { lastNumber = '', ...changed } = fields;
  const pattern = { ...patternOf(row), ...changed };
  refuse(validatePattern(pattern).map(patternProblem));
  refuse(
    others
      .filter((other) => mayGiveSameNumber(pattern, patternOf(other)))
      .map((other) => refused('pattern', 'pattern-of-other-range', { name: other.name, pattern: other.pattern })),
  );
  const read = lastNumber === '' ? null : readNumber(pattern, lastNumber);
  if (lastNumber !== '' && read === null)
    refuse([refused('lastNumber', 'last-number-form', { pattern: pattern.pattern })]);
  const isNew = read !== null && read.counter !== (await counterValue(reader, row.id, read.period));
  const start = isNew ? read : null;
  await refuseRepeats(reader, row, { pattern, start });
  return { pattern, start };
}

/**
 * A number repeats when the changed range can read one that was given and its counter is not past it. Reading back is exact,
 * so nothing else can repeat; and a counter never goes below one that it has given, whatever the numbers looked like.
 */
async function refuseRepeats(reader: Reader, row: CurrentRange, { pattern, start }: CheckedChange): Promise<void> {
  if (start) {
    const given = await highestGiven(reader, row.id, start.period);
    if (start.counter < given.counter) refuse([refused('lastNumber', 'last-number-too-low', { number: given.number })]);
  }
  const counters = new Map<string, number>(start ? [[start.period, start.counter]] : []);
  for (const number of await numbersLike(reader, pattern)) {
    const read = readNumber(pattern, number);
    if (read === null) continue;
    const last = counters.get(read.period) ?? (await counterValue(reader, row.id, read.period));
    counters.set(read.period, last);
    if (read.counter <= last) continue;
    if (start?.period === read.period) refuse([refused('lastNumber', 'last-number-too-low', { number })]);
    const onlyReset = pattern.pattern === row.pattern && pattern.yearlyReset !== flag.from(row.yearlyReset);
    const field = onlyReset ? 'yearlyReset' : 'pattern';
    refuse([{ field, rule: 'number-would-repeat', parameters: { number } }]);
  }
}

/** The highest number that a counter has given; 0 without one. */
async function highestGiven(
  reader: Reader,
  rangeId: number,
  period: string,
): Promise<{ counter: number; number: string }> {
  const [highest] = await reader.query<{ counter: number; number: string }[]>(
    `SELECT number_counter AS counter, number FROM invoice WHERE number_range_id = ? AND number_period = ?
       AND number_counter IS NOT NULL ORDER BY number_counter DESC LIMIT 1`,
    [rangeId, period],
  );
  return highest ?? { counter: 0, number: '' };
}

/** Numbers of all final invoices that may be of this form, whichever range gave them; the highest first. */
async function numbersLike(reader: Reader, { pattern, digits }: NumberPattern): Promise<string[]> {
  const wide: Record<string, string> = {
    ...{ '{YYYY}': '[0-9]'.repeat(4), '{YY}': '[0-9][0-9]', '{MM}': '[0-9][0-9]', '{DD}': '[0-9][0-9]' },
    '{C}': `${'[0-9]'.repeat(digits)}*`,
  };
  const glob = pattern.replaceAll(/\{[^{}]*\}/g, (placeholder) => wide[placeholder] ?? placeholder);
  const rows = await reader.query<{ number: string }[]>(
    "SELECT number FROM invoice WHERE number <> '' AND number GLOB ? ORDER BY number_counter DESC",
    [glob],
  );
  return rows.map(({ number }) => number);
}

export function patternOf({ pattern, digits, yearlyReset }: Omit<CurrentRange, 'id'>): NumberPattern {
  return { pattern, digits, yearlyReset: flag.from(yearlyReset) };
}

/** Braces would be parameters in the sentences. */
const WORDS = { counter: '{C}', year: '{YYYY}', known: '{YYYY}, {YY}, {MM}, {DD}, {C}' };

function patternProblem(rule: PatternProblem): FieldProblem {
  if (rule === 'digits-out-of-range') return refused('digits', `pattern-${rule}`);
  return refused(rule === 'year-missing' ? 'yearlyReset' : 'pattern', `pattern-${rule}`, WORDS);
}

function refused(field: string, rule: string, parameters: FieldProblem['parameters'] = {}): FieldProblem {
  return { field, rule, parameters };
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length === 0) return;
  const summary = problems.map(({ field, rule }) => `${field}: ${rule}`).join(', ');
  throw new CallError('invalid-input', `the number range cannot be changed so: ${summary}`, problems);
}
