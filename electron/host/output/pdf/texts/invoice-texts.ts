import type { Cents } from '#shared/domain/amounts.ts';
import { formatDate } from '#shared/domain/dates.ts';
import { formatNumber } from '#shared/domain/number-format.ts';
import type { DocumentLine, DocumentText, InvoiceDocument, PostalAddress } from '#shared/domain/invoice-document.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { TemplateColumn, TemplateLabel } from '#shared/domain/template.ts';
import { unitName } from '#shared/text/units.ts';
import { countryName } from './countries.ts';
import { formatIban, formatMoney, formatPercent, formatUnitPrice, NO_BREAK_SPACE, showsVat } from './formats.ts';
import { fillLabel } from './labels.ts';
import { noteTexts, totalTexts, type TotalText } from './sums.ts';
import { cancellationTitle, WORDS } from './words.ts';

export interface InformationText {
  label: string;
  value: string;
}

export interface LineText {
  kind: 'line';
  /** One text per column; the description's text is the title. */
  cells: Record<TemplateColumn, string>;
  description: RichText | null;
  discount: string;
  net: Cents;
}

/** Every text of an invoice document as printed, not yet at any place. */
export interface InvoiceTexts {
  letterhead: string;
  senderLine: string;
  address: string[];
  information: InformationText[][];
  title: string;
  /** Reference to the cancelled invoice. */
  preceding: string;
  /** "Bezeichnung". */
  subject: string;
  intro: DocumentText[];
  columns: { column: TemplateColumn; label: string }[];
  body: (LineText | DocumentText)[];
  totals: TotalText[];
  notes: string[];
  closing: DocumentText[];
  footer: { columns: string[][]; legal: string };
  draftMark: string;
  followingHead: string;
  page(page: number, pages: number): string;
  carryForward(): string;
  carriedForward(page: number): string;
  money(amount: Cents): string;
}

const present = (texts: readonly string[]): string[] => texts.filter((text) => text !== '');

function placeOf(address: PostalAddress): string {
  return present([address.postCode, address.city]).join(' ');
}

function addressLines(document: InvoiceDocument): string[] {
  const { buyer, buyerContact, seller, language } = document;
  const contact = buyer.kind === 'business' ? (buyerContact?.name ?? '') : '';
  const abroad = buyer.address.country !== seller.address.country;
  return present([
    buyer.name,
    contact,
    buyer.address.street,
    buyer.address.addition,
    placeOf(buyer.address),
    // Capitals as the post wants them in the last line of a letter abroad (DIN 5008).
    abroad ? countryName(buyer.address.country, language).toUpperCase() : '',
  ]);
}

function servicePeriod(document: InvoiceDocument): InformationText[] {
  const { servicePeriod: period, language, template } = document;
  if (!period) return [];
  const labels = template.labels[language];
  const start = formatDate(period.start, language);
  const end = formatDate(period.end, language);
  return start === end
    ? [{ label: labels.serviceDate, value: start }]
    : [{ label: labels.servicePeriod, value: `${start}${NO_BREAK_SPACE}– ${end}` }];
}

/** Whether the document asks for a payment: not with a negative sum, not when cancelling. */
export function asksForPayment(document: InvoiceDocument): boolean {
  return document.kind === 'invoice' && document.totals.gross > 0;
}

function information(document: InvoiceDocument): InformationText[][] {
  const { language, buyer, responsible, number, issueDate, reference, terms } = document;
  const labels = document.template.labels[language];
  const needsVatId = document.entries.some(
    (entry) => entry.kind === 'line' && (entry.vat.category === 'AE' || entry.vat.category === 'K'),
  );
  const row = (label: TemplateLabel, value: string): InformationText => ({ label: labels[label], value });
  const groups = [
    [
      row('invoiceNumber', number ?? ''),
      row('issueDate', formatDate(issueDate, language)),
      ...servicePeriod(document),
      row('dueDate', asksForPayment(document) ? formatDate(terms.dueDate, language) : ''),
    ],
    [
      row('customerNumber', buyer.number),
      row('buyerVatId', needsVatId ? buyer.vatId : ''),
      row('reference', reference),
    ],
    [row('responsible', responsible.name), row('phone', responsible.phone), row('email', responsible.email)],
  ];
  return groups.map((rows) => rows.filter(({ value }) => value !== '')).filter((rows) => rows.length > 0);
}

