import type { Reader } from '../store/open.ts';
import type { Damage } from './damages.ts';

interface Counter {
  range: number;
  period: string;
  /** Null: invoices bear numbers of a period that has no counter. */
  last: number | null;
  highest: number | null;
  sequence: number;
  /** The entry that moved it last: an invoice's, or the one of a start value; 0 when there is none. */
  moved: number;
  /** Somebody set the counter to where it stands. */
  isStart: number;
}

/** What the journal knows of start values: "we are at RE-2026-0041". */
const STARTS = `start AS (
    SELECT record_id AS range, json_extract(entry, '$.changes.period.to') AS period,
      json_extract(entry, '$.changes.counter.to') AS value, sequence
    FROM journal WHERE record = 'numberRange' AND json_extract(entry, '$.changes.counter') IS NOT NULL)`;

const COUNTERS = `
  WITH ${STARTS}, given AS (
    SELECT number_range_id AS range, number_period AS period, max(number_counter) AS highest, id, journal_hash
    FROM invoice WHERE number_counter IS NOT NULL GROUP BY 1, 2)
  SELECT coalesce(c.number_range_id, g.range) AS range, coalesce(c.period, g.period) AS period,
    c.last_value AS last, g.highest, coalesce(c.journal_sequence, 0) AS sequence,
    max(coalesce((SELECT sequence FROM journal WHERE record = 'invoice' AND record_id = g.id AND hash = g.journal_hash), 0),
      coalesce((SELECT max(sequence) FROM start AS s WHERE s.range = c.number_range_id AND s.period = c.period), 0)) AS moved,
    EXISTS (SELECT 1 FROM start AS s WHERE s.range = c.number_range_id AND s.period = c.period AND s.value = c.last_value) AS isStart
  FROM number_counter AS c FULL JOIN given AS g ON g.range = c.number_range_id AND g.period = c.period`;

const GAPS = `
  WITH ${STARTS}
  SELECT range, period, before + 1 AS first, number - 1 AS last FROM (
    SELECT number_range_id AS range, number_period AS period, number_counter AS number,
      lag(number_counter, 1, 0) OVER (PARTITION BY number_range_id, number_period ORDER BY number_counter) AS before
    FROM invoice WHERE number_counter IS NOT NULL) AS given
  WHERE number > before + 1 AND NOT EXISTS (
    SELECT 1 FROM start AS s WHERE s.range = given.range AND s.period = given.period AND s.value = given.number - 1)`;

/**
 * Every range and period counts without a gap up to its counter (F2.3), from 1 or from where somebody said, as the journal
 * knows: an office that comes from another program goes on where that one stopped. That no number is given twice is a
 * unique index.
 */
export async function verifyNumbers(reader: Reader, lastSequence: number): Promise<Damage[]> {
  const counters = await reader.query<Counter[]>(COUNTERS);
  // A counter that somebody has set stands higher than its numbers until the next one is given.
  const stands = ({ last, highest, isStart }: Counter): boolean => last === highest || isStart === 1;
  const gaps = await reader.query<{ range: number; period: string; first: number; last: number }[]>(GAPS);
  return [
    ...gaps.map(({ range, period, first, last }) => damage('number-gap', range, `${period}: ${first}-${last}`)),
    ...counters
      .filter((counter) => !stands(counter))
      .map(({ range, period, last, highest }) => damage('counter-differs', range, `${period}: ${last} / ${highest}`)),
    ...counters
      .filter((counter) => stands(counter) && counter.moved !== 0 && counter.sequence !== counter.moved)
      .map(({ range, period, sequence, moved }) =>
        damage('counter-differs', range, `${period}: entry ${sequence} / ${moved}`),
      ),
    ...counters
      .filter(({ sequence }) => sequence > lastSequence)
      .map(({ range, sequence }) => damage('journal-cut', range, String(sequence))),
  ];
}

function damage(rule: Damage['rule'], recordId: number, detail: string): Damage {
  return { rule, record: 'numberRange', recordId, detail };
}
