import { buyerElectronicAddress, buyerReference } from '#shared/domain/buyer-reference.ts';
import { ACCOUNTING_CURRENCY } from '#shared/domain/currencies.ts';
import { percentOf } from '#shared/domain/allowances.ts';
import type { ContactPerson, DocumentEntry, InvoiceDocument, PostalAddress } from '#shared/domain/invoice-document.ts';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import type { InvoiceTotals, LineTotals } from '#shared/domain/totals.ts';
import { UNITS } from '#shared/domain/units.ts';
import { VATEX_CODES } from '#shared/domain/vat-notices.ts';
import { clean } from './clean.ts';
import type {
  Address,
  Buyer,
  Contact,
  Delivery,
  DocumentAllowance,
  EInvoice,
  InvoiceLine,
  LineAllowance,
  PercentageBase,
  Seller,
  VatBreakdown,
} from './model.ts';
import { paymentTermsText } from './payment-terms-text.ts';

/** BT-24 of XRechnung 3.0 (BR-DE-21, F5.11). */
export const SPECIFICATION = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
/** BT-23 (PEPPOL-EN16931-R001). */
export const BUSINESS_PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** BT-139: why a line is reduced (BR-CO-23). */
const LINE_ALLOWANCE_REASON = { de: 'Rabatt', en: 'Discount' } as const;

/** What the document says in the terms of EN 16931. Computes no sum: all figures are those of `document.totals`. */
export function toEInvoice(document: InvoiceDocument): EInvoice {
  const { totals, currency, servicePeriod, precedingInvoice } = document;
  const number = clean(document.number ?? '');
  const leitwegId = clean(document.buyer.leitwegId);
  const reference = clean(document.reference);
  const allowances = documentAllowances(totals);
  const euro = currency === ACCOUNTING_CURRENCY;
  const bearsVat = totals.vatBreakdown.some(({ category }) => category === 'S');
  return {
    specification: SPECIFICATION,
    businessProcess: BUSINESS_PROCESS,
    number,
    issueDate: document.issueDate,
    typeCode: document.kind === 'cancellation' ? '384' : '380',
    currency,
    // Where no VAT is charged nothing is accounted for in EUR (BR-53).
    accountingCurrency: euro || !bearsVat ? null : ACCOUNTING_CURRENCY,
    // A credit is not paid by the buyer: it has neither due date nor terms.
    dueDate: totals.gross > 0 ? document.terms.dueDate : null,
    buyerReference: buyerReference({
      leitwegId,
      reference,
      customerNumber: clean(document.buyer.number),
      invoiceNumber: number,
    }),
    purchaseOrderReference: leitwegId === '' ? '' : reference,
    paymentTerms: paymentTermsText(document),
    notes: notes(document),
    precedingInvoice:
      precedingInvoice === null ? null : { ...precedingInvoice, number: clean(precedingInvoice.number) },
    seller: seller(document),
    buyer: buyer(document),
    delivery: delivery(document),
    invoicingPeriod: servicePeriod,
    payment: {
      meansCode: euro ? '58' : '30',
      remittanceInformation: number,
      account: clean(document.payment.iban),
      accountName: clean(document.payment.accountHolder),
      bic: clean(document.payment.bic),
    },
    allowances,
    totals: {
      lineNet: totals.lineNet,
      allowances: allowances.length === 0 ? null : totals.allowanceTotal,
      net: totals.net,
      vat: totals.vat,
      vatInAccountingCurrency: euro || !bearsVat ? null : totals.vatInEuro,
      gross: totals.gross,
      payable: totals.gross,
    },
    vatBreakdown: vatBreakdown(document),
    lines: invoiceLines(document),
  };
}

/** BG-1: what stands on the paper beside the figures, in the same order. */
function notes(document: InvoiceDocument): string[] {
  const texts = document.entries.map((entry) => (entry.kind === 'text' ? richTextToPlain(entry.content) : ''));
  const reasons = document.vatNotices.map((notice) => notice.text);
  return [document.title, ...texts, ...reasons].map(clean).filter((note) => note !== '');
}

/** Whether nothing on the invoice is within the scope of VAT: then no VAT id may stand on it (BR-O-02). */
function outOfScope({ totals }: InvoiceDocument): boolean {
  return totals.vatBreakdown.length > 0 && totals.vatBreakdown.every(({ category }) => category === 'O');
}

function seller(document: InvoiceDocument): Seller {
  const { seller: from, responsible } = document;
  const vatId = clean(from.vatId);
  const taxNumber = clean(from.taxNumber);
  const email = clean(from.email);
  const shownVatId = outOfScope(document) ? '' : vatId;
  return {
    name: clean(from.name),
    // Without BT-31 the seller must be identified otherwise (BR-CO-26).
    identifier: shownVatId === '' ? taxNumber || vatId : '',
    vatId: shownVatId,
    taxNumber,
    legalInformation: clean(from.legalInformation),
    electronicAddress: email === '' ? null : { scheme: 'EM', value: email },
    address: address(from.address),
    contact: contact(responsible),
  };
}