function title(document: InvoiceDocument): { title: string; preceding: string } {
  const { kind, number, language, precedingInvoice } = document;
  const labels = document.template.labels[language];
  if (kind === 'invoice') {
    return { title: number === null ? labels.draftTitle : `${labels.invoiceTitle} ${number}`, preceding: '' };
  }
  if (!precedingInvoice) throw new Error('a cancellation must name the cancelled invoice (A20.12)');
  const { number: cancelled, issueDate } = precedingInvoice;
  return {
    title: present([cancellationTitle(labels.cancellationTitle, language), number ?? '']).join(' '),
    preceding: fillLabel(WORDS[language].precedingInvoice, {
      number: cancelled,
      date: formatDate(issueDate, language),
    }),
  };
}

function lineText(document: InvoiceDocument, line: DocumentLine, index: number): LineText {
  const { language, currency, totals } = document;
  const sums = totals.lines[index];
  if (!sums) throw new Error(`no totals for line ${line.position}`);
  const discount = line.discount
    ? fillLabel(document.template.labels[language].lineDiscount, {
        percent: line.discount.kind === 'percent' ? formatPercent(line.discount.percent, language) : '',
        amount: formatMoney(-sums.discount, currency, language),
      })
    : '';
  return {
    kind: 'line',
    cells: {
      position: String(line.position),
      description: line.title,
      quantity: formatNumber(line.quantity, 4, language, 0),
      unit: unitName(line.unit, language),
      unitPrice: formatUnitPrice(line.unitPrice, currency, language),
      vatRate: showsVat(line.vat) ? formatPercent(line.vat.percent, language) : '–',
      lineNet: formatMoney(sums.net, currency, language),
    },
    description: line.description,
    discount,
    net: sums.net,
  };
}

function columnsOf(document: InvoiceDocument): InvoiceTexts['columns'] {
  const { template, language, entries } = document;
  const taxed = entries.some((entry) => entry.kind === 'line' && showsVat(entry.vat));
  return template.columns
    .filter((column) => column !== 'vatRate' || taxed)
    .map((column) => ({ column, label: template.labels[language][column] }));
}

function footer(document: InvoiceDocument): InvoiceTexts['footer'] {
  const { seller, payment, language } = document;
  const words = WORDS[language];
  const labelled = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`);
  const columns = [
    [seller.name, seller.address.street, seller.address.addition, placeOf(seller.address)],
    [seller.phone, seller.email, seller.website],
    [labelled(words.vatId, seller.vatId), labelled(words.taxNumber, seller.taxNumber)],
    [
      payment.accountHolder === seller.name ? '' : payment.accountHolder,
      labelled('IBAN', formatIban(payment.iban)),
      labelled('BIC', payment.bic),
    ],
  ];
  return { columns: columns.map(present).filter((column) => column.length > 0), legal: seller.legalInformation };
}

function textsOf(document: InvoiceDocument, area: DocumentText['area']): DocumentText[] {
  return document.entries.filter((entry): entry is DocumentText => entry.kind === 'text' && entry.area === area);
}

function bodyOf(document: InvoiceDocument): InvoiceTexts['body'] {
  const body: InvoiceTexts['body'] = [];
  let index = 0;
  for (const entry of document.entries) {
    if (entry.kind === 'line') body.push(lineText(document, entry, index++));
    else if (entry.area === 'body') body.push(entry);
  }
  return body;
}

/**
 * Words and figures of an invoice in its language; all sums come from `document.totals`.
 * @throws Error when a cancellation does not name the cancelled invoice.
 */
export function invoiceTexts(document: InvoiceDocument): InvoiceTexts {
  const { seller, language, currency, number, issueDate } = document;
  const labels = document.template.labels[language];
  const heading = title(document);
  return {
    letterhead: seller.name,
    senderLine: present([seller.name, seller.address.street, placeOf(seller.address)]).join(' · '),
    address: addressLines(document),
    information: information(document),
    ...heading,
    subject: document.title,
    intro: textsOf(document, 'intro'),
    columns: columnsOf(document),
    body: bodyOf(document),
    totals: totalTexts(document),
    notes: noteTexts(document, asksForPayment(document)),
    closing: textsOf(document, 'closing'),
    footer: footer(document),
    draftMark: number === null ? labels.draftMark : '',
    followingHead: present([seller.name, heading.title, formatDate(issueDate, language)]).join(' · '),
    page: (page, pages) => fillLabel(labels.page, { page: String(page), pages: String(pages) }),
    carryForward: () => labels.carryForward,
    carriedForward: (page) => fillLabel(labels.carriedForward, { page: String(page) }),
    money: (amount) => formatMoney(amount, currency, language),
  };
}
