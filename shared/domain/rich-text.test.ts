import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlaceholderName, PLACEHOLDER_NAMES } from './placeholders.ts';
import {
  isEmptyRichText,
  isPlaceholderIdentifier,
  plainToRichText,
  resolvePlaceholders,
  RICH_TEXT_LIMITS,
  richTextToPlain,
  validateRichText,
} from './rich-text.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

const text = (content: string): Inline => ({ type: 'text', text: content });
const placeholder = (name: string): Inline => ({ type: 'placeholder', name });
const paragraph = (...inlines: Inline[]): Block => ({ type: 'paragraph', inlines });
const rich = (...blocks: Block[]): RichText => ({ v: 1, blocks });

describe('plain text', () => {
  test.each<[string, RichText]>([
    ['', rich()],
    [' \n \n', rich()],
    ['Guten Tag', rich(paragraph(text('Guten Tag')))],
    ['eins\nzwei', rich(paragraph(text('eins'), { type: 'break' }, text('zwei')))],
    ['eins\n\nzwei', rich(paragraph(text('eins')), paragraph(text('zwei')))],
    ['\n\neins\r\n \r\n\n\nzwei\n', rich(paragraph(text('eins')), paragraph(text('zwei')))],
    ['Rechnung {invoiceNumber}!', rich(paragraph(text('Rechnung '), placeholder('invoiceNumber'), text('!')))],
    ['{dueDate}', rich(paragraph(placeholder('dueDate')))],
    ['{} {a b} { x } {1} {', rich(paragraph(text('{} {a b} { x } {1} {')))],
    ['{{name}}', rich(paragraph(text('{'), placeholder('name'), text('}')))],
    ['a\tb', rich(paragraph(text('a b')))],
  ])('%j becomes rich text', (plain, expected) => {
    expect(plainToRichText(plain)).toEqual(expected);
  });

  test('lists and placeholders as plain text', () => {
    const items = [[text('eins')], [text('zwei '), placeholder('reference')]];
    const value = rich(
      paragraph({ type: 'text', text: 'Fett', bold: true }, { type: 'break' }, text('und weiter')),
      { type: 'list', ordered: false, items },
      { type: 'list', ordered: true, items },
    );
    expect(richTextToPlain(value)).toBe(
      'Fett\nund weiter\n\n- eins\n- zwei {reference}\n\n1. eins\n2. zwei {reference}',
    );
  });

  test('comes back the same after it became rich text, and is always valid', () => {
    const words = fc.array(fc.constantFrom('a', 'Wort', ' ', '\n', '\n\n', '{dueDate}', '{', '}', '- ', 'ä€😀'));
    fc.assert(
      fc.property(words, (parts) => {
        const first = plainToRichText(parts.join(''));
        expect(validateRichText(first)).toEqual([]);
        expect(plainToRichText(richTextToPlain(first))).toEqual(first);
      }),
    );
  });
});

test('empty is what shows nothing', () => {
  expect(isEmptyRichText(rich())).toBe(true);
  expect(isEmptyRichText(rich(paragraph(), paragraph(text(' '), { type: 'break' })))).toBe(true);
  expect(isEmptyRichText(rich({ type: 'list', ordered: false, items: [[], [text('')]] }))).toBe(true);
  expect(isEmptyRichText(rich({ type: 'list', ordered: false, items: [[], [text('x')]] }))).toBe(false);
  expect(isEmptyRichText(rich(paragraph(placeholder('dueDate'))))).toBe(false);
});

describe('placeholders', () => {
  test('are replaced with their style kept, in paragraphs and lists', () => {
    const value = rich(paragraph(text('Nr. '), { type: 'placeholder', name: 'invoiceNumber', bold: true }), {
      type: 'list',
      ordered: true,
      items: [[placeholder('dueDate')]],
    });
    const { content, missing } = resolvePlaceholders(value, { invoiceNumber: 'RE-1', dueDate: '01.12.2026' });
    expect(missing).toEqual([]);
    expect(content).toEqual(
      rich(paragraph(text('Nr. '), { type: 'text', text: 'RE-1', bold: true }), {
        type: 'list',
        ordered: true,
        items: [[text('01.12.2026')]],
      }),
    );
  });

  test('without a value are named once and stay', () => {
    const value = rich(
      paragraph(placeholder('dueDate'), placeholder('unknown'), placeholder('toString'), placeholder('dueDate')),
    );
    const { content, missing } = resolvePlaceholders(value, { dueDate: '' });
    expect(missing).toEqual(['dueDate', 'unknown', 'toString']);
    expect(content).toEqual(value);
  });

  test('have a closed list of names', () => {
    expect(PLACEHOLDER_NAMES.every(isPlaceholderName)).toBe(true);
    expect(PLACEHOLDER_NAMES.every(isPlaceholderIdentifier)).toBe(true);
    expect(['', 'unknown', 'toString', 'InvoiceNumber'].some(isPlaceholderName)).toBe(false);
    expect(['', '1a', 'a b', 'a}', '{a', 'ä', 'a'.repeat(51)].some(isPlaceholderIdentifier)).toBe(false);
  });
});

