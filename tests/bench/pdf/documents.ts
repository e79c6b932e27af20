import { computeTotals } from '#shared/domain/compute-totals.ts';
import type { DocumentEntry, DocumentLine, DocumentText, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { InvoiceTemplate } from '#shared/domain/template.ts';
import type { InvoiceTotals } from '#shared/domain/totals.ts';
import { readFileSync } from 'node:fs';

/** The template that is shipped with the application. */
export function shippedTemplate(): InvoiceTemplate {
  const file = new URL('../../../resources/templates/invoice-standard.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as InvoiceTemplate;
}

export function richText(...paragraphs: string[]): RichText {
  return { v: 1, blocks: paragraphs.map((text) => ({ type: 'paragraph', inlines: [{ type: 'text', text }] })) };
}

/** Words of a rich text without its formatting. */
export function plainText(text: RichText): string {
  return text.blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.inlines : block.items.flat()))
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('');
}

export function lineOf(overrides: Partial<DocumentLine> = {}): DocumentLine {
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

export function textOf(area: DocumentText['area'], ...paragraphs: string[]): DocumentText {
  return { kind: 'text', area, content: richText(...paragraphs), ruleAbove: false, ruleBelow: false };
}

function totalsOf(document: Omit<InvoiceDocument, 'totals'>): InvoiceTotals {
  return computeTotals({
    lines: document.entries.filter((entry): entry is DocumentLine => entry.kind === 'line'),
    allowances: document.allowances,
    skontoPercent: document.terms.skonto?.percent ?? null,
    exchangeRate: document.exchangeRate?.rate ?? null,
  });
}

const BASE: Omit<InvoiceDocument, 'totals' | 'template'> = {
  version: 1,
  kind: 'invoice',
  number: 'RE-2026-0001',
  issueDate: '2026-11-21',
  title: 'Jahreswartung 2026',
  reference: 'B-4711/26',
  servicePeriod: { start: '2026-11-01', end: '2026-11-20' },
  currency: 'EUR',
  exchangeRate: null,
  language: 'de',
  seller: {
    name: 'Haustechnik Überlingen GmbH',
    address: { street: 'Seestraße 12', addition: '', postCode: '88662', city: 'Überlingen', country: 'DE' },
    vatId: 'DE123456789',
    taxNumber: '87/123/45678',
    email: 'rechnung@haustechnik.example',
    phone: '07551 12345',
    website: 'www.haustechnik.example',
    legalInformation: 'Amtsgericht Freiburg, HRB 123456 · Geschäftsführerin: Dr. Jana Weiß',
    smallBusiness: false,
  },
  logo: null,
  responsible: { name: 'Sabine Groß', phone: '07551 12345-17', email: 's.gross@haus.example' },
  buyer: {
    number: 'K-10023',
    kind: 'business',
    name: 'Müller & Söhne Wohnungsbau GmbH',
    address: { street: 'Lange Straße 12', addition: '', postCode: '70173', city: 'Stuttgart', country: 'DE' },
    vatId: 'DE987654321',
    email: 'einkauf@mueller.example',
    leitwegId: '',
  },
  buyerContact: { name: 'Herr Jürgen Öztürk', phone: '', email: '' },
  payment: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', accountHolder: 'Haustechnik Überlingen GmbH' },
  terms: { dueDays: 14, dueDate: '2026-12-05', skonto: null },
  entries: [],
  allowances: [],
  vatNotices: [],
  precedingInvoice: null,
  templateReference: { id: 1, revision: 1, name: 'Standard', changedAt: '2026-01-01' },
  madeAt: '2026-11-21T10:00:00.000Z',
};

/** An invoice with the given parts; lines are numbered and all sums computed as the host does it. */
export function documentOf(
  entries: DocumentEntry[],
  overrides: Partial<Omit<InvoiceDocument, 'entries' | 'totals'>> = {},
): InvoiceDocument {
  let position = 0;
  const numbered = entries.map((entry) => (entry.kind === 'line' ? { ...entry, position: ++position } : entry));
  const document = { ...BASE, template: shippedTemplate(), ...overrides, entries: numbered };
  return { ...document, totals: totalsOf(document) };
}

/** Deterministic numbers from 0 to below 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ver ge be an un ord lei stung prü fung bau maß nah me teil räu mung grün dü bel schrau tor halt ter wach sung'.split(
    ' ',
  );

/** Words that no document of another round has, so that no cache of words helps. */
function writerOf(random: () => number): (words: number) => string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const word = (): string => {
    const letters = Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)] ?? '').join('');
    return random() < 0.5 ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters;
  };
  return (words) => Array.from({ length: words }, word).join(' ');
}

/** A document of the bench: other texts and figures in every round. */
export function benchDocument(size: 'one page' | '20 pages', round: number): InvoiceDocument {
  const random = randomOf(round * 7919 + (size === 'one page' ? 1 : 2));
  const write = writerOf(random);
  const [lines, words] = size === 'one page' ? [5, 3] : [200, 9];
  const entries: DocumentEntry[] = [textOf('intro', write(20))];
  for (let index = 0; index < lines; index++) {
    entries.push(
      lineOf({
        title: write(3),
        description: richText(write(words)),
        quantity: 10_000 + Math.floor(random() * 20) * 2_500,
        unitPrice: 100_000 + Math.floor(random() * 90_000) * 100,
        discount: index % 5 === 4 ? { kind: 'percent', percent: 1000 } : null,
        vat: { category: 'S', percent: index % 7 === 6 ? 700 : 1900 },
      }),
    );
  }
  entries.push(textOf('closing', write(15)));
  const number = `RE-2026-${String(1000 + round)}`;
  const terms = { dueDays: 14, dueDate: '2026-12-05', skonto: { days: 7, percent: 200, lastDay: '2026-11-28' } };
  return documentOf(entries, { number, title: write(3), terms });
}
