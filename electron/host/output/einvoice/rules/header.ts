import { isIban } from '#shared/domain/identifiers.ts';
import { isIsoDate } from '#shared/domain/dates.ts';
import type { EInvoice } from '../model.ts';
import { error, unless, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** BR-DE-18, XRechnung 3.0.2. */
const SKONTO_LINE = /^#SKONTO#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/** What is said once per invoice: number, dates, references, terms, payment, currency. */
export function checkHeader(invoice: EInvoice): Finding[] {
  return [
    ...unless(invoice.number !== '', error('BR-02', 'invoice.number')),
    ...unless(invoice.buyerReference !== '', error('BR-DE-15', 'customer.leitwegId')),
    ...checkDates(invoice),
    ...checkPrecedingInvoice(invoice),
    ...checkPayment(invoice),
    ...checkCurrency(invoice),
  ];
}

function checkDates({ issueDate, dueDate, invoicingPeriod, delivery, precedingInvoice }: EInvoice): Finding[] {
  const dates: [string | null, string][] = [
    [issueDate, 'invoice.issueDate'],
    [dueDate, 'invoice.terms.dueDays'],
    [invoicingPeriod?.start ?? null, 'invoice.servicePeriod'],
    [invoicingPeriod?.end ?? null, 'invoice.servicePeriod'],
    [delivery?.date ?? null, 'invoice.servicePeriod'],
    [precedingInvoice?.issueDate ?? null, 'invoice.precedingInvoice'],
  ];
  return [
    ...dates.flatMap(([date, field]) =>
      unless(date === null || isIsoDate(date), { ...error('XSD', field), class: 'format' }),
    ),
    ...unless(
      invoicingPeriod === null || invoicingPeriod.start <= invoicingPeriod.end,
      error('BR-29', 'invoice.servicePeriod'),
    ),
    // Mandatory content by § 14 Abs. 4 Satz 1 Nr. 6 UStG, though the official rule only informs (F1.3).
    ...unless(invoicingPeriod !== null || (delivery !== null && delivery.date !== null), {
      ...warning('BR-DE-TMP-32', 'invoice.servicePeriod'),
      class: 'content',
    }),
  ];
}

/** An error here and a warning officially: a Stornorechnung without its invoice says nothing (§ 31 Abs. 5 UStDV, F5.7). */
function checkPrecedingInvoice({ typeCode, precedingInvoice }: EInvoice): Finding[] {
  return [
    ...unless(typeCode !== '384' || precedingInvoice !== null, error('BR-DE-26', 'invoice.precedingInvoice')),
    ...unless(precedingInvoice === null || precedingInvoice.number !== '', error('BR-55', 'invoice.precedingInvoice')),
  ];
}

function checkPayment({ payment, paymentTerms, dueDate, totals }: EInvoice): Finding[] {
  const skontoLines = paymentTerms.split('\n').filter((line) => line.trimStart().startsWith('#'));
  const ended = skontoLines.length === 0 || /#[ \t\r]*\n[ \t\r\n]*$/.test(paymentTerms);
  return [
    ...unless(payment.account !== '', error('BR-DE-23-a', 'company.iban')),
    ...unless(
      payment.account === '' || payment.meansCode !== '58' || isIban(payment.account),
      warning('BR-DE-19', 'company.iban'),
    ),
    ...unless(ended && skontoLines.every((line) => SKONTO_LINE.test(line.trim())), error('BR-DE-18', 'invoice.terms')),
    ...unless(
      totals.payable <= 0 || dueDate !== null || paymentTerms !== '',
      error('BR-CO-25', 'invoice.terms.dueDays'),
    ),
  ];
}

/** VAT in the accounting currency: there, in another currency than the invoice, and with the sign of the VAT. */
function checkCurrency({ currency, accountingCurrency, totals }: EInvoice): Finding[] {
  if (accountingCurrency === null) return [];
  const { vat, vatInAccountingCurrency: accounted } = totals;
  return [
    ...unless(accountingCurrency !== currency, error('PEPPOL-EN16931-R005', 'invoice.currency')),
    ...unless(accounted !== null, error('BR-53', 'invoice.exchangeRate')),
    ...unless(
      accounted === null || (accounted <= 0 && vat <= 0) || (accounted >= 0 && vat >= 0),
      error('PEPPOL-EN16931-R055', 'invoice.exchangeRate'),
    ),
  ];
}