describe('validateRichText', () => {
  const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
  const list = (items: unknown): unknown => ({ v: 1, blocks: [{ type: 'list', ordered: true, items }] });
  const inline = (value: unknown): unknown => ({ v: 1, blocks: [{ type: 'paragraph', inlines: [value] }] });

  test.each<[string, unknown, string, string]>([
    ['no object', 'Text', '', 'wrong-type'],
    ['null', null, '', 'wrong-type'],
    ['a list', [], '', 'wrong-type'],
    ['another version', { v: 2, blocks: [] }, 'v', 'unknown-version'],
    ['another field', { v: 1, blocks: [], html: '' }, '', 'unknown-field'],
    ['no blocks', { v: 1 }, 'blocks', 'wrong-type'],
    ['an unknown block', { v: 1, blocks: [{ type: 'table' }] }, 'blocks.0', 'wrong-type'],
    [
      'a paragraph with another field',
      { v: 1, blocks: [{ type: 'paragraph', inlines: [], align: 'left' }] },
      'blocks.0',
      'unknown-field',
    ],
    ['a list without order', { v: 1, blocks: [{ type: 'list', items: [] }] }, 'blocks.0.ordered', 'wrong-type'],
    ['an item that is none', list(['x']), 'blocks.0.items.0', 'wrong-type'],
    ['a nested list', list([[{ type: 'list', ordered: true, items: [] }]]), 'blocks.0.items.0.0', 'wrong-type'],
    ['a link', inline({ type: 'text', text: 'x', href: 'https://example.com' }), 'blocks.0.inlines.0', 'unknown-field'],
    [
      'a style that is no switch',
      inline({ type: 'text', text: 'x', bold: 1 }),
      'blocks.0.inlines.0.bold',
      'wrong-type',
    ],
    ['a text that is none', inline({ type: 'text', text: 1 }), 'blocks.0.inlines.0.text', 'wrong-type'],
    ['a line feed', inline({ type: 'text', text: 'a\nb' }), 'blocks.0.inlines.0.text', 'forbidden-character'],
    ['a break with text', inline({ type: 'break', text: 'x' }), 'blocks.0.inlines.0', 'unknown-field'],
    [
      'a strange placeholder',
      inline({ type: 'placeholder', name: 'a b' }),
      'blocks.0.inlines.0.name',
      'not-a-placeholder-name',
    ],
    ['too many blocks', { v: 1, blocks: many(RICH_TEXT_LIMITS.blocks + 1, paragraph()) }, 'blocks', 'too-many-blocks'],
    ['too many items', list(many(RICH_TEXT_LIMITS.itemsPerList + 1, [])), 'blocks.0.items', 'too-many-items'],
    [
      'too many inlines',
      { v: 1, blocks: [paragraph(...many(RICH_TEXT_LIMITS.inlinesPerBlock + 1, text('')))] },
      'blocks.0.inlines',
      'too-many-inlines',
    ],
    [
      'too many inlines in all items',
      list([many(600, text('')), many(401, text(''))]),
      'blocks.0.items.1',
      'too-many-inlines',
    ],
    ['too many characters', { v: 1, blocks: many(2, paragraph(text('x'.repeat(25_001)))) }, '', 'too-many-characters'],
  ])('finds %s', (_, value, path, rule) => {
    expect(validateRichText(value)).toEqual([{ path, rule }]);
  });

  test('accepts everything up to its limits', () => {
    const full = rich(
      ...many(RICH_TEXT_LIMITS.blocks - 2, paragraph(text('x'.repeat(100)))),
      paragraph(text('x'.repeat(200)), ...many(RICH_TEXT_LIMITS.inlinesPerBlock - 1, { type: 'break' } as const)),
      { type: 'list', ordered: false, items: many(RICH_TEXT_LIMITS.itemsPerList, [text(''), { type: 'break' }]) },
    );
    expect(richTextToPlain(full).replaceAll(/[^x]/g, '')).toHaveLength(RICH_TEXT_LIMITS.characters);
    expect(validateRichText(full)).toEqual([]);
    expect(
      validateRichText(rich(paragraph({ type: 'text', text: 'x', bold: true, italic: false, underline: undefined }))),
    ).toEqual([]);
  });

  test('stops after twenty problems', () => {
    expect(validateRichText({ v: 1, blocks: many(500, 'x') })).toHaveLength(20);
  });

  test('never throws on foreign data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(validateRichText(value).length).toBeGreaterThan(0);
        expect(validateRichText({ v: 1, blocks: [value] }).length).toBeGreaterThan(0);
        expect(validateRichText(inline(value)).length).toBeGreaterThan(0);
      }),
    );
  });
});
