import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../domain/template.ts';
import { JOURNAL_ACTIONS, journalChanges, journalSentence, type JournalContext } from './index.ts';
import type { Json } from './values.ts';

const NAMES: Record<string, string> = {
  'customer.3': 'Hofladen',
  'customer.5': 'Sägewerk',
  'invoice.7': 'RE-2026-0001',
};
const context: JournalContext = {
  ...{ language: 'de', currency: 'EUR' },
  nameOf: (record, id) => NAMES[`${record}.${id}`] ?? null,
};

function entry(action: string, changes: Record<string, [from: Json, to: Json]> = {}) {
  const pairs = Object.entries(changes).map(([field, [from, to]]) => [field, { from, to }]);
  return { action, changes: Object.fromEntries(pairs) as Record<string, { from: Json; to: Json }> };
}
const sentence = (...args: Parameters<typeof entry>): string => journalSentence(entry(...args), context);
const changes = (...args: Parameters<typeof entry>): string[] =>
  journalChanges(entry(...args), context).map(({ field, from, to }) => `${field}: ${from ?? '-'} → ${to ?? '-'}`);

const line = (more: Record<string, Json> = {}): Json => ({
  ...{ id: 9, kind: 'line', title: 'Wartung', quantity: '2', unit: 'hour', unitPrice: '120', vatRateId: 1 },
  ...{ description: null, discount: null, ...more },
});
const rich = (text: string): Json => ({ v: 1, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text }] }] });

