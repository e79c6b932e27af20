import type { Cents, CountryCode, IsoDate } from './amounts.ts';
import type { VatCategory } from './vat.ts';

/** From this day on the sellers above 800,000 EUR of the year before must write e-invoices, from the second on all (§ 27 Abs. 38 UStG). */
export const DUTY_ABOVE_800K: IsoDate = '2027-01-01';
export const DUTY_FOR_ALL: IsoDate = '2028-01-01';

/** § 33 UStDV: up to 250 EUR with VAT. */
export const SMALL_INVOICE_LIMIT: Cents = 25_000;

export interface EInvoiceDutyInput {
  issueDate: IsoDate;
  /** `revenueAbove800k`: total turnover of the calendar year before the issue date. */
  seller: { country: CountryCode; smallBusiness: boolean; revenueAbove800k: boolean };
  buyer: { kind: 'business' | 'private'; country: CountryCode };
  grossInEuro: Cents;
  categories: VatCategory[];
}

export type EInvoiceDutyReason =
  'mandatory' | 'not-domestic' | 'private-buyer' | 'small-business' | 'small-invoice' | 'exempt-supply' | 'not-yet';

export interface EInvoiceDuty {
  mandatory: boolean;
  reason: EInvoiceDutyReason;
}

/**
 * Whether the law asks for an e-invoice (§ 14 Abs. 2, § 27 Abs. 38 UStG, §§ 33, 34a UStDV; F3.1). Where it does not, the
 * invoice may be finalised without one. A Stornorechnung counts with the size of its amount (F2.6). Tickets (§ 34 UStDV)
 * are not told apart: they are no invoices of this application. When in doubt the answer is "mandatory".
 */
export function eInvoiceDuty(input: EInvoiceDutyInput): EInvoiceDuty {
  const reason = dutyReason(input);
  return { mandatory: reason === 'mandatory', reason };
}

function dutyReason({ issueDate, seller, buyer, grossInEuro, categories }: EInvoiceDutyInput): EInvoiceDutyReason {
  if (seller.country !== 'DE' || buyer.country !== 'DE') return 'not-domestic';
  if (buyer.kind === 'private') return 'private-buyer';
  if (seller.smallBusiness) return 'small-business';
  if (Math.abs(grossInEuro) <= SMALL_INVOICE_LIMIT) return 'small-invoice';
  if (categories.length > 0 && categories.every((category) => category === 'E')) return 'exempt-supply';
  if (issueDate >= DUTY_FOR_ALL || (issueDate >= DUTY_ABOVE_800K && seller.revenueAbove800k)) return 'mandatory';
  return 'not-yet';
}
