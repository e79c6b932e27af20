import { formatDate } from '#shared/domain/dates.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { skontoLine } from '#shared/domain/payment-terms.ts';

const SENTENCE = {
  de: (day: string) => `Zahlbar ohne Abzug bis zum ${day}.`,
  en: (day: string) => `Payable in full by ${day}.`,
};

/**
 * BT-20: a sentence for people, and for programs the Skonto line with its line feed (F5.8, BR-DE-18). The words are not
 * those of the template, which an office may change: a line that begins with "#" would void the e-invoice. '' for a
 * credit, which the buyer does not pay.
 */
export function paymentTermsText({ totals, terms, language }: InvoiceDocument): string {
  if (totals.gross <= 0) return '';
  const sentence = SENTENCE[language](formatDate(terms.dueDate, language));
  const skonto = skontoLine(terms);
  return skonto === '' ? sentence : `${sentence}\n${skonto}`;
}