describe('a sentence', () => {
  test.each([
    ['Finalisiert als RE-2026-0001', 'invoice.finalised', { number: ['', 'RE-2026-0001'], status: ['draft', 'final'] }],
    [
      'Zahlung von 119,00 € erfasst',
      'invoice.paymentRecorded',
      { payment: [null, { amount: 11900, date: '2026-11-20' }] },
    ],
    [
      'Zahlung von 119,00 € erfasst, Rechnung bezahlt',
      ...['invoice.paid', { payment: [null, { amount: 11900, date: '2026-11-20' }] }],
    ],
    ['Rechnung auf „Bezahlt“ gesetzt', 'invoice.paid', { payment: [null, { amount: 0, date: '2026-11-20' }] }],
    ['Position geändert: Anzahl 2 → 3', 'invoice.entryUpdated', { entry: [line(), line({ quantity: '3' })] }],
    [
      'Position hinzugefügt: 2 Stunden Wartung à 120,00 €',
      'invoice.entryAdded',
      { index: [null, 0], entry: [null, line()] },
    ],
    [
      'Position entfernt: 1 Stunde Wartung à 120,00 €, −10 %',
      'invoice.entryRemoved',
      { entry: [line({ quantity: '1', discount: { kind: 'percent', percent: '10' } }), null] },
    ],
    [
      'Text hinzugefügt: Guten Tag',
      'invoice.entryAdded',
      { entry: [null, { kind: 'text', content: rich('Guten Tag') }] },
    ],
    ['2 Positionen und Texte hinzugefügt', 'invoice.entriesAdded', { entries: [null, [line(), line()]] }],
    ['Eintrag von Stelle 3 an Stelle 1 verschoben', 'invoice.entryMoved', { index: [2, 0] }],
    ['Entwurf geändert: Kunde Hofladen → Sägewerk', 'invoice.updated', { customerId: [3, 5] }],
    ['Entwurf geändert: Kunde Hofladen → Nr. 6', 'invoice.updated', { customerId: [3, 6] }],
    ['Entwurf geändert: Bezeichnung leer → Wartung', 'invoice.updated', { title: ['', 'Wartung'] }],
    [
      'Entwurf geändert: Rechnungsdatum, Bezeichnung, Referenznummer und eine weitere Angabe',
      'invoice.updated',
      { issueDate: ['2026-11-20', '2026-11-21'], title: ['a', 'b'], reference: ['a', 'b'], customerId: [3, 5] },
    ],
    ['Entwurf als Kopie von RE-2026-0001 angelegt', 'invoice.copied', { copiedFrom: [null, 7] }],
    ['Storniert durch ST-1', 'invoice.cancelled', { status: ['sent', 'cancelled'], cancellation: [null, 'ST-1'] }],
    [
      'Stornorechnung ST-1 zu RE-1 ausgestellt',
      'invoice.cancellationIssued',
      { number: ['', 'ST-1'], precedingInvoice: [null, { number: 'RE-1', issueDate: '2026-11-20' }] },
    ],
    [
      'Kunde geändert: Ort Bremen → Ulm',
      'customer.updated',
      { address: [{ city: 'Bremen' }, { city: 'Ulm' }], revision: [1, 2] },
    ],
    ['Änderung „spaceship.launched“', 'spaceship.launched', {}],
    ['Dieser Eintrag ist beschädigt und nicht lesbar', 'journal.unreadable', {}],
  ] as [string, string, Record<string, [Json, Json]>][])('%s', (expected, action, changed) => {
    expect(sentence(action, changed)).toBe(expected);
  });

  test('of every action stands in both languages, starts large and asks for nothing unknown', () => {
    for (const action of Object.keys(JOURNAL_ACTIONS)) {
      for (const language of LANGUAGES) {
        const text = journalSentence(entry(action), { ...context, language });
        expect(text).toMatch(/^[A-ZÄÖÜ…\d]/);
        expect(text).not.toMatch(/[{}.]$|undefined|null|\[object/);
      }
    }
  });
});

describe('old and new values', () => {
  test('are written as people write them', () => {
    expect(
      changes('invoice.updated', {
        status: ['draft', 'final'],
        issueDate: ['2026-11-20', '2026-12-01'],
        terms: [
          { dueDays: 14, skontoDays: null, skontoPercent: null },
          { dueDays: 30, skontoDays: 7, skontoPercent: '2.5' },
        ],
        servicePeriod: [null, { start: '2026-11-01', end: '2026-11-30' }],
        pdfHash: [null, 'ab'.repeat(32)],
        language: ['de', 'en'],
        revision: [1, 2],
      }),
    ).toEqual([
      'Status: Entwurf → Final',
      'Rechnungsdatum: 20.11.2026 → 01.12.2026',
      'Zahlungsziel (in Tagen): 14 → 30',
      'Skontofrist (in Tagen): - → 7',
      'Skonto: - → 2,5 %',
      'Beginn des Leistungszeitraums: - → 01.11.2026',
      'Ende des Leistungszeitraums: - → 30.11.2026',
      'Sprache: Deutsch → Englisch',
      'Prüfsumme der PDF-Datei: - → abababababab…',
    ]);
  });

  test('of positions and discounts stand one by one', () => {
    const discount = { kind: 'amount', amount: 500 };
    expect(changes('invoice.entryUpdated', { entry: [line(), line({ unitPrice: '99.5', discount })] })).toEqual(
      ['Einzelpreis: 120,00 € → 99,50 €', 'Rabatt: - → 5,00 €'].map((text) =>
        text.replace('Einzelpreis', 'Preis/Einheit'),
      ),
    );
    expect(
      changes('invoice.allowancesSet', {
        allowances: [
          [{ name: 'Treue', discount: { kind: 'percent', percent: '10' } }],
          [
            { name: 'Treue', discount },
            { name: 'Messe', discount },
          ],
        ],
      }),
    ).toEqual(['Gesamtrabatt 1: Treue, 10 % → Treue, 5,00 €', 'Gesamtrabatt 2: - → Messe, 5,00 €']);
  });

  test('that are long are cut, empty ones are none, and a number that looks like a day stays', () => {
    expect(changes('textBlock.updated', { content: [rich('kurz'), rich('lang '.repeat(100))] })[0]).toMatch(
      /^Text: kurz → lang .{100,120}…$/,
    );
    expect(
      changes('customer.created', {
        email: [null, ''],
        revision: [null, 1],
        archived: [null, false],
        name: [null, 'A'],
      }),
    ).toEqual(['Archiviert: - → nein', 'Name: - → A']);
    expect(changes('invoice.finalised', { number: ['', '2026-11-20'] })).toEqual(['Nummer: - → 2026-11-20']);
  });

  test('of filters and payments are named shortly', () => {
    expect(
      changes('savedFilter.updated', {
        conditions: [
          { statuses: ['draft'], netFrom: 100, customerIds: [3] },
          { statuses: ['draft', 'paid'], netFrom: null, customerIds: [] },
        ],
      }),
    ).toEqual(['Status: Entwurf → Entwurf; Bezahlt', 'Nettobetrag von: 1,00 € → -', 'Kunden: Hofladen → -']);
    expect(
      changes('invoice.paid', { payment: [null, { amount: 100, date: '2026-11-20' }], settlement: [null, 'full'] }),
    ).toEqual(['Betrag: - → 1,00 €', 'Datum: - → 20.11.2026', 'Ausgleich: - → vollständig']);
  });
});
