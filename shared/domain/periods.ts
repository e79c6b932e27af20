import type { IsoDate } from './amounts.ts';
import { addMonths, lastDayOfMonth } from './dates.ts';

/** Periods that move with the day, for filters: kept under a name, "Letzter Monat" is each month another. */
export const PERIODS = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year'] as const;
export type Period = (typeof PERIODS)[number];

export interface DateRange {
  from: IsoDate;
  to: IsoDate;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First and last day of a period, seen from a day: calendar months, quarters and years. */
export function periodRange(period: Period, today: IsoDate): DateRange {
  const [which, unit] = period.split('-') as ['this' | 'last', keyof typeof MONTHS];
  const months = MONTHS[unit];
  const month = Number(today.slice(5, 7)) - 1;
  const first = String(month - (month % months) + 1).padStart(2, '0');
  const begin = `${today.slice(0, 4)}-${first}-01`;
  const from = which === 'this' ? begin : addMonths(begin, -months);
  return { from, to: lastDayOfMonth(addMonths(from, months - 1)) };
}
