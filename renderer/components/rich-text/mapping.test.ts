// @vitest-environment happy-dom
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  RICH_TEXT_LIMITS,
  richTextToPlain,
  validateRichText,
  type Inline,
  type RichText,
} from '#shared/domain/rich-text.ts';
import { normaliseRichText, richTextLength, toDocument, toRichText, type DocumentNode } from './mapping.ts';
import { placeholderNode, RICH_TEXT_EXTENSIONS } from './schema.ts';

const schema = getSchema([...RICH_TEXT_EXTENSIONS, placeholderNode(null, (name) => name)]);

/** Into the document of the editor, which checks it, and back. */
function throughEditor(rich: RichText | null): RichText | null {
  const node = schema.nodeFromJSON(toDocument(rich));
  node.check();
  return toRichText(node.toJSON() as DocumentNode);
}

const style = fc.record(
  { bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
);
const characters = fc.string({ unit: fc.constantFrom('a', ' ', 'ß', '{', '}', '<', '&', '👩‍🌾', 'שלום', '\u00A0', '.') });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.tuple(characters, style).map(([text, styles]): Inline => ({ type: 'text', text, ...styles })),
  fc
    .tuple(fc.constantFrom('dueDate', 'grossAmount', 'gibtEsNicht'), style)
    .map(([name, styles]): Inline => ({ type: 'placeholder', name, ...styles })),
  fc.constant<Inline>({ type: 'break' }),
);
const inlines = fc.array(inline, { maxLength: 8 });
const rich: fc.Arbitrary<RichText> = fc
  .array(
    fc.oneof(
      inlines.map((content) => ({ type: 'paragraph' as const, inlines: content })),
      fc
        .tuple(fc.boolean(), fc.array(inlines, { maxLength: 5 }))
        .map(([ordered, items]) => ({ type: 'list' as const, ordered, items })),
    ),
    { maxLength: 6 },
  )
  .map((blocks) => ({ v: 1, blocks }));

describe('a rich text', () => {
  test('comes out of the editor as it went in', () => {
    fc.assert(
      fc.property(rich, (text) => {
        expect(validateRichText(text)).toEqual([]);
        expect(throughEditor(text)).toEqual(normaliseRichText(text));
      }),
      { numRuns: 500 },
    );
  });

  test('is not changed by being written the one way: same words, same styles, valid, and the same when done twice', () => {
    fc.assert(
      fc.property(rich, (text) => {
        const normal = normaliseRichText(text);
        if (normal === null) return;
        const withoutEmptyLists = {
          ...text,
          blocks: text.blocks.filter((block) => block.type === 'paragraph' || block.items.length > 0),
        };
        expect(richTextToPlain(normal)).toBe(richTextToPlain(withoutEmptyLists));
        expect(validateRichText(normal)).toEqual([]);
        expect(normaliseRichText(normal)).toEqual(normal);
        expect(styledCharacters(normal)).toEqual(styledCharacters(text));
        expect(richTextLength(normal)).toBe(richTextLength(text));
      }),
      { numRuns: 500 },
    );
  });

  test('without anything to see is no text', () => {
    for (const blocks of [
      [],
      [{ type: 'paragraph' as const, inlines: [] }],
      [{ type: 'list' as const, ordered: true, items: [] }],
      [{ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text: '  ' }] }],
    ]) {
      expect(throughEditor({ v: 1, blocks })).toBeNull();
    }
    expect(throughEditor(null)).toBeNull();
  });

  test('is as long as its limit counts it', () => {
    const text = 'x'.repeat(RICH_TEXT_LIMITS.characters - 7);
    const full: RichText = {
      v: 1,
      blocks: [
        { type: 'paragraph', inlines: [{ type: 'text', text }, { type: 'break' }] },
        { type: 'list', ordered: false, items: [[{ type: 'placeholder', name: 'dueDate' }]] },
      ],
    };
    expect(richTextLength(full)).toBe(RICH_TEXT_LIMITS.characters);
    expect(validateRichText(full)).toEqual([]);
    expect(richTextLength(null)).toBe(0);
  });
});

/** Each character with how it is styled, in order. */
function styledCharacters({ blocks }: RichText): string[] {
  return blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.inlines : block.items.flat()))
    .flatMap((each) => {
      if (each.type === 'break') return ['\n'];
      const marks = `${each.bold === true}${each.italic === true}${each.underline === true}`;
      const words = each.type === 'text' ? Array.from(each.text) : [`{${each.name}}`];
      return words.map((word) => `${word}${marks}`);
    });
}
