import type { Company } from '#shared/contract/company.ts';
import type { Customer } from '#shared/contract/customers.ts';
import type { Profile } from '#shared/contract/profiles.ts';
import type { TemplateRecord } from '#shared/contract/templates.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import type { DocumentEntry, InvoiceDocument, VatNotice } from '#shared/domain/invoice-document.ts';
import { paymentTerms, type AgreedTerms } from '#shared/domain/payment-terms.ts';
import { resolvePlaceholders, type RichText } from '#shared/domain/rich-text.ts';
import type { InvoiceTotals } from '#shared/domain/totals.ts';
import type { Unit } from '#shared/domain/units.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import { vatNotice } from '#shared/domain/vat-notices.ts';
import { placeholderMark } from '#shared/text/placeholders.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
import { discountOf, richTextOf, toHeader } from './convert.ts';
import { documentVat, exchangeRateOf, namedDiscounts, type Rates } from './draft-totals.ts';
import { placeholderValues } from './placeholder-values.ts';
import type { InvoiceRows } from './repository.ts';

/** Everything that a document is made from, read at one moment. */
export interface DocumentSources extends InvoiceRows {
  company: Company;
  customer: Customer;
  responsible: Profile;
  template: TemplateRecord & { changedAt: Instant };
  rates: Rates;
  totals: InvoiceTotals;
}

/** A placeholder that has no value, and the entry that shows it. */
export interface EmptyPlaceholder {
  field: string;
  name: string;
}

/**
 * The complete document of an invoice, as PDF and XRechnung are made from it. `number` is null for a draft; then the
 * placeholders without a value appear as marks in brackets, never empty (D4).
 */
export function buildDocument(
  sources: DocumentSources,
  number: string | null,
  madeAt: Instant,
): { document: InvoiceDocument; emptyPlaceholders: EmptyPlaceholder[] } {
  const { invoice, allowances, company, customer, responsible, template, totals } = sources;
  const header = toHeader(invoice);
  const withoutEntries: InvoiceDocument = {
    version: 1,
    kind: 'invoice',
    number,
    issueDate: header.issueDate,
    title: header.title,
    reference: header.reference,
    servicePeriod: header.servicePeriod,
    currency: header.currency,
    exchangeRate: exchangeRateOf(invoice),
    language: header.language,
    seller: sellerOf(company),
    logo: company.logo,
    responsible: { name: responsible.name, phone: responsible.phone, email: responsible.email },
    buyer: buyerOf(customer, header.buyerAddress),
    buyerContact: contactOf(header.contact ?? customer.contact),
    payment: paymentOf(company),
    terms: paymentTerms(header.issueDate, agreedTerms(invoice)),
    entries: [],
    allowances: namedDiscounts(allowances),
    vatNotices: vatNotices(sources),
    totals,
    precedingInvoice: null,
    template: template.template,
    templateReference: {
      id: template.id,
      revision: template.revision,
      name: template.name,
      changedAt: template.changedAt.slice(0, 10),
    },
    madeAt,
  };
  const emptyPlaceholders: EmptyPlaceholder[] = [];
  const values = placeholderValues(withoutEntries);
  const resolve = (content: RichText, field: string): RichText => {
    const { content: resolved, missing } = resolvePlaceholders(content, values);
    emptyPlaceholders.push(...missing.map((name) => ({ field, name })));
    const marks = missing.map((name): [string, string] => [name, placeholderMark(name, header.language)]);
    return missing.length === 0 ? resolved : resolvePlaceholders(resolved, Object.fromEntries(marks)).content;
  };
  return { document: { ...withoutEntries, entries: documentEntries(sources, resolve) }, emptyPlaceholders };
}

function documentEntries(
  { invoice, entries, rates }: DocumentSources,
  resolve: (content: RichText, field: string) => RichText,
): DocumentEntry[] {
  let position = 0;
  return entries.map((row, index): DocumentEntry => {
    const content = (): RichText => resolve(richTextOf(row.content), `entries.${index}.content`);
    if (row.kind === 'text') {
      return {
        kind: 'text',
        area: row.area as 'intro' | 'body' | 'closing',
        content: content(),
        ruleAbove: row.ruleAbove === 1,
        ruleBelow: row.ruleBelow === 1,
      };
    }
    position += 1;
    return {
      kind: 'line',
      position,
      title: row.title,
      description: row.content === null ? null : content(),
      quantity: row.quantity ?? 0,
      unit: row.unit as Unit,
      unitPrice: row.unitPrice ?? 0,
      discount: discountOf(row),
      vat: documentVat(rates, row, invoice),
    };
  });
}

function agreedTerms({ dueDays, skontoDays, skontoPercent }: InvoiceRow): AgreedTerms {
  const skonto = skontoDays === null || skontoPercent === null ? null : { days: skontoDays, percent: skontoPercent };
  return { dueDays, skonto };
}

/** The seller of a document as the company stands. */
export function sellerOf(company: Company): InvoiceDocument['seller'] {
  const { name, address, vatId, taxNumber, email, phone, website, legalInformation, smallBusiness } = company;
  return { name, address, vatId, taxNumber, email, phone, website, legalInformation, smallBusiness };
}

/** Where to pay to, as the company stands. */
export function paymentOf({ iban, bic, accountHolder, name }: Company): InvoiceDocument['payment'] {
  return { iban, bic, accountHolder: accountHolder || name };
}

function buyerOf(
  customer: Customer,
  override: { name: string; address: InvoiceDocument['buyer']['address'] } | null,
): InvoiceDocument['buyer'] {
  const { number, kind, name, address, vatId, email, leitwegId } = customer;
  return { number, kind, name, address, vatId, email, leitwegId, ...override };
}

function contactOf(contact: Customer['contact']): InvoiceDocument['buyerContact'] {
  return contact.name === '' && contact.email === '' && contact.phone === '' ? null : contact;
}

/** One notice per category that bears no VAT; different reasons of one category are joined (BT-120 is one text). */
function vatNotices({ invoice, entries, rates, company }: DocumentSources): VatNotice[] {
  const language = toHeader(invoice).language;
  const texts = new Map<VatCategory, Set<string>>();
  for (const { vatRateId } of entries) {
    const rate = rates.get(vatRateId ?? 0);
    if (!rate || rate.category === 'S' || rate.category === 'Z') continue;
    const smallBusiness = rate.smallBusiness && company.smallBusiness;
    const text = rate.exemptionReason || vatNotice(rate.category, language, { smallBusiness });
    texts.set(rate.category, (texts.get(rate.category) ?? new Set()).add(text));
  }
  return [...texts].map(([category, reasons]) => ({ category, text: [...reasons].filter(Boolean).join('; ') }));
}
