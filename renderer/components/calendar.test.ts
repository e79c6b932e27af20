import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import { monthTitle, spokenDay, weekday, weekdayNames, weeksOfMonth } from './calendar.ts';

describe('the calendar', () => {
  test('weeks begin on Monday', () => {
    expect(weekday('2026-11-21')).toBe(5);
    expect(weeksOfMonth('2026-11-21')[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weekdayNames('de').map(({ short }) => short)).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
  });

  test('every day of a month stands once, in order, under its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = addDays('1900-01-01', days);
        const weeks = weeksOfMonth(date);
        const shown = weeks.flat().filter((day) => day !== null);
        expect(shown).toContain(date);
        expect(shown.every((day, index) => Number(day.slice(8)) === index + 1)).toBe(true);
        expect(weeks.every((week) => week.every((day, column) => day === null || weekday(day) === column))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('days and months have names in both languages', () => {
    expect(monthTitle('2026-11-21', 'de')).toBe('November 2026');
    expect(spokenDay('2026-11-21', 'de')).toBe('Samstag, 21. November 2026');
    expect(spokenDay('2026-11-21', 'en')).toBe('Saturday, November 21, 2026');
  });
});
