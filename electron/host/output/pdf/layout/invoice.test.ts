import { describe, expect, test } from 'vitest';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import {
  boxOf,
  expectInsideMargins,
  expectNoOverlap,
  find,
  mm,
  pageOf,
  textBoxes,
} from '../../../../../tests/bench/pdf/boxes.ts';
import { documentOf, lineOf, shippedTemplate, textOf } from '../../../../../tests/bench/pdf/documents.ts';
import { openFonts } from '../font/fonts.ts';
import { layoutInvoice } from '../index.ts';
import { ADDRESS_FIELD, MARGIN, MILLIMETRE } from './geometry.ts';

const SKONTO = { dueDays: 14, dueDate: '2026-12-05', skonto: { days: 7, percent: 200, lastDay: '2026-11-28' } };

function manyLines(count: number, overrides: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const lines = Array.from({ length: count }, (_, index) =>
    lineOf({ title: `Ventil ${index + 1} geprüft`, quantity: 10_000, unitPrice: 100_000 + index * 1_000 }),
  );
  return documentOf([textOf('intro', 'Wir berechnen:'), ...lines, textOf('closing', 'Vielen Dank.')], overrides);
}

describe('the letter', () => {
  test('[F6.5] address, sender line and fold marks stand where DIN 5008 form B wants them', () => {
    const [page] = layoutInvoice(documentOf([lineOf()]));
    const address = ['Müller & Söhne Wohnungsbau GmbH', 'Herr Jürgen Öztürk', 'Lange Straße 12', '70173 Stuttgart'];
    const sender = 'Haustechnik Überlingen GmbH · Seestraße 12 · 88662 Überlingen';
    for (const text of [...address, sender]) {
      const box = boxOf(page, text);
      expect(mm(box.x)).toBeCloseTo(25, 3);
      expect(mm(box.x + box.width)).toBeLessThan(105);
      expect(mm(box.y - box.size)).toBeGreaterThan(45);
      expect(mm(box.y)).toBeLessThan(90);
    }
    expect(mm(boxOf(page, sender).y)).toBeLessThan(62.7);
    expect(mm(boxOf(page, 'Müller & Söhne Wohnungsbau GmbH').y)).toBeGreaterThan(62.7);
    const marks = page?.boxes.flatMap((box) => (box.kind === 'rule' && box.x1 < MARGIN.left ? [mm(box.y1)] : [])) ?? [];
    expect(marks.map((mark) => Math.round(mark * 10) / 10)).toEqual([105, 210, 148.5]);
    expect(mm(boxOf(page, 'RE-2026-0001').x)).toBeGreaterThan(125);
    expect(mm(boxOf(page, 'Rechnung RE-2026-0001').y)).toBeGreaterThan(98.5);
  });

  test('a template without fold marks prints none', () => {
    const [page] = layoutInvoice(documentOf([lineOf()], { template: { ...shippedTemplate(), foldMarks: false } }));
    expect(page?.boxes.filter((box) => box.kind === 'rule' && box.x1 < MARGIN.left)).toEqual([]);
  });

  test('a very long address still fits into the window', () => {
    const { buyer } = documentOf([]);
    const name = 'Vereinigte Wohnungsbaugenossenschaft Oberschwaben-Bodensee-Hegau '.repeat(4).trim();
    const address = { ...buyer.address, street: 'Dietrich-Bonhoeffer-Straße 112–118', addition: 'Haus C, Zimmer 417' };
    const [page] = layoutInvoice(documentOf([lineOf()], { buyer: { ...buyer, name, address } }));
    const inField = textBoxes(page).filter(
      (box) => box.x === ADDRESS_FIELD.textLeft && box.y > ADDRESS_FIELD.addressTop && box.y < 95 * MILLIMETRE,
    );
    expect(inField.length).toBeGreaterThan(6);
    for (const box of inField) {
      expect(mm(box.y + box.size * 0.25)).toBeLessThanOrEqual(90);
      expect(mm(box.x + box.width)).toBeLessThanOrEqual(105.01);
    }
  });

  test('the subject moves down when the information block is long', () => {
    const reference = 'Bestellung mit einer überaus langen Bezeichnung und noch viel mehr Text dahinter '.repeat(4);
    const [page] = layoutInvoice(documentOf([lineOf()], { reference }));
    expect(boxOf(page, 'Rechnung RE-2026-0001').y).toBeGreaterThan(boxOf(page, 'E-Mail').y + 10);
    expectNoOverlap(page ? [page] : []);
  });

  test('a draft bears title and watermark on each page, a final invoice neither', () => {
    const pages = layoutInvoice(manyLines(60, { number: null }));
    expect(pages.map((page) => page.boxes[0]?.kind)).toEqual(pages.map(() => 'watermark'));
    expect(find(pages[0], 'Rechnung (Entwurf)')).toBeDefined();
    expect(layoutInvoice(manyLines(3))[0]?.boxes.some((box) => box.kind === 'watermark')).toBe(false);
  });
});

