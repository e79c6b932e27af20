import { formatDate } from '#shared/domain/dates.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { formatAmount, formatPercentage } from '#shared/domain/number-format.ts';
import type { PlaceholderName } from '#shared/domain/placeholders.ts';
import { placeholderMark } from '#shared/text/placeholders.ts';

/**
 * What each placeholder stands for in one document, in the document's language; '' when there is no value.
 * In a draft the number that does not exist yet is a mark in brackets (D4).
 */
export function placeholderValues(document: InvoiceDocument): Record<PlaceholderName, string> {
  const { language, currency, terms, totals, servicePeriod, buyer, buyerContact } = document;
  const date = (day: string): string => formatDate(day, language);
  const money = (cents: number): string => `${formatAmount(cents, language)} ${currency}`;
  return {
    invoiceNumber: document.number ?? placeholderMark('invoiceNumber', language),
    invoiceDate: date(document.issueDate),
    invoiceTitle: document.title,
    reference: document.reference,
    servicePeriod: servicePeriod ? period(servicePeriod, date) : '',
    dueDate: date(terms.dueDate),
    skontoDate: terms.skonto ? date(terms.skonto.lastDay) : '',
    skontoPercent: terms.skonto ? formatPercentage(terms.skonto.percent, language) : '',
    netAmount: money(totals.net),
    grossAmount: money(totals.gross),
    customerName: buyer.name,
    customerNumber: buyer.number,
    contactName: buyerContact?.name ?? '',
    companyName: document.seller.name,
    responsibleName: document.responsible.name,
  };
}

function period({ start, end }: { start: string; end: string }, date: (day: string) => string): string {
  return start === end ? date(start) : `${date(start)} – ${date(end)}`;
}
