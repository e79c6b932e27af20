import type { IsoDate } from '#shared/domain/amounts.ts';
import { isIsoDate } from '#shared/domain/dates.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['märz', 'march', 'maerz'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['dezember', 'december'],
];

/**
 * The day that somebody typed, in German or English: "21.11.2026", "21.11.26", "21.11.", "211126", "21112026",
 * "21. November 2026", "21 Nov 2026", "2026-11-21". Null when it is none, or when it could be two: with slashes the
 * month comes first for some and the day for others.
 * @param thisYear the year of a day that is typed without one
 */
export function parseTypedDate(text: string, thisYear: number): IsoDate | null {
  const typed = text.trim().toLowerCase();
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? german(typed, thisYear) ?? withMonthName(typed, thisYear) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

type Parts = readonly (string | undefined)[];

function german(typed: string, thisYear: number): Parts | null {
  const match =
    /^(\d{1,2})\.\s*(\d{1,2})(?:\.\s*(\d{4}|\d{2})?)?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  return match && [typed, match[3] ?? String(thisYear), match[2], match[1]];
}

function withMonthName(typed: string, thisYear: number): Parts | null {
  const match = /^(\d{1,2})\.?\s*([a-zä]{3,})\.?\s*(\d{4}|\d{2})?$/.exec(typed);
  if (match === null) return null;
  const month = MONTHS.findIndex((names) => names.some((name) => name.startsWith(match[2] ?? '')));
  return month === -1 ? null : [typed, match[3] ?? String(thisYear), String(month + 1), match[1]];
}
