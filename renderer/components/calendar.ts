import type { IsoDate } from '#shared/domain/amounts.ts';
import { addDays, daysBetween, lastDayOfMonth } from '#shared/domain/dates.ts';
import type { Language } from '#shared/domain/template.ts';

/** A Monday, and the first day of the calendar. */
const FIRST_MONDAY = '1900-01-01';

/** 0 for Monday to 6 for Sunday. */
export function weekday(date: IsoDate): number {
  return daysBetween(FIRST_MONDAY, date) % 7;
}

/** The weeks of the month of `date`, each from Monday to Sunday; null outside the month. */
export function weeksOfMonth(date: IsoDate): (IsoDate | null)[][] {
  const first = `${date.slice(0, 8)}01`;
  const last = lastDayOfMonth(date);
  const blanks = Array<null>(weekday(first)).fill(null);
  const days = Array.from({ length: Number(last.slice(8)) }, (_, index) => addDays(first, index));
  const cells: (IsoDate | null)[] = [...blanks, ...days, ...Array<null>(6 - weekday(last)).fill(null)];
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** "November 2026". */
export function monthTitle(date: IsoDate, language: Language): string {
  return written(date, language, { month: 'long', year: 'numeric' });
}

/** "Samstag, 21. November 2026", for screen readers. */
export function spokenDay(date: IsoDate, language: Language): string {
  return written(date, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Monday to Sunday, short and in full. */
export function weekdayNames(language: Language): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(FIRST_MONDAY, index);
    return { short: written(day, language, { weekday: 'short' }), long: written(day, language, { weekday: 'long' }) };
  });
}

function written(date: IsoDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(date));
}
