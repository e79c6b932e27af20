import type { AllowanceInput, Discount as DiscountText, EntryInput, EntryRecord } from '#shared/contract/entries.ts';
import type { InvoiceHeader } from '#shared/contract/invoices.ts';
import { formatDecimal, parseDecimal } from '#shared/domain/decimal.ts';
import type { Discount } from '#shared/domain/discounts.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { InvoiceTotals } from '#shared/domain/totals.ts';
import type { Totals } from '#shared/contract/totals.ts';
import type { LineVat } from '#shared/domain/vat.ts';
import type { Given } from '../records/given.ts';
import { flag } from '../store/convert.ts';
import type { InvoiceAllowanceRow, InvoiceEntryRow, InvoiceRow } from '../store/entities/index.ts';

/**
 * Between contract (decimal text, groups), domain (integers) and file (columns). Texts from the contract are already
 * checked there, so a decimal that does not parse here is a defect.
 */
function integer(text: string, places: number): number {
  const value = parseDecimal(text, places);
  if (value === null) throw new Error(`not a decimal with ${places} places: ${text}`);
  return value;
}

type DiscountColumns = Pick<InvoiceEntryRow, 'discountPercent' | 'discountAmount'>;

export function discountColumns(discount: DiscountText | null): DiscountColumns {
  return {
    discountPercent: discount?.kind === 'percent' ? integer(discount.percent, 2) : null,
    discountAmount: discount?.kind === 'amount' ? discount.amount : null,
  };
}

/** The discount of a row, with its percent in hundredths; null without one. */
export function discountOf({ discountPercent, discountAmount }: DiscountColumns): Discount | null {
  if (discountPercent !== null) return { kind: 'percent', percent: discountPercent };
  return discountAmount === null ? null : { kind: 'amount', amount: discountAmount };
}

function discountText(columns: DiscountColumns): DiscountText | null {
  const discount = discountOf(columns);
  return discount?.kind === 'percent' ? { kind: 'percent', percent: formatDecimal(discount.percent, 2) } : discount;
}

export function entryColumns(entry: EntryInput): Omit<InvoiceEntryRow, 'id' | 'invoiceId' | 'sort'> {
  if (entry.kind === 'text') {
    const { area, content, ruleAbove, ruleBelow } = entry;
    return {
      ...{ kind: 'text', area, title: '', content: JSON.stringify(content) },
      ...{ quantity: null, unit: null, unitPrice: null, vatRateId: null, ...discountColumns(null) },
      ...{ ruleAbove: flag.to(ruleAbove), ruleBelow: flag.to(ruleBelow) },
    };
  }
  const { title, description, quantity, unit, unitPrice, vatRateId, discount } = entry;
  return {
    ...{ kind: 'line', area: 'body', title, content: description === null ? null : JSON.stringify(description) },
    ...{ quantity: integer(quantity, 4), unit, unitPrice: integer(unitPrice, 4), vatRateId },
    ...{ ...discountColumns(discount), ruleAbove: 0, ruleBelow: 0 },
  };
}

export function toEntry(row: InvoiceEntryRow, vat: LineVat | null): EntryRecord {
  if (row.kind === 'text') {
    return {
      ...{ id: row.id, kind: 'text', area: row.area as 'intro' | 'body' | 'closing', content: richTextOf(row.content) },
      ...{ ruleAbove: flag.from(row.ruleAbove), ruleBelow: flag.from(row.ruleBelow) },
    };
  }
  return {
    ...{ id: row.id, kind: 'line', title: row.title },
    description: row.content === null ? null : richTextOf(row.content),
    quantity: formatDecimal(row.quantity ?? 0, 4),
    unit: row.unit as Extract<EntryRecord, { kind: 'line' }>['unit'],
    unitPrice: formatDecimal(row.unitPrice ?? 0, 4),
    vatRateId: row.vatRateId ?? 0,
    discount: discountText(row),
    vat: vat && { category: vat.category, percent: formatDecimal(vat.percent, 2) },
  };
}

export function richTextOf(json: string | null): RichText {
  return json === null ? { v: 1, blocks: [] } : (JSON.parse(json) as RichText);
}

export function allowanceRows(
  invoiceId: number,
  allowances: readonly AllowanceInput[],
): Omit<InvoiceAllowanceRow, 'id'>[] {
  return allowances.map(({ name, discount }, sort) => ({ invoiceId, sort, name, ...discountColumns(discount) }));
}

export function toAllowance(row: InvoiceAllowanceRow): AllowanceInput & { id: number } {
  const discount = discountText(row);
  if (!discount) throw new Error(`allowance ${row.id} has no discount`);
  return { id: row.id, name: row.name, discount };
}

/** Columns of the given header fields; what is left out is not in the result. */
export function headerColumns(header: Given<InvoiceHeader>): Partial<InvoiceRow> {
  const { servicePeriod, exchangeRate, terms, buyerAddress, contact, ...plain } = header;
  return {
    ...plain,
    ...(servicePeriod !== undefined && {
      serviceStart: servicePeriod?.start ?? null,
      serviceEnd: servicePeriod?.end ?? null,
    }),
    ...(exchangeRate !== undefined && { exchangeRate: jsonOrNull(exchangeRate) }),
    ...(terms && {
      dueDays: terms.dueDays,
      skontoDays: terms.skontoDays,
      skontoPercent: terms.skontoPercent === null ? null : integer(terms.skontoPercent, 2),
    }),
    ...(buyerAddress !== undefined && { buyerAddress: jsonOrNull(buyerAddress) }),
    ...(contact !== undefined && { contact: jsonOrNull(contact) }),
  };
}

export function toHeader(row: InvoiceRow): InvoiceHeader {
  const { issueDate, customerId, reference, title, responsibleId, templateId, dueDays, skontoDays, skontoPercent } =
    row;
  return {
    ...{ issueDate, customerId, reference, title, responsibleId, templateId },
    servicePeriod: servicePeriodOf(row),
    currency: row.currency as InvoiceHeader['currency'],
    exchangeRate: parseOrNull<InvoiceHeader['exchangeRate']>(row.exchangeRate),
    terms: { dueDays, skontoDays, skontoPercent: skontoPercent === null ? null : formatDecimal(skontoPercent, 2) },
    language: row.language as InvoiceHeader['language'],
    buyerAddress: parseOrNull<InvoiceHeader['buyerAddress']>(row.buyerAddress),
    contact: parseOrNull<InvoiceHeader['contact']>(row.contact),
  };
}

export function servicePeriodOf({ serviceStart, serviceEnd }: InvoiceRow): { start: string; end: string } | null {
  return serviceStart === null || serviceEnd === null ? null : { start: serviceStart, end: serviceEnd };
}

/** The sums as they travel: percents as decimal text, the paths in a call of their own. */
export function toTotals({ paths, ...totals }: InvoiceTotals): Totals {
  const percent = (value: number): string => formatDecimal(value, 2);
  return {
    ...totals,
    allowances: totals.allowances.map((allowance) => ({
      ...allowance,
      percent: allowance.percent === null ? null : percent(allowance.percent),
      shares: allowance.shares.map((share) => ({ ...share, percent: percent(share.percent) })),
    })),
    vatBreakdown: totals.vatBreakdown.map((group) => ({ ...group, percent: percent(group.percent) })),
  };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
