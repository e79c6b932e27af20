import type { NumberReport } from '#shared/contract/numbering.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import { CompanyEntity, NumberRangeEntity } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';
import { counterStarts, findGaps } from './gaps.ts';

interface GivenNumbers {
  rangeId: number;
  period: string;
  given: number;
  first: string;
  last: string;
}

const GIVEN = `
  SELECT rangeId, period, given, (SELECT number FROM invoice WHERE number_range_id = rangeId AND number_period = period
      AND number_counter = lowest) AS first,
    (SELECT number FROM invoice WHERE number_range_id = rangeId AND number_period = period AND number_counter = highest) AS last
  FROM (SELECT number_range_id AS rangeId, number_period AS period, count(*) AS given, min(number_counter) AS lowest,
      max(number_counter) AS highest
    FROM invoice WHERE number_counter IS NOT NULL GROUP BY 1, 2)`;

const COUNTERS = 'SELECT number_range_id AS rangeId, period FROM number_counter';

/**
 * The report that proves that numbers have no gaps (E11, F2.3): per range and period what was given, what is missing, and
 * where somebody decided to go on with another number.
 */
export async function reportNumbers(reader: Reader, at: Instant): Promise<NumberReport> {
  const { name: company } = await reader.findOneByOrFail(CompanyEntity, { id: 1 });
  const rows = await reader.find(NumberRangeEntity, { order: { id: 'ASC' } });
  const starts = await counterStarts(reader);
  const gaps = await findGaps(reader, starts);
  const given = await reader.query<GivenNumbers[]>(GIVEN);
  const counters = await reader.query<Pick<GivenNumbers, 'rangeId' | 'period'>[]>(COUNTERS);
  const ranges = rows.map(({ id, name, pattern }) => {
    const of = <T extends { rangeId: number; period: string }>(all: T[], period: string): T[] =>
      all.filter((one) => one.rangeId === id && one.period === period);
    const periods = new Set(
      [...given, ...counters].filter(({ rangeId }) => rangeId === id).map(({ period }) => period),
    );
    return {
      ...{ id, name, pattern },
      periods: [...periods].sort().map((period) => {
        const numbers = of(given, period)[0];
        const missing = of(gaps, period).map(({ first, last }) => ({ first, last }));
        const count = numbers?.given ?? 0;
        return {
          ...{ period, first: numbers?.first ?? '', last: numbers?.last ?? '', given: count, gaps: missing },
          expected: count + missing.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0),
          starts: of(starts, period).map(({ from, to, at: setAt, who }) => ({ from, to, at: setAt, who })),
        };
      }),
    };
  });
  return { at, company, ranges };
}
