import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail, InvoiceHeader } from '#shared/contract/invoices.ts';
import { ACCOUNTING_CURRENCY, type Currency } from '#shared/domain/currencies.ts';
import type { Language } from '#shared/domain/template.ts';
import type { FieldViews } from '../../../components/comparison.ts';
import type { TermsInput } from '../../../components/terms-input.ts';
import { show } from '../formats.ts';
import type { Translate } from '../types.ts';
import { orMissing } from '../useDraftForm.ts';

/** What the dialogs "Rechnung erstellen" and "Rechnung aktualisieren" hold: every field as its control has it (A3). */
export interface HeaderForm {
  issueDate: string;
  customerId: number | null;
  reference: string;
  title: string;
  periodStart: string;
  periodEnd: string;
  currency: Currency;
  rate: string;
  rateDate: string;
  rateSource: string;
  terms: TermsInput;
  language: Language;
}

export function blankHeader(today: string): HeaderForm {
  return {
    issueDate: today,
    customerId: null,
    reference: '',
    title: '',
    periodStart: '',
    periodEnd: '',
    currency: ACCOUNTING_CURRENCY,
    rate: '',
    rateDate: '',
    rateSource: '',
    terms: { dueDays: null, skontoDays: null, skontoPercent: '' },
    language: 'de',
  };
}

export function headerOf(invoice: InvoiceDetail): HeaderForm {
  const { issueDate, customerId, reference, title, currency, language, servicePeriod, exchangeRate } = invoice;
  return {
    ...{ issueDate, customerId, reference, title, currency, language },
    periodStart: servicePeriod?.start ?? '',
    periodEnd: servicePeriod?.end ?? '',
    rate: exchangeRate?.rate ?? '',
    rateDate: exchangeRate?.date ?? '',
    rateSource: exchangeRate?.source ?? '',
    terms: typedTerms(invoice.terms),
  };
}

/** What a chosen customer presets (A3.10). */
export function presetsOf({ terms, currency, language }: Customer): Partial<HeaderForm> {
  return { terms: typedTerms(terms), currency, language };
}

/** Terms as a form holds them. */
export function typedTerms(terms: InvoiceHeader['terms']): TermsInput {
  return { ...terms, skontoPercent: terms.skontoPercent ?? '' };
}

/** The fields as the calls take them; what must be given and is not, the contract refuses at its field. */
export function toHeaderInput(form: HeaderForm) {
  const { issueDate, reference, title, currency, language, periodStart, periodEnd } = form;
  const hasRate = currency !== ACCOUNTING_CURRENCY && form.rate + form.rateDate + form.rateSource !== '';
  return {
    ...{ reference, title, currency, language },
    issueDate: orMissing(issueDate || null),
    customerId: orMissing(form.customerId),
    servicePeriod:
      periodStart + periodEnd === ''
        ? null
        : { start: orMissing(periodStart || null), end: orMissing(periodEnd || null) },
    exchangeRate: hasRate
      ? {
          rate: orMissing(form.rate || null),
          date: orMissing(form.rateDate || null),
          source: form.rateSource,
        }
      : null,
    // Without a customer nothing is preset yet, and what is missing is the customer.
    ...(form.customerId === null ? {} : { terms: toTerms(form.terms) }),
  };
}

function toTerms({ dueDays, skontoDays, skontoPercent }: TermsInput): InvoiceHeader['terms'] {
  return { dueDays: orMissing(dueDays), skontoDays, skontoPercent: skontoPercent || null };
}

/** The fields as they are compared with another state; a customer is known by id, so its name is looked up. */
export function headerViews(t: Translate, customerName: (id: number) => string): FieldViews<HeaderForm> {
  const text = (key: string) => ({ label: t(`invoices.${key}`), show: (value: string) => value });
  const day = (key: string) => ({
    label: t(`invoices.${key}`),
    show: (value: string) => (value === '' ? '' : show.date(value)),
  });
  return {
    issueDate: day('issueDate'),
    customerId: { label: t('customers.customer'), show: (id) => (id === null ? '' : customerName(id)) },
    reference: text('reference'),
    title: text('titleField'),
    periodStart: day('periodStart'),
    periodEnd: day('periodEnd'),
    currency: text('currency'),
    rate: { label: t('invoices.exchangeRate'), show: show.exact },
    rateDate: day('rateDate'),
    rateSource: text('rateSource'),
    terms: { label: t('invoices.terms'), show: (terms) => termsText(terms, t) },
    language: { label: t('invoices.documentLanguage'), show: (language) => t(`invoices.language-${language}`) },
  };
}

/** "14 Tage, 2 % Skonto in 7 Tagen". */
export function termsText({ dueDays, skontoDays, skontoPercent }: TermsInput, t: Translate): string {
  const due = dueDays === null ? '' : t('invoices.termsDue', { days: String(dueDays) });
  if (skontoDays === null || skontoPercent === '') return due;
  return `${due}, ${t('invoices.termsSkonto', { percent: show.percent(skontoPercent), days: String(skontoDays) })}`;
}
