import type { IsoDate, PercentHundredths } from './amounts.ts';
import { compareDates } from './dates.ts';

/**
 * VAT category codes (UNCL5305 as EN 16931 uses it, BT-118 and BT-151): standard, zero rated, exempt,
 * reverse charge, intra-community supply, export outside the EU, outside the scope of VAT.
 */
export const VAT_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;
export type VatCategory = (typeof VAT_CATEGORIES)[number];

/** What a line is taxed with; every category but `S` has percent 0 (BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05, BR-O-05). */
export interface LineVat {
  category: VatCategory;
  percent: PercentHundredths;
}

/** One step in the history of a VAT rate: from this day on (inclusive) the percent holds. */
export interface VatRatePeriod {
  validFrom: IsoDate;
  percent: PercentHundredths;
}

/** Name of a VAT group within an invoice: `S.1900`. */
export function lineVatKey({ category, percent }: LineVat): string {
  return `${category}.${percent}`;
}

/** Printing order of VAT groups: by category, then percent descending. */
export function compareLineVat(a: LineVat, b: LineVat): number {
  return VAT_CATEGORIES.indexOf(a.category) - VAT_CATEGORIES.indexOf(b.category) || b.percent - a.percent;
}

/** The percent that holds on a day: of the latest period that has begun. Null before the first one. */
export function percentOn(periods: VatRatePeriod[], day: IsoDate): PercentHundredths | null {
  let current: VatRatePeriod | null = null;
  for (const period of periods) {
    const begun = compareDates(period.validFrom, day) <= 0;
    if (begun && (current === null || compareDates(period.validFrom, current.validFrom) > 0)) current = period;
  }
  return current === null ? null : current.percent;
}

/**
 * The day whose VAT rates hold (§ 13 Abs. 1, § 27 Abs. 1 UStG): last day of the Leistungszeitraum, without one the issue
 * date.
 */
export function taxPoint(issueDate: IsoDate, servicePeriod: { start: IsoDate; end: IsoDate } | null): IsoDate {
  return servicePeriod === null ? issueDate : servicePeriod.end;
}
