import type { Instant } from '#shared/domain/amounts.ts';
import type { Reader } from '../store/open.ts';

/** Counters of a range and period that no document bears, from `first` to `last`. */
export interface NumberGap {
  rangeId: number;
  period: string;
  first: number;
  last: number;
  /** 1: the counter says that they were given, and no later number is there. */
  atEnd: 0 | 1;
}

/** Somebody set a counter, as the journal has it: "we are at RE-2026-0041" (E11). */
export interface CounterStart {
  rangeId: number;
  period: string;
  from: number;
  to: number;
  at: Instant;
  who: string;
}

/** Where invoices stop counting by one, and where a counter stands higher than the last number; both may be missing numbers. */
const JUMPS = `
  WITH given AS (
    SELECT number_range_id AS rangeId, number_period AS period, number_counter AS number
    FROM invoice WHERE number_counter IS NOT NULL)
  SELECT rangeId, period, before + 1 AS first, number - 1 AS last, 0 AS atEnd FROM (
    SELECT rangeId, period, number, lag(number, 1, 0) OVER (PARTITION BY rangeId, period ORDER BY number) AS before FROM given)
  WHERE number > before + 1
  UNION ALL
  SELECT c.number_range_id, c.period, coalesce(g.highest, 0) + 1, c.last_value, 1 FROM number_counter AS c
  LEFT JOIN (SELECT rangeId, period, max(number) AS highest FROM given GROUP BY 1, 2) AS g
    ON g.rangeId = c.number_range_id AND g.period = c.period
  WHERE c.last_value > coalesce(g.highest, 0)
  ORDER BY 1, 2, 3`;

/** Every time that somebody set a counter, oldest first. */
export function counterStarts(reader: Reader): Promise<CounterStart[]> {
  return reader.query<CounterStart[]>(
    `SELECT record_id AS rangeId, json_extract(entry, '$.changes.period.to') AS period,
       json_extract(entry, '$.changes.counter.from') AS "from", json_extract(entry, '$.changes.counter.to') AS "to",
       json_extract(entry, '$.at') AS at, json_extract(entry, '$.who') AS who
     FROM journal WHERE record = 'numberRange' AND json_extract(entry, '$.changes.counter') IS NOT NULL ORDER BY sequence`,
  );
}

/**
 * All numbers that are missing (F2.3): counters that were passed over without anybody having said so. What a start value
 * passes over is no gap: another program gave it, or nobody did, and the journal says who decided that.
 */
export async function findGaps(reader: Reader, starts: CounterStart[]): Promise<NumberGap[]> {
  const jumps = await reader.query<NumberGap[]>(JUMPS);
  return jumps.flatMap((jump) => {
    const own = starts.filter(({ rangeId, period }) => rangeId === jump.rangeId && period === jump.period);
    return without(jump, passedOver(own)).map((part) => ({ ...jump, ...part }));
  });
}

type Counters = Pick<NumberGap, 'first' | 'last'>;

/** The counters that start values passed over. A counter that is set back gives those above it after all. */
function passedOver(starts: Pick<CounterStart, 'from' | 'to'>[]): Counters[] {
  let passed: Counters[] = [];
  for (const { from, to } of starts) {
    passed = passed.map(({ first, last }) => ({ first, last: Math.min(last, to) }));
    passed.push({ first: from + 1, last: to });
  }
  return passed.filter(({ first, last }) => first <= last);
}

function without(gap: Counters, passed: Counters[]): Counters[] {
  return passed.reduce<Counters[]>(
    (parts, cut) =>
      parts.flatMap(({ first, last }) =>
        [
          { first, last: Math.min(last, cut.first - 1) },
          { first: Math.max(first, cut.last + 1), last },
        ].filter((part) => part.first <= part.last),
      ),
    [gap],
  );
}
