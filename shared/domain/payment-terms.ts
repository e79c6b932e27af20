import type { IsoDate, PercentHundredths } from './amounts.ts';
import { addDays } from './dates.ts';
import { formatFixed, PLACES } from './decimal.ts';
import type { PaymentTerms } from './invoice-document.ts';

/** "Zahlungsziel (in Tagen)", "Skontofrist (in Tagen)" and "Skonto" as agreed, without days of the calendar. */
export interface AgreedTerms {
  dueDays: number;
  skonto: { days: number; percent: PercentHundredths } | null;
}

/** The agreed terms with their last days, all counted from the issue date (A3.11, A3.12, F6.2). */
export function paymentTerms(issueDate: IsoDate, { dueDays, skonto }: AgreedTerms): PaymentTerms {
  return {
    dueDays,
    dueDate: addDays(issueDate, dueDays),
    skonto: skonto === null ? null : { ...skonto, lastDay: addDays(issueDate, skonto.days) },
  };
}

/**
 * Skonto as the line of BT-20 that programs read: `#SKONTO#TAGE=14#PROZENT=2.25#` with the line feed that belongs to it
 * (F5.8, BR-DE-18); '' without Skonto.
 */
export function skontoLine({ skonto }: AgreedTerms): string {
  if (skonto === null) return '';
  return `#SKONTO#TAGE=${skonto.days}#PROZENT=${formatFixed(skonto.percent, PLACES.percent)}#\n`;
}
