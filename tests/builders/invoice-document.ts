import { readFileSync } from 'node:fs';
import { computeTotals } from '#shared/domain/compute-totals.ts';
import type { DocumentEntry, DocumentLine, DocumentText, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import type { InvoiceTemplate } from '#shared/domain/template.ts';
import { vatNotice } from '#shared/domain/vat-notices.ts';
import { VAT_CATEGORIES } from '#shared/domain/vat.ts';

/** The template that is shipped with the application. */
export function shippedTemplate(): InvoiceTemplate {
  const file = new URL('../../resources/templates/invoice-standard.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as InvoiceTemplate;
}

/** A position of two hours at 85.00 with 19 % VAT; `invoiceDocument` numbers it. */
export function documentLine(overrides: Partial<DocumentLine> = {}): DocumentLine {
  return {
    kind: 'line',
    position: 1,
    title: 'Wartung der Heizungsanlage',
    description: null,
    quantity: 20_000,
    unit: 'hour',
    unitPrice: 850_000,
    discount: null,
    vat: { category: 'S', percent: 1900 },
    ...overrides,
  };
}

/** A text between, above or below the positions. */
export function documentText(area: DocumentText['area'], text: string): DocumentText {
  return { kind: 'text', area, content: plainToRichText(text), ruleAbove: false, ruleBelow: false };
}

const BASE: Omit<InvoiceDocument, 'totals' | 'template' | 'vatNotices' | 'entries'> = {
  version: 1,
  kind: 'invoice',
  number: 'RE-2026-0041',
  issueDate: '2026-11-20',
  title: 'Wartung November',
  reference: '',
  servicePeriod: { start: '2026-11-01', end: '2026-11-15' },
  currency: 'EUR',
  exchangeRate: null,
  language: 'de',
  seller: {
    name: 'Haustechnik Überlingen GmbH',
    address: { street: 'Seestraße 12', addition: '', postCode: '88662', city: 'Überlingen', country: 'DE' },
    vatId: 'DE136695976',
    taxNumber: '12/345/67890',
    email: 'rechnung@haustechnik.example',
    phone: '07551 12345',
    website: 'www.haustechnik.example',
    legalInformation: 'Amtsgericht Freiburg, HRB 12345, Geschäftsführerin Jana Weiß',
    smallBusiness: false,
  },
  logo: null,
  responsible: { name: 'Jana Weiß', phone: '07551 12345', email: 'jana.weiss@haustechnik.example' },
  buyer: {
    number: '10017',
    kind: 'business',
    name: 'Stadtwerke Beispielstadt',
    address: { street: 'Am Markt 1', addition: 'Gebäude C', postCode: '12345', city: 'Beispielstadt', country: 'DE' },
    vatId: '',
    email: 'eingang@stadtwerke.example',
    leitwegId: '',
  },
  buyerContact: null,
  payment: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', accountHolder: 'Haustechnik Überlingen GmbH' },
  terms: { dueDays: 14, dueDate: '2026-12-04', skonto: null },
  allowances: [],
  precedingInvoice: null,
  templateReference: { id: 1, revision: 1, name: 'Standard', changedAt: '2026-01-01' },
  madeAt: '2026-11-20T09:30:00.000Z',
};

/**
 * A complete invoice that breaks no rule, with sensible values for all that is not given. Positions are numbered, totals
 * computed, and the standard notice of each VAT category is there unless `vatNotices` are given.
 */
export function invoiceDocument(overrides: Partial<Omit<InvoiceDocument, 'totals'>> = {}): InvoiceDocument {
  const given = { ...BASE, template: shippedTemplate(), entries: [documentLine()], ...overrides };
  const entries = numbered(given.entries);
  const totals = computeTotals({
    lines: entries.filter((entry) => entry.kind === 'line'),
    allowances: given.allowances,
    skontoPercent: given.terms.skonto?.percent ?? null,
    exchangeRate: given.exchangeRate?.rate ?? null,
  });
  const notices = VAT_CATEGORIES.filter((category) => totals.vatBreakdown.some((group) => group.category === category))
    .map((category) => ({ category, text: vatNotice(category, given.language, given.seller) }))
    .filter(({ text }) => text !== '');
  return { vatNotices: notices, ...given, entries, totals };
}

function numbered(entries: DocumentEntry[]): DocumentEntry[] {
  let position = 0;
  return entries.map((entry) => (entry.kind === 'line' ? { ...entry, position: ++position } : entry));
}
