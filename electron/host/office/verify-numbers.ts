import { counterStarts, findGaps } from '../numbering/gaps.ts';
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
}

const COUNTERS = `
  WITH start AS (
    SELECT record_id AS range, json_extract(entry, '$.changes.period.to') AS period, max(sequence) AS sequence
    FROM journal WHERE record = 'numberRange' AND json_extract(entry, '$.changes.counter') IS NOT NULL GROUP BY 1, 2),
  given AS (
    SELECT number_range_id AS range, number_period AS period, max(number_counter) AS highest, id, journal_hash
    FROM invoice WHERE number_counter IS NOT NULL GROUP BY 1, 2)
  SELECT coalesce(c.number_range_id, g.range) AS range, coalesce(c.period, g.period) AS period,
    c.last_value AS last, g.highest, coalesce(c.journal_sequence, 0) AS sequence,
    max(coalesce((SELECT sequence FROM journal WHERE record = 'invoice' AND record_id = g.id AND hash = g.journal_hash), 0),
      coalesce((SELECT sequence FROM start AS s WHERE s.range = c.number_range_id AND s.period = c.period), 0)) AS moved
  FROM number_counter AS c FULL JOIN given AS g ON g.range = c.number_range_id AND g.period = c.period`;

/**
 * Every range and period counts without a gap up to its counter (F2.3), from 1 or from where somebody said, as the journal
 * knows: an office that comes from another program goes on where that one stopped. That no number is given twice is a
 * unique index.
 */
export async function verifyNumbers(reader: Reader, lastSequence: number): Promise<Damage[]> {
  const counters = await reader.query<Counter[]>(COUNTERS);
  const gaps = await findGaps(reader, await counterStarts(reader));
  // A counter that somebody has set stands higher than its numbers until the next one is given; that is no gap.
  const isMissingAtEnd = ({ range, period }: Counter): boolean =>
    gaps.some((gap) => gap.atEnd === 1 && gap.rangeId === range && gap.period === period);
  const isWrong = (counter: Counter): boolean =>
    (counter.last ?? 0) < (counter.highest ?? 0) || isMissingAtEnd(counter);
  return [
    ...gaps
      .filter(({ atEnd }) => atEnd === 0)
      .map(({ rangeId, period, first, last }) => damage('number-gap', rangeId, `${period}: ${first}-${last}`)),
    ...counters
      .filter(isWrong)
      .map(({ range, period, last, highest }) => damage('counter-differs', range, `${period}: ${last} / ${highest}`)),
    ...counters
      .filter((counter) => !isWrong(counter) && counter.moved !== 0 && counter.sequence !== counter.moved)
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
