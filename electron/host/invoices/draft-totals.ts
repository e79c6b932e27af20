import { addDays } from '#shared/domain/dates.ts';
import { computeTotals } from '#shared/domain/compute-totals.ts';
import type { InvoiceTotals } from '#shared/domain/totals.ts';
import { percentOn, taxPoint, type LineVat } from '#shared/domain/vat.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
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
 * The sums of a draft by the one domain function. A line whose rate has no percent on the tax point counts with 0 %
 * until finalising refuses it.
 * @throws AmountOutOfRange
 */
export function draftTotals({ invoice, entries, allowances }: InvoiceRows, rates: Rates): InvoiceTotals {
  const lines = entries
    .filter(({ kind }) => kind === 'line')
    .map((row) => ({
      quantity: row.quantity ?? 0,
      unitPrice: row.unitPrice ?? 0,
      discount: discountOf(row),
      vat: lineVat(rates, row.vatRateId, invoice) ?? {
        category: rates.get(row.vatRateId ?? 0)?.category ?? 'S',
        percent: 0,
      },
    }));
  return computeTotals({
    lines,
    allowances: allowances.flatMap((row) => {
      const discount = discountOf(row);
      return discount ? [{ name: row.name, discount }] : [];
    }),
    skontoPercent: invoice.skontoPercent,
    exchangeRate: toHeader(invoice).exchangeRate?.rate ?? null,
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
