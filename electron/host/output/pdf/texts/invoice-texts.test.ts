import { describe, expect, test } from 'vitest';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { TEMPLATE_COLUMNS, TEMPLATE_LABELS, type InvoiceTemplate } from '#shared/domain/template.ts';
import { documentOf, lineOf, shippedTemplate } from '../../../../../tests/bench/pdf/documents.ts';
import { invoiceTexts } from './invoice-texts.ts';
import { fillLabel } from './labels.ts';

const CANCELLATION: Partial<InvoiceDocument> = {
  kind: 'cancellation',
  number: 'RE-2026-0099',
  precedingInvoice: { number: 'RE-2026-0001', issueDate: '2026-11-21' },
};

function templateSaying(cancellationTitle: string): InvoiceTemplate {
  const template = shippedTemplate();
  template.labels.de = { ...template.labels.de, cancellationTitle };
  return template;
}

/** All texts as one, with ordinary spaces. */
function everything(document: InvoiceDocument): string {
  return JSON.stringify(invoiceTexts(document)).replaceAll('\u00a0', ' ');
}

describe('cancellation', () => {
  test('[A20.11] [A20.12] bears its title and names number and date of the cancelled invoice', () => {
    const texts = invoiceTexts(documentOf([lineOf({ quantity: -20_000 })], CANCELLATION));
    expect(texts.title).toBe('Stornorechnung RE-2026-0099');
    expect(texts.preceding).toBe('zur Rechnung RE-2026-0001 vom 21.11.2026');
  });

  test.each(['', 'Korrektur', 'Gutschrift', 'Gutschrift (Stornorechnung)'])(
    '[A10.6] [F2.5] whatever the template says ("%s"), it is a Stornorechnung and never a Gutschrift',
    (label) => {
      const document = documentOf([lineOf({ quantity: -20_000 })], {
        ...CANCELLATION,
        template: templateSaying(label),
      });
      expect(invoiceTexts(document).title).toBe('Stornorechnung RE-2026-0099');
      expect(everything(document)).not.toMatch(/gutschrift/iu);
      expect(invoiceTexts(document).preceding).toContain('RE-2026-0001');
    },
  );

  test('a wording that says Stornorechnung may be the template’s own', () => {
    const document = documentOf([lineOf()], {
      ...CANCELLATION,
      template: templateSaying('Stornorechnung / Korrektur'),
    });
    expect(invoiceTexts(document).title).toBe('Stornorechnung / Korrektur RE-2026-0099');
  });

  test('without the cancelled invoice nothing is printed at all', () => {
    expect(() => invoiceTexts(documentOf([lineOf()], { ...CANCELLATION, precedingInvoice: null }))).toThrow('A20.12');
  });

  test('asks nobody to pay', () => {
    // The second one cancels a credit, so its sum is positive.
    for (const quantity of [-20_000, 20_000]) {
      const texts = invoiceTexts(documentOf([lineOf({ quantity })], CANCELLATION));
      expect(texts.notes).toEqual([]);
      expect(texts.information.flat().map(({ label }) => label)).not.toContain('Fällig am');
    }
  });
});

describe('totals', () => {
  const rows = (document: InvoiceDocument): string[] =>
    invoiceTexts(document).totals.map(({ label, amount }) => `${label} | ${amount}`.replaceAll('\u00a0', ' '));

  test('[A7.11] overall discounts stand below "Summe Netto", followed by the sum after them', () => {
    const allowances: InvoiceDocument['allowances'] = [
      { name: 'Treuerabatt', discount: { kind: 'percent', percent: 1000 } },
      { name: 'Messe', discount: { kind: 'amount', amount: 500 } },
    ];
    expect(rows(documentOf([lineOf()], { allowances }))).toEqual([
      'Summe Netto | 170,00 €',
      'Treuerabatt (10 %) | -17,00 €',
      'Messe | -5,00 €',
      'Summe Netto inkl. Gesamtrabatt | 148,00 €',
      '19 % USt auf 148,00 € | 28,12 €',
      'Gesamtbetrag | 176,12 €',
    ]);
  });

  test('[A7.11] without overall discounts there is no sum after them', () => {
    expect(rows(documentOf([lineOf(), lineOf({ vat: { category: 'S', percent: 700 } })]))).toEqual([
      'Summe Netto | 340,00 €',
      '19 % USt auf 170,00 € | 32,30 €',
      '7 % USt auf 170,00 € | 11,90 €',
      'Gesamtbetrag | 384,20 €',
    ]);
  });

  test('a foreign currency shows VAT in euros too, with rate, date and source', () => {
    const exchangeRate = { rate: '0.9345', date: '2026-11-20', source: 'EZB' };
    const document = documentOf([lineOf()], { currency: 'CHF', exchangeRate });
    expect(rows(document).at(-1)).toBe('USt in Euro (1 EUR = 0,9345 CHF, EZB vom 20.11.2026) | 34,56 €');
    expect(rows(document)[0]).toBe('Summe Netto | 170,00 CHF');
  });

  test('[F1.4] reverse charge shows no VAT, both VAT ids and the note', () => {
    const text = 'Steuerschuldnerschaft des Leistungsempfängers';
    const document = documentOf([lineOf({ vat: { category: 'AE', percent: 0 } })], {
      vatNotices: [{ category: 'AE', text }],
    });
    const texts = invoiceTexts(document);
    expect(rows(document)).toEqual(['Summe Netto | 170,00 €', 'Gesamtbetrag | 170,00 €']);
    expect(texts.columns.map(({ column }) => column)).not.toContain('vatRate');
    expect(texts.notes[0]).toBe(text);
    expect(texts.information.flat()).toContainEqual({ label: 'Ihre USt-IdNr.', value: 'DE987654321' });
    expect(texts.footer.columns.flat()).toContain('USt-IdNr. DE123456789');
  });

  test('an exempt part beside a taxed one is named with its amount and without VAT', () => {
    expect(rows(documentOf([lineOf(), lineOf({ vat: { category: 'E', percent: 0 } })]))).toEqual([
      'Summe Netto | 340,00 €',
      '19 % USt auf 170,00 € | 32,30 €',
      'Steuerfrei: 170,00 € | ',
      'Gesamtbetrag | 372,30 €',
    ]);
  });
});

