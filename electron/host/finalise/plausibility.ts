import type { Cents, IsoDate } from '#shared/domain/amounts.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { isFarAbove, usualAmount, USUAL_INVOICES } from '#shared/domain/plausibility.ts';
import { SMALL_BUSINESS_LIMITS } from '#shared/domain/small-business.ts';
import { smallBusinessRevenue } from '../invoices/small-business.ts';
import type { NextNumber } from '../numbering/service.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';
import type { Condition } from './checked-invoice.ts';
import type { LoadedInvoice } from './load.ts';

/** How near two invoices of the same customer and amount must be to look like one that was written twice, in days. */
const SAME_WITHIN = 30;

/** Invoices that are valid: neither drafts nor cancelled, and no Stornorechnungen. */
const VALID = "kind = 'invoice' AND status NOT IN ('draft', 'cancelled')";

/**
 * What looks like a slip of the hand and may well be right: it is remarked on and never blocks. Asked for the dialog
 * alone, so that finalising many does not pay for it.
 */
export async function plausibilityHints(
  reader: Reader,
  { sources, document, next }: Pick<LoadedInvoice, 'sources' | 'document' | 'next'>,
  today: IsoDate,
): Promise<Condition[]> {
  const { invoice } = sources;
  const hints = [
    inFuture(document, today),
    await beforeLastNumber(reader, document, next),
    await sameAsAnother(reader, invoice, document),
    await aboveUsual(reader, invoice, document),
    await aboveSmallBusinessLimit(reader, document, today),
  ];
  return hints.filter((hint) => hint !== null);
}

function inFuture({ issueDate }: InvoiceDocument, today: IsoDate): Condition | null {
  if (issueDate <= today) return null;
  return { rule: 'issue-date-in-future', field: 'invoice.issueDate', parameters: { date: issueDate, today } };
}

/** Numbers and days of a range should go up together; the last number is the highest of the counter that gives the next one. */
async function beforeLastNumber(
  reader: Reader,
  { issueDate }: InvoiceDocument,
  { rangeId, period }: NextNumber,
): Promise<Condition | null> {
  const [last] = await reader.query<{ number: string; date: IsoDate }[]>(LAST_NUMBER, [rangeId, period]);
  if (!last || last.date <= issueDate) return null;
  const parameters = { date: issueDate, number: last.number, lastDate: last.date };
  return { rule: 'issue-date-before-last', field: 'invoice.issueDate', parameters };
}

async function sameAsAnother(
  reader: Reader,
  { customerId }: InvoiceRow,
  { issueDate, currency, totals: { gross } }: InvoiceDocument,
): Promise<Condition | null> {
  if (gross === 0) return null;
  const days = [addDays(issueDate, -SAME_WITHIN), addDays(issueDate, SAME_WITHIN)];
  const found = await reader.query<{ number: string; date: IsoDate }[]>(SAME_AMOUNT, [
    ...[customerId, ...days, gross, currency, issueDate],
  ]);
  const [other] = found;
  if (!other) return null;
  const parameters = { number: other.number, date: other.date, amount: gross, currency };
  return { rule: 'same-amount-again', field: 'invoice.totals', parameters };
}

async function aboveUsual(
  reader: Reader,
  { customerId }: InvoiceRow,
  { currency, totals: { gross } }: InvoiceDocument,
): Promise<Condition | null> {
  const rows = await reader.query<{ gross: Cents }[]>(LAST_AMOUNTS, [customerId, currency, USUAL_INVOICES]);
  const usual = usualAmount(rows.map((row) => row.gross));
  if (usual === null || !isFarAbove(gross, usual)) return null;
  return { rule: 'amount-unusual', field: 'invoice.totals', parameters: { amount: gross, usual, currency } };
}

/** A Kleinunternehmer who crosses the limit owes VAT at once, from this very invoice on (F1.6). */
async function aboveSmallBusinessLimit(
  reader: Reader,
  { seller, currency, totals: { gross } }: InvoiceDocument,
  today: IsoDate,
): Promise<Condition | null> {
  if (!seller.smallBusiness || currency !== 'EUR') return null;
  const { year, received, open } = await smallBusinessRevenue(reader, today);
  const amount = received + open + gross;
  if (amount <= SMALL_BUSINESS_LIMITS.currentYear) return null;
  const parameters = { year, amount, limit: SMALL_BUSINESS_LIMITS.currentYear, currency };
  return { rule: 'small-business-limit', field: 'invoice.totals', parameters };
}

/** The highest number of a counter, by the index that makes it unique. */
export const LAST_NUMBER = `
  SELECT number, issue_date AS date FROM invoice WHERE number_range_id = ? AND number_period = ? AND number_counter IS NOT NULL
  ORDER BY number_counter DESC LIMIT 1`;

/** The nearest valid invoice of a customer with the same amount; of one customer's invoices only those of these days are read. */
export const SAME_AMOUNT = `
  SELECT number, issue_date AS date FROM invoice WHERE customer_id = ? AND issue_date BETWEEN ? AND ? AND gross = ?
    AND currency = ? AND ${VALID}
  ORDER BY abs(julianday(issue_date) - julianday(?)), id LIMIT 1`;

/** The last amounts of a customer, read backwards in the index of customer and day. */
export const LAST_AMOUNTS = `
  SELECT gross FROM invoice WHERE customer_id = ? AND currency = ? AND ${VALID} ORDER BY issue_date DESC, id DESC LIMIT ?`;
