import { expect, test } from 'vitest';
import { periodRange, PERIODS, type Period } from './periods.ts';

test.each<[Period, string, string, string]>([
  ['this-month', '2026-11-21', '2026-11-01', '2026-11-30'],
  ['last-month', '2026-11-21', '2026-10-01', '2026-10-31'],
  ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['this-quarter', '2026-11-21', '2026-10-01', '2026-12-31'],
  ['this-quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['last-quarter', '2026-02-28', '2025-10-01', '2025-12-31'],
  ['last-quarter', '2026-11-21', '2026-07-01', '2026-09-30'],
  ['this-year', '2026-11-21', '2026-01-01', '2026-12-31'],
  ['last-year', '2026-11-21', '2025-01-01', '2025-12-31'],
])('%s on %s is %s to %s', (period, today, from, to) => {
  expect(periodRange(period, today)).toEqual({ from, to });
});

test('every period ends before the next of its kind begins, and this one holds today', () => {
  for (const today of ['2026-01-01', '2026-05-15', '2026-12-31', '2028-02-29']) {
    for (const period of PERIODS) {
      const { from, to } = periodRange(period, today);
      if (period.startsWith('this')) expect(from <= today && today <= to).toBe(true);
      else expect(to < periodRange(period.replace('last', 'this') as Period, today).from).toBe(true);
    }
  }
});
