import { addDays } from '#shared/domain/dates.ts';
import { computeTotals } from '#shared/domain/compute-totals.ts';
import { ACCOUNTING_CURRENCY } from '#shared/domain/currencies.ts';
import type { ExchangeRate } from '#shared/domain/invoice-document.ts';
import type { InvoiceTotals, TotalsAllowance } from '#shared/domain/totals.ts';
import { percentOn, taxPoint, type LineVat } from '#shared/domain/vat.ts';
import type { InvoiceAllowanceRow, InvoiceEntryRow, InvoiceRow } from '../store/entities/index.ts';
import type { RateDefinition } from '../vat-rates/service.ts';
import { discountOf, servicePeriodOf, toHeader } from './convert.ts';
import type { InvoiceRows } from './repository.ts';

export type Rates = ReadonlyMap<number, RateDefinition>;

/** What a line is taxed with on the tax point of its invoice; null when no percent is defined for that day. */
export function lineVat(rates: Rates, vatRateId: number | null, invoice: InvoiceRow): LineVat | null {
  const rate = rates.get(vatRateId ?? 0);
  const percent = rate && percentOn(rate.periods, taxPoint(invoice.issueDate, servicePeriodOf(invoice)));
  return rate && percent !== null && percent !== undefined ? { category: rate.category, percent } : null;
}

/**
 * What the document shows of a line: a line whose rate has no percent on the tax point stands in with 0 %, until
 * finalising refuses it (F1.8).
 */
export function documentVat(rates: Rates, { vatRateId }: InvoiceEntryRow, invoice: InvoiceRow): LineVat {
  return lineVat(rates, vatRateId, invoice) ?? { category: rates.get(vatRateId ?? 0)?.category ?? 'S', percent: 0 };
}

/** The exchange rate of a foreign invoice; one that was typed before the currency became EUR does not count. */
export function exchangeRateOf(invoice: InvoiceRow): ExchangeRate | null {
  const { currency, exchangeRate } = toHeader(invoice);
  return currency === ACCOUNTING_CURRENCY ? null : exchangeRate;
}

/** The overall discounts as the domain takes them. */
export function namedDiscounts(rows: readonly InvoiceAllowanceRow[]): TotalsAllowance[] {
  return rows.flatMap((row) => {
    const discount = discountOf(row);
    return discount ? [{ name: row.name, discount }] : [];
  });
}

/**
 * The sums of a draft by the one domain function. VAT in EUR is asked for only where there is VAT.
 * @throws AmountOutOfRange
 */
export function draftTotals({ invoice, entries, allowances }: InvoiceRows, rates: Rates): InvoiceTotals {
  const lines = entries
    .filter(({ kind }) => kind === 'line')
    .map((row) => ({
      quantity: row.quantity ?? 0,
      unitPrice: row.unitPrice ?? 0,
      discount: discountOf(row),
      vat: documentVat(rates, row, invoice),
    }));
  return computeTotals({
    lines,
    allowances: namedDiscounts(allowances),
    skontoPercent: invoice.skontoPercent,
    exchangeRate: lines.some(({ vat }) => vat.category === 'S') ? (exchangeRateOf(invoice)?.rate ?? null) : null,
  });
}

/** The columns that list and filters read instead of computing. */
export function sumColumns({
  lineNet,
  net,
  vat,
  gross,
}: InvoiceTotals): Pick<InvoiceRow, 'lineNet' | 'net' | 'vat' | 'gross'> {
  return { lineNet, net, vat, gross };
}

/** Issue date + "Zahlungsziel (in Tagen)". */
export function dueDateOf({ issueDate, dueDays }: Pick<InvoiceRow, 'issueDate' | 'dueDays'>): string {
  return addDays(issueDate, dueDays);
}
