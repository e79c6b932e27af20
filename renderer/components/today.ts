import type { IsoDate } from '#shared/domain/amounts.ts';

/** Today in the office's own time zone, for what the window proposes; the host decides by its own clock. */
export function today(): IsoDate {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