describe('several pages', () => {
  const document = manyLines(60, { terms: SKONTO });
  const pages = layoutInvoice(document);

  test('60 lines take three pages, each with head, page number and footer', () => {
    expect(pages).toHaveLength(3);
    for (const [index, page] of pages.entries()) {
      for (const label of ['Pos.', 'Leistung', 'Anzahl', 'Einheit', 'Einzelpreis', 'USt', 'Betrag netto']) {
        expect(find(page, label), `${label} on page ${index + 1}`).toBeDefined();
      }
      expect(find(page, `Seite ${index + 1} von 3`)).toBeDefined();
      expect(find(page, 'IBAN DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000')).toBeDefined();
    }
    expect(find(pages[1], 'Haustechnik Überlingen GmbH · Rechnung RE-2026-0001 · 21.11.2026')).toBeDefined();
  });

  test('every line is printed once and in order', () => {
    const titles = pages.flatMap((page) => textBoxes(page).filter((box) => /^Ventil \d+/u.test(box.text)));
    expect(titles.map((box) => box.text)).toEqual(
      document.entries.flatMap((entry) => (entry.kind === 'line' ? [entry.title] : [])),
    );
  });

  test('[F6.5] the carry-forward is the sum of the lines above it, at the foot and at the head of the next page', () => {
    let sum = 0;
    let index = 0;
    for (const [number, page] of pages.slice(0, -1).entries()) {
      for (const box of textBoxes(page))
        if (/^Ventil \d+/u.test(box.text)) sum += document.totals.lines[index++]?.net ?? 0;
      const amount = `${Math.floor(sum / 100)},${String(sum % 100).padStart(2, '0')}\u00a0€`;
      const foot = boxOf(page, 'Übertrag');
      const head = boxOf(pages[number + 1], `Übertrag von Seite ${number + 1}`);
      expect(textBoxes(page).find((box) => box.y === foot.y && box !== foot)?.text).toBe(amount);
      expect(textBoxes(pages[number + 1]).find((box) => box.y === head.y && box !== head)?.text).toBe(amount);
    }
    expect(index).toBeGreaterThan(30);
  });

  test('without carry-forward in the template there is none', () => {
    const template = { ...shippedTemplate(), carryForward: false };
    const plain = layoutInvoice(manyLines(60, { template }));
    expect(plain.flatMap(textBoxes).filter((box) => box.text.startsWith('Übertrag'))).toEqual([]);
  });

  test.each([14, 15, 16, 17, 18, 19, 20, 21, 44, 48, 50])(
    'totals stay together, with the last row, for %i lines',
    (count) => {
      const some = layoutInvoice(
        manyLines(count, { allowances: [{ name: 'Treue', discount: { kind: 'percent', percent: 500 } }] }),
      );
      const page = pageOf(some, 'Summe Netto');
      for (const label of [
        'Treue (5\u00a0%)',
        'Summe Netto inkl. Gesamtrabatt',
        'Gesamtbetrag',
        `Ventil ${count} geprüft`,
      ]) {
        expect(find(some[page], label), label).toBeDefined();
      }
      expectInsideMargins(some);
      expectNoOverlap(some);
    },
  );

  test('nothing leaves the margins or covers anything else', () => {
    expectInsideMargins(pages);
    expectNoOverlap(pages);
  });

  test('figures end exactly at the right edge of their column', () => {
    const ends = textBoxes(pages[1])
      .filter((box) => box.text.endsWith('€') && box.x > 480)
      .map((box) => box.x + box.width);
    expect(ends.length).toBeGreaterThan(20);
    for (const end of ends) expect(end).toBeCloseTo(MARGIN.right, 6);
  });
});

test('each box knows what it means', () => {
  const [page] = layoutInvoice(documentOf([lineOf()]));
  expect(boxOf(page, 'Rechnung RE-2026-0001').element.role).toBe('heading');
  const cell = boxOf(page, '85,00\u00a0€').element;
  expect([cell.role, cell.parent?.role, cell.parent?.parent?.role]).toEqual(['cell', 'row', 'table']);
  expect(boxOf(page, 'Einzelpreis').element.role).toBe('headCell');
  expect(boxOf(page, 'Seite 1 von 1').element.role).toBe('artifact');
});

test('measured widths agree with the face', () => {
  const [page] = layoutInvoice(documentOf([lineOf()]));
  for (const box of textBoxes(page)) {
    expect(box.width, box.text).toBeCloseTo(openFonts()[box.face].width(box.text, box.size), 6);
  }
});