describe('payment', () => {
  const skonto = { days: 7, percent: 225, lastDay: '2026-11-28' };

  test('due date, account and Skonto with amount and last day', () => {
    const document = documentOf([lineOf()], { terms: { dueDays: 14, dueDate: '2026-12-05', skonto } });
    expect(invoiceTexts(document).notes.map((note) => note.replaceAll('\u00a0', ' '))).toEqual([
      'Bitte überweisen Sie 202,30 € bis zum 05.12.2026 unter Angabe von RE-2026-0001 auf das Konto IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX.',
      'Bei Zahlung bis zum 28.11.2026 können Sie 2,25 % Skonto (4,55 €) abziehen.',
    ]);
  });

  test('a negative sum asks for no payment and says what becomes of it, without the word for self-billing [F2.5]', () => {
    expect(
      invoiceTexts(documentOf([lineOf({ quantity: -10_000 })])).notes.map((note) => note.replaceAll('\u00a0', ' ')),
    ).toEqual(['Der Betrag von 101,15 € wird Ihnen erstattet oder verrechnet.']);
  });
});

describe('lines and information', () => {
  test('discount lines name percent or only the amount', () => {
    const texts = invoiceTexts(
      documentOf([
        lineOf({ discount: { kind: 'percent', percent: 1000 } }),
        lineOf({ discount: { kind: 'amount', amount: 1200 } }),
      ]),
    );
    const discounts = texts.body.flatMap((entry) =>
      entry.kind === 'line' ? [entry.discount.replaceAll('\u00a0', ' ')] : [],
    );
    expect(discounts).toEqual(['10 % Rabatt -17,00 €', 'Rabatt -12,00 €']);
  });

  test('quantities and prices keep up to four places', () => {
    const [entry] = invoiceTexts(documentOf([lineOf({ quantity: 12_500, unitPrice: 123_456 })])).body;
    expect(entry?.kind === 'line' && entry.cells).toMatchObject({
      quantity: '1,25',
      unitPrice: '12,3456\u00a0€',
      unit: 'Stunde',
    });
  });

  test('one day of service is a date, several are a period', () => {
    const info = (start: string, end: string): object[] =>
      invoiceTexts(documentOf([lineOf()], { servicePeriod: { start, end } })).information.flat();
    expect(info('2026-11-20', '2026-11-20')).toContainEqual({ label: 'Leistungsdatum', value: '20.11.2026' });
    expect(info('2026-11-01', '2026-11-20')).toContainEqual({
      label: 'Leistungszeitraum',
      value: '01.11.2026\u00a0– 20.11.2026',
    });
  });

  test('English documents are English throughout', () => {
    const { buyer } = documentOf([]);
    const document = documentOf([lineOf()], {
      language: 'en',
      buyer: { ...buyer, address: { ...buyer.address, country: 'AT' } },
    });
    const text = everything(document);
    for (const words of ['Invoice RE-2026-0001', 'Please pay 202.30 €', '19% VAT on 170.00 €', 'hour', 'AUSTRIA'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Rechnungs|Betrag|Stunde|Seite /u);
  });
});

describe('labels', () => {
  test('parts in brackets go when one of their values is empty', () => {
    expect(fillLabel('a[ {x}][ und {y}] {z} {unknown}', { x: '', y: '2', z: '{x}' })).toBe('a und 2 {x} {unknown}');
  });

  test('the shipped template has every label in both languages and known columns', () => {
    const template = shippedTemplate();
    for (const language of ['de', 'en'] as const) {
      expect(Object.keys(template.labels[language]).sort()).toEqual([...TEMPLATE_LABELS].sort());
      expect(Object.values(template.labels[language]).filter((label) => label.trim() === '')).toEqual([]);
    }
    expect(template.columns).toEqual([...TEMPLATE_COLUMNS]);
    expect(Object.values(template.colours).every((colour) => /^#[0-9a-f]{6}$/u.test(colour))).toBe(true);
    expect(template).toMatchObject({ version: 1, kind: 'invoice', font: 'source-sans-3', fontSize: 10 });
  });
});
