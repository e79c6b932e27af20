import type { IsoDate } from '#shared/domain/amounts.ts';

/** Today in the office's own time zone, for what the window proposes; the host decides by its own clock. */
export function today(): IsoDate {
  return isoDay(new Date());
}

/** The day of a moment in the office's own time zone. */
export function isoDay(moment: Date): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
