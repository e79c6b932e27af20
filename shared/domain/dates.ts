import type { IsoDate } from './amounts.ts';
import type { Language } from './template.ts';

/** Calendar arithmetic on ISO dates in whole numbers, so that no time zone and no `Date` can shift a day. */

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** Whether the text is a real day of the Gregorian calendar from 1900-01-01 to 2199-12-31. */
export function isIsoDate(text: string): text is IsoDate {
  if (!ISO_DATE.test(text)) return false;
  const { year, month, day } = split(text);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Negative, 0 or positive as `a` lies before, on or after `b`. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `start` to `end`; negative when `end` lies before. */
export function daysBetween(start: IsoDate, end: IsoDate): number {
  return dayNumber(end) - dayNumber(start);
}

/** The day that lies `days` later, or earlier when negative. Throws RangeError outside the years 1900 to 2199. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(fromDayNumber(dayNumber(date) + days));
}

/**
 * The same day `months` later, or earlier when negative; the last day of the month where that day does not exist
 * (§ 188 Abs. 3 BGB). Throws RangeError outside the years 1900 to 2199.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = split(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return toIso({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Whether more than `months` months passed from `earlier` to `later`: the six months of § 14 Abs. 2 UStG (F1.2). */
export function isMoreThanMonthsBefore(earlier: IsoDate, later: IsoDate, months: number): boolean {
  return compareDates(addMonths(earlier, months), later) < 0;
}

/** Last day of the month of `date`. */
export function lastDayOfMonth(date: IsoDate): IsoDate {
  const { year, month } = split(date);
  return toIso({ year, month, day: daysInMonth(year, month) });
}

/** As printed on a document: "21.11.2026" or "21 Nov 2026". */
export function formatDate(date: IsoDate, language: Language): string {
  const { year, month, day } = split(date);
  if (language === 'en') return `${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}`;
  return `${pad(day, 2)}.${pad(month, 2)}.${pad(year, 4)}`;
}

function split(date: IsoDate): CalendarDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function toIso({ year, month, day }: CalendarDay): IsoDate {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`The year ${year} lies outside the calendar`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0000-03-01; years are counted from March, so that the leap day comes last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = split(date);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  return daysBeforeMarchYear(marchYear) + daysBeforeMarchMonth(marchMonth) + day - 1;
}

function fromDayNumber(dayNumber: number): CalendarDay {
  let marchYear = Math.floor(dayNumber / 365.2425);
  if (daysBeforeMarchYear(marchYear) > dayNumber) marchYear -= 1;
  else if (daysBeforeMarchYear(marchYear + 1) <= dayNumber) marchYear += 1;
  const dayOfYear = dayNumber - daysBeforeMarchYear(marchYear);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: month > 2 ? marchYear : marchYear + 1,
    month,
    day: dayOfYear - daysBeforeMarchMonth(marchMonth) + 1,
  };
}

function daysBeforeMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Months from March on have 31, 30, 31, 30, 31 days over and over: 153 days in five months. */
function daysBeforeMarchMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
