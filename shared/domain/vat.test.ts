import { expect, test } from 'vitest';
import { compareLineVat, lineVatKey, percentOn, taxPoint } from './vat.ts';
import type { LineVat } from './vat.ts';

/** The German standard rate, not in order. */
const STANDARD = [
  { validFrom: '2020-07-01', percent: 1_600 },
  { validFrom: '2021-01-01', percent: 1_900 },
  { validFrom: '2007-01-01', percent: 1_900 },
];

test.each([
  ['2006-12-31', null],
  ['2007-01-01', 1_900],
  ['2020-06-30', 1_900],
  ['2020-07-01', 1_600],
  ['2020-12-31', 1_600],
  ['2021-01-01', 1_900],
  ['2026-11-21', 1_900],
])('the rate on %s is %s', (day, percent) => {
  expect(percentOn(STANDARD, day)).toBe(percent);
});

test('a rate of zero is a rate', () => {
  expect(percentOn([{ validFrom: '2007-01-01', percent: 0 }], '2026-11-21')).toBe(0);
});

test('the tax point is the last day of the Leistungszeitraum, without one the issue date', () => {
  expect(taxPoint('2021-01-15', { start: '2020-12-01', end: '2020-12-31' })).toBe('2020-12-31');
  expect(taxPoint('2021-01-15', null)).toBe('2021-01-15');
});

test('groups are named and ordered by category and percent', () => {
  const vats: LineVat[] = [
    { category: 'O', percent: 0 },
    { category: 'S', percent: 700 },
    { category: 'S', percent: 1_900 },
    { category: 'E', percent: 0 },
  ];
  expect(vats.sort(compareLineVat).map(lineVatKey)).toEqual(['S.1900', 'S.700', 'E.0', 'O.0']);
});
