import { currentLanguage } from '../stores/failure.ts';

/** An instant as day and time where the window runs: "21.11.2026, 10:30". */
export function showInstant(instant: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
