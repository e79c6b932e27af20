import { formatDate } from '#shared/domain/dates.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { VatGroup } from '#shared/domain/totals.ts';
import { formatExchangeRate, formatIban, formatMoney, formatPercent, NO_BREAK_SPACE, showsVat } from './formats.ts';
import { fillLabel } from './labels.ts';
import { untaxedName } from './words.ts';

/** A row of the totals block. */
export interface TotalText {
  kind: 'sum' | 'allowance' | 'vat' | 'gross' | 'note';
  label: string;
  /** '' where the law forbids to show VAT. */
  amount: string;
}

function vatRow(document: InvoiceDocument, group: VatGroup): TotalText {
  const { language, currency, template } = document;
  const taxable = formatMoney(group.taxable, currency, language);
  if (showsVat(group)) {
    const rate = formatPercent(group.percent, language);
    const label = fillLabel(template.labels[language].vat, { rate, taxable });
    return { kind: 'vat', label, amount: formatMoney(group.vat, currency, language) };
  }
  return { kind: 'vat', label: `${untaxedName(group.category, language)}: ${taxable}`, amount: '' };
}

/** A sole group without VAT needs no row: its taxable amount is the sum, its reason stands in the notice (F1.4, F1.6). */
function vatRows(document: InvoiceDocument): TotalText[] {
  const groups = document.totals.vatBreakdown;
  const [only] = groups;
  if (groups.length === 1 && only && !showsVat(only)) return [];
  return groups.map((group) => vatRow(document, group));
}

function vatInEuro(document: InvoiceDocument): TotalText[] {
  const { totals, exchangeRate, language, currency, template } = document;
  if (totals.vatInEuro === null || !exchangeRate) return [];
  const label = fillLabel(template.labels[language].vatInAccountingCurrency, {
    rate: formatExchangeRate(exchangeRate.rate, language),
    currency,
    source: exchangeRate.source,
    date: formatDate(exchangeRate.date, language),
  });
  return [{ kind: 'note', label, amount: formatMoney(totals.vatInEuro, 'EUR', language) }];
}

/** The totals block, top to bottom (A7.11, F1.1). */
export function totalTexts(document: InvoiceDocument): TotalText[] {
  const { totals, language, currency } = document;
  const labels = document.template.labels[language];
  const money = (amount: number): string => formatMoney(amount, currency, language);
  return [
    { kind: 'sum', label: labels.netSum, amount: money(totals.lineNet) },
    ...totals.allowances.map(({ name, percent, amount }): TotalText => ({
      kind: 'allowance',
      label: percent === null ? name : `${name} (${formatPercent(percent, language)})`,
      amount: money(-amount),
    })),
    ...(totals.allowances.length > 0
      ? [{ kind: 'sum', label: labels.netSumAfterAllowances, amount: money(totals.net) } satisfies TotalText]
      : []),
    ...vatRows(document),
    { kind: 'gross', label: labels.gross, amount: money(totals.gross) },
    ...vatInEuro(document),
  ];
}

function paymentSentences(document: InvoiceDocument): string[] {
  const { totals, terms, payment, number, language, currency, template } = document;
  const labels = template.labels[language];
  const bic = payment.bic === '' ? '' : `, BIC${NO_BREAK_SPACE}${payment.bic}`;
  const sentences = [
    fillLabel(labels.paymentTerms, {
      gross: formatMoney(totals.gross, currency, language),
      dueDate: formatDate(terms.dueDate, language),
      account: payment.iban === '' ? '' : `IBAN${NO_BREAK_SPACE}${formatIban(payment.iban)}${bic}`,
      number: number ?? '',
    }),
  ];
  if (terms.skonto && totals.skonto !== null) {
    sentences.push(
      fillLabel(labels.skonto, {
        lastDay: formatDate(terms.skonto.lastDay, language),
        percent: formatPercent(terms.skonto.percent, language),
        amount: formatMoney(totals.skonto, currency, language),
      }),
    );
  }
  return sentences;
}

/** A negative amount is the buyer's; the word "Gutschrift" is kept for self-billing (F2.5). */
function refundSentences({ kind, totals, language, currency, template }: InvoiceDocument): string[] {
  // What becomes of a cancelled amount depends on what was paid (A20.5, A20.6).
  if (kind !== 'invoice' || totals.gross >= 0) return [];
  const gross = formatMoney(-totals.gross, currency, language);
  return [fillLabel(template.labels[language].refund, { gross })];
}

/** What stands below the totals: reasons for missing VAT (F1.4 to F1.6), how to pay, Skonto (F6.2), or what becomes of a credit. */
export function noteTexts(document: InvoiceDocument, asksForPayment: boolean): string[] {
  return [
    ...document.vatNotices.map((notice) => notice.text),
    ...(asksForPayment ? paymentSentences(document) : refundSentences(document)),
  ];
}
