import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatDate,
  isIsoDate,
  isMoreThanMonthsBefore,
  lastDayOfMonth,
} from './dates.ts';

/** The platform's calendar in UTC, as a second opinion. */
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const DAY = 86_400_000;
const FIRST = utc('1900-01-01') / DAY;
const LAST = utc('2199-12-31') / DAY;
const anyDay = fc.integer({ min: FIRST, max: LAST }).map((day) => fromUtc(day * DAY));

test.each(['2026-11-21', '1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29'])('%s is a day', (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '1899-12-31',
  '2200-01-01',
  '21.11.2026',
  '2026-11-21T00:00',
  ' 2026-11-21',
  '2026-11-21\n',
  '',
])('%j is none', (text) => {
  expect(isIsoDate(text)).toBe(false);
});

describe('addDays and daysBetween', () => {
  test('agree with the calendar of the platform on every day of three centuries', () => {
    let date = '1900-01-01';
    for (let day = FIRST; day < LAST; day += 1) {
      if (date !== fromUtc(day * DAY) || !isIsoDate(date)) expect(date).toBe(fromUtc(day * DAY));
      date = addDays(date, 1);
    }
    expect(date).toBe('2199-12-31');
  });

  test('undo each other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (start, end) => {
        const days = daysBetween(start, end);
        expect(days).toBe((utc(end) - utc(start)) / DAY);
        expect(addDays(start, days)).toBe(end);
        expect(Math.sign(compareDates(end, start))).toBe(Math.sign(days));
      }),
    );
  });

  test('end with the calendar', () => {
    expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('1900-01-01', -1)).toThrow(RangeError);
  });
});

test.each([
  ['2026-11-21', 1, '2026-12-21'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2026-01-15', 0, '2026-01-15'],
])('%s and %i months: %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test.each([
  ['2026-05-21', '2026-11-21', false],
  ['2026-05-21', '2026-11-22', true],
  ['2026-05-20', '2026-11-21', true],
  ['2026-08-31', '2027-02-28', false],
  ['2026-08-31', '2027-03-01', true],
  ['2026-12-01', '2026-11-21', false],
])('six months from %s are over on %s: %s', (earlier, later, over) => {
  expect(isMoreThanMonthsBefore(earlier, later, 6)).toBe(over);
});

test('lastDayOfMonth', () => {
  expect(['2026-02-03', '2028-02-03', '2026-11-30', '2026-12-01'].map(lastDayOfMonth)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-11-30',
    '2026-12-31',
  ]);
});

test('dates as printed', () => {
  expect(formatDate('2026-03-01', 'de')).toBe('01.03.2026');
  expect(formatDate('2026-03-01', 'en')).toBe('1 Mar 2026');
  expect(formatDate('2026-12-24', 'en')).toBe('24 Dec 2026');
});
