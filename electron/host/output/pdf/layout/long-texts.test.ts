import { describe, expect, test } from 'vitest';
import {
  boxOf,
  expectInsideMargins,
  expectNoOverlap,
  pageOf,
  textBoxes,
} from '../../../../../tests/bench/pdf/boxes.ts';
import { documentOf, lineOf, richText, textOf } from '../../../../../tests/bench/pdf/documents.ts';
import { layoutInvoice } from '../index.ts';
import { MARGIN } from './geometry.ts';

describe('long texts', () => {
  test('a word of 120 letters is divided within its column', () => {
    const word = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung'.repeat(2).slice(0, 120);
    const pages = layoutInvoice(
      documentOf([lineOf({ title: word, description: richText(`${word} ${'X'.repeat(120)}`) })]),
    );
    expectInsideMargins(pages);
    expectNoOverlap(pages);
    const bold = textBoxes(pages[0]).filter(
      (box) => box.face === 'bold' && box.size === 10 && box.x > 90 && word.includes(box.text.replace(/-$/u, '')),
    );
    expect(bold.length).toBeGreaterThan(1);
    expect(bold.map((box) => box.text.replace(/-$/u, '')).join('')).toBe(word);
  });

  test('a description of 5,000 characters goes on over pages without losing a word', () => {
    const words = Array.from({ length: 800 }, (_, index) => `Wort${index}`);
    const pages = layoutInvoice(
      documentOf([lineOf({ description: richText(words.join(' ')) }), lineOf({ title: 'Danach' })]),
    );
    expect(pages.length).toBeGreaterThan(1);
    const printed = pages.flatMap((page) => textBoxes(page).flatMap((box) => box.text.match(/Wort\d+/gu) ?? []));
    expect(printed).toEqual(words);
    expect(boxOf(pages[1], 'Übertrag von Seite 1')).toBeDefined();
    expect(pageOf(pages, 'Danach')).toBe(pages.length - 1);
    expectInsideMargins(pages);
    expectNoOverlap(pages);
  });

  test('a row that fits on a page is never divided', () => {
    const description = richText(Array.from({ length: 60 }, (_, index) => `Wort${index}`).join(' '));
    const pages = layoutInvoice(
      documentOf(Array.from({ length: 12 }, (_, index) => lineOf({ title: `Zeile${index}`, description }))),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const texts = textBoxes(page)
        .map((box) => box.text)
        .join(' ');
      expect((texts.match(/Zeile\d+/gu) ?? []).length).toBe((texts.match(/Wort59/gu) ?? []).length);
    }
  });

  test('a text between lines is not left alone at the foot of a page', () => {
    for (let count = 12; count < 22; count++) {
      const lines = Array.from({ length: count }, () => lineOf());
      const pages = layoutInvoice(
        documentOf([...lines, textOf('body', 'Abschnitt zwei'), lineOf({ title: 'Danach' }), lineOf(), lineOf()]),
      );
      expect(pageOf(pages, 'Abschnitt zwei')).toBe(pageOf(pages, 'Danach'));
    }
  });

  test('figures of any size fit, by smaller text if need be', () => {
    const pages = layoutInvoice(
      documentOf(
        [
          lineOf({ title: 'Große Menge', quantity: -999_999_999_999, unitPrice: 1, unit: 'flat-rate' }),
          lineOf({ quantity: 1, unitPrice: 999_999_999_900 }),
          lineOf({ quantity: 10_000, unitPrice: 999_999_999_900, discount: { kind: 'amount', amount: 9_999_999_999 } }),
        ],
        { currency: 'CHF', exchangeRate: { rate: '0.9345', date: '2026-11-20', source: 'EZB' } },
      ),
    );
    expect(boxOf(pages[0], 'Große Menge').size).toBeLessThan(10);
    expectInsideMargins(pages);
    expectNoOverlap(pages);
  });
});

describe('rich text', () => {
  const inlines = [
    { type: 'text', text: 'Grund' },
    { type: 'text', text: 'lage', bold: true },
    { type: 'text', text: ' und ', italic: true },
    { type: 'text', text: 'mehr', bold: true, italic: true },
    { type: 'break' },
    { type: 'text', text: 'unterstrichen', underline: true },
  ] as const;
  const document = documentOf([
    {
      kind: 'text',
      area: 'intro',
      ruleAbove: true,
      ruleBelow: true,
      content: {
        v: 1,
        blocks: [
          { type: 'paragraph', inlines: [...inlines] },
          {
            type: 'list',
            ordered: true,
            items: [[{ type: 'text', text: 'erstens' }], [{ type: 'text', text: 'zweitens' }]],
          },
          { type: 'list', ordered: false, items: [[{ type: 'text', text: 'Strich' }]] },
        ],
      },
    },
    lineOf(),
  ]);
  const [page] = layoutInvoice(document);

  test('faces, breaks, underline and lists', () => {
    expect(boxOf(page, 'Grund').face).toBe('regular');
    const bold = boxOf(page, 'lage');
    expect(bold.face).toBe('bold');
    expect(bold.x).toBeCloseTo(boxOf(page, 'Grund').x + boxOf(page, 'Grund').width, 6);
    expect(boxOf(page, 'mehr').face).toBe('boldItalic');
    const underlined = boxOf(page, 'unterstrichen');
    expect(underlined.y).toBeGreaterThan(bold.y);
    expect(underlined.x).toBeCloseTo(MARGIN.left, 6);
    const line = page?.boxes.find(
      (box) => box.kind === 'rule' && box.x1 === underlined.x && box.x2 === underlined.x + underlined.width,
    );
    expect(line).toBeDefined();
    expect(boxOf(page, '2.').y).toBe(boxOf(page, 'zweitens').y);
    expect(boxOf(page, '•').x).toBeLessThan(boxOf(page, 'Strich').x);
  });

  test('rules above and below a text span the page', () => {
    const [top, bottom] = [boxOf(page, 'Grund').y, boxOf(page, 'Strich').y];
    const rules =
      page?.boxes.flatMap((box) =>
        box.kind === 'rule' && box.x1 === MARGIN.left && box.x2 === MARGIN.right ? [box.y1] : [],
      ) ?? [];
    expect(rules.filter((y) => y < top && y > top - 20)).toHaveLength(1);
    expect(rules.filter((y) => y > bottom && y < bottom + 14)).toHaveLength(1);
  });
});
