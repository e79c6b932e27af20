import type { IsoDate } from '#shared/domain/amounts.ts';
import { addDays, formatDate } from '#shared/domain/dates.ts';
import { periodRange, type Period } from '#shared/domain/periods.ts';
import type { Language } from '#shared/domain/template.ts';
import { today } from '../../components/today.ts';
import type { JournalQuestion } from './useJournal.ts';

/** What the journal is filtered by, beside the search. */
export interface JournalFilter {
  /** One that moves with the day; null: the two days. */
  period: Period | null;
  from: IsoDate | null;
  to: IsoDate | null;
  /** '' for every kind. */
  record: string;
  /** '' for everybody. */
  who: string;
}
export const NO_FILTER: Readonly<JournalFilter> = { period: null, from: null, to: null, record: '', who: '' };

/** Kinds of records that have entries, in the order in which they are offered. */
export const RECORDS = [
  ...['invoice', 'customer', 'company', 'profile', 'vatRate', 'numberRange', 'textBlock', 'savedFilter'],
  ...['office', 'journal'],
];

export function isSame(one: JournalFilter, other: JournalFilter): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The two days, whatever the filter names them by. */
export function daysOf({ period, from, to }: JournalFilter): { from: IsoDate | null; to: IsoDate | null } {
  return period === null ? { from, to } : periodRange(period, today());
}

/** As the host is asked: days of this machine are instants there. */
export function questionOf(filter: JournalFilter): JournalQuestion {
  const { from, to } = daysOf(filter);
  return {
    ...{ record: filter.record, who: filter.who },
    since: from === null ? null : beginOf(from),
    until: to === null ? null : beginOf(addDays(to, 1)),
  };
}

/** The first moment of a day where this machine stands. */
function beginOf(date: IsoDate): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).toISOString();
}

/** The days of a chip: "ab 01.11.2026", "01.11.2026 bis 30.11.2026"; null without any. */
export function rangeOf(filter: JournalFilter, language: Language) {
  const { from, to } = daysOf(filter);
  if (from === null && to === null) return null;
  const key = from !== null && to !== null ? 'rangeBoth' : from !== null ? 'rangeFrom' : 'rangeTo';
  return {
    key: `journal.${key}`,
    days: { from: from === null ? '' : formatDate(from, language), to: to === null ? '' : formatDate(to, language) },
  };
}
