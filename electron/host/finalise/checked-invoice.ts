import type { FinaliseCheck } from '#shared/contract/invoice-steps.ts';
import type { Cents, PercentHundredths } from '#shared/domain/amounts.ts';
import { ACCOUNTING_CURRENCY } from '#shared/domain/currencies.ts';
import { toEuro } from '#shared/domain/exchange-rate.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { EmptyPlaceholder } from '../invoices/document.ts';
import type { RateDefinition } from '../vat-rates/service.ts';

/** One thing that blocks or is missing, with the field where it is mended. */
export type Condition = FinaliseCheck['blocking'][number];

/** What the finalise check looks at: the document as it would be frozen, and where its rates came from. */
export interface CheckedInvoice {
  document: InvoiceDocument;
  /** Index among all entries, its rate, and the percent on the tax point (null: none defined). */
  lineRates: { index: number; rate: RateDefinition | undefined; percent: PercentHundredths | null }[];
  emptyPlaceholders: EmptyPlaceholder[];
  /** False: the document is shown with the default template, and finalising is refused (A17.2). */
  hasTemplate: boolean;
  /** "Anpassung angefragt": not issued before that is done (C4). */
  isUnderDiscussion: boolean;
}

export function isEuro({ currency }: InvoiceDocument): boolean {
  return currency === ACCOUNTING_CURRENCY;
}

/** The gross amount in euro cents; null while an invoice in foreign currency has no exchange rate. */
export function grossInEuro({ totals, currency, exchangeRate }: InvoiceDocument): Cents | null {
  if (currency === ACCOUNTING_CURRENCY) return totals.gross;
  return exchangeRate ? toEuro(totals.gross, exchangeRate.rate) : null;
}