function buyer(document: InvoiceDocument): Buyer {
  const { buyer: from, buyerContact } = document;
  const vatId = clean(from.vatId);
  return {
    name: clean(from.name),
    identifier: clean(from.number),
    vatId: outOfScope(document) ? '' : vatId,
    electronicAddress: buyerElectronicAddress({
      email: clean(from.email),
      leitwegId: clean(from.leitwegId),
      vatId,
    }),
    address: address(from.address),
    contact: buyerContact === null ? null : contact(buyerContact),
  };
}

function address(from: PostalAddress): Address {
  return {
    street: clean(from.street),
    addition: clean(from.addition),
    city: clean(from.city),
    postCode: clean(from.postCode),
    country: clean(from.country),
  };
}

function contact({ name, phone, email }: ContactPerson): Contact {
  return { name: clean(name), phone: clean(phone), email: clean(email) };
}

/** BT-72 is the last day of the service; goods that go abroad within the EU go to the buyer's address (BR-IC-12). */
function delivery({ servicePeriod, totals, buyer: to }: InvoiceDocument): Delivery | null {
  const abroad = totals.vatBreakdown.some(({ category }) => category === 'K');
  if (servicePeriod === null && !abroad) return null;
  return { date: servicePeriod?.end ?? null, address: abroad ? address(to.address) : null };
}

/** An overall discount is one BG-20 per VAT group that bears a part of it (F4.8). */
function documentAllowances({ allowances, vatBreakdown: groups }: InvoiceTotals): DocumentAllowance[] {
  return allowances.flatMap(({ name, percent, shares }, source) =>
    shares.map((share) => {
      const group = groups.find((one) => one.category === share.category && one.percent === share.percent);
      return {
        amount: share.amount,
        percentage: group === undefined ? null : percentage(percent, group.lineNet, share.amount),
        reason: clean(name),
        category: share.category,
        percent: share.category === 'O' ? null : share.percent,
        source,
      };
    }),
  );
}

/** Percentage and base only where they give just this amount: a split to the cent may differ from them. */
function percentage(percent: number | null, base: number, amount: number): PercentageBase | null {
  return percent !== null && percentOf(base, percent) === amount ? { percent, base } : null;
}

function vatBreakdown({ totals, vatNotices }: InvoiceDocument): VatBreakdown[] {
  return totals.vatBreakdown.map(({ taxable, vat, category, percent }) => ({
    taxable,
    vat,
    category,
    percent,
    exemptionReason: needsReason(category)
      ? clean(vatNotices.find((one) => one.category === category)?.text ?? '')
      : '',
    exemptionCode: VATEX_CODES[category] ?? '',
  }));
}

/** S and Z must not state a reason (BR-S-10, BR-Z-10). */
function needsReason(category: VatBreakdown['category']): boolean {
  return category !== 'S' && category !== 'Z';
}

function invoiceLines({ entries, totals, language }: InvoiceDocument): InvoiceLine[] {
  const reason = LINE_ALLOWANCE_REASON[language];
  const lines = entries.flatMap((entry, source) => (entry.kind === 'line' ? [{ entry, source }] : []));
  return lines.map(({ entry, source }, index) => {
    const sums = totals.lines[index];
    if (sums === undefined) throw new Error(`the totals have no line ${index}`);
    return {
      id: String(entry.position),
      quantity: entry.quantity,
      unitCode: UNITS[entry.unit].code,
      net: sums.net,
      allowance: lineAllowance(entry, sums, reason),
      price: entry.unitPrice,
      category: entry.vat.category,
      percent: entry.vat.category === 'O' ? null : entry.vat.percent,
      ...itemTexts(entry),
      source,
    };
  });
}

type DocumentLine = Extract<DocumentEntry, { kind: 'line' }>;

function lineAllowance({ discount }: DocumentLine, sums: LineTotals, reason: string): LineAllowance | null {
  if (discount === null) return null;
  const percent = discount.kind === 'percent' ? discount.percent : null;
  return { amount: sums.discount, percentage: percentage(percent, sums.beforeDiscount, sums.discount), reason };
}

/** BT-153 is the title, without one the first line of the description; BT-154 is what remains of it. */
function itemTexts({ title, description }: DocumentLine): { name: string; description: string } {
  const name = clean(title);
  const plain = description === null ? '' : clean(richTextToPlain(description));
  if (name !== '') return { name, description: plain };
  const [first = '', ...rest] = plain.split('\n');
  return { name: clean(first), description: clean(rest.join('\n')) };
}
