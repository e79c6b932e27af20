import * as fontkit from '@cantoo/fontkit';
import { describe, expect, test } from 'vitest';
import { LATIN } from './characters.ts';
import { glyphWidths, subsetName, toUnicode } from './cmap.ts';
import { FACES, UnsupportedCharacterError } from './face.ts';
import { openFonts } from './fonts.ts';
import { writeSubset } from './subset.ts';

const faces = openFonts();

/** Characters that share the glyph of another: a copied text has the plain space and the plain hyphen. */
const READ_BACK_AS = new Map([
  [0xa0, 0x20],
  [0xad, 0x2d],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);

describe.each(FACES)('%s', (name) => {
  const face = faces[name];

  test('has every character of the fixed set and reads it back as itself', () => {
    for (const codePoint of LATIN) {
      const used = new Uint8Array(face.glyphs.outlines.length);
      const operand = face.encode(String.fromCodePoint(codePoint), used);
      const glyph = face.glyphs.numbers.get(codePoint) ?? 0;
      expect(glyph, codePoint.toString(16)).toBeGreaterThan(0);
      if (codePoint !== 0x20) expect(operand).toBe(`<${glyph.toString(16).padStart(4, '0')}>`);
      expect(used[glyph]).toBe(1);
      const readBack = face.glyphs.codePoints[glyph];
      expect(readBack, codePoint.toString(16)).toBe(READ_BACK_AS.get(codePoint) ?? codePoint);
    }
  });

  test('kerns', () => {
    expect(face.width('AV', 1000)).toBeLessThan(face.width('A', 1000) + face.width('V', 1000));
    expect(face.encode('AV', new Uint8Array(face.glyphs.outlines.length))).toMatch(/^<[0-9a-f]{4}>\d+<[0-9a-f]{4}>$/u);
  });

  test('a subset is a font with the same outlines under the new numbers', () => {
    const used = new Uint8Array(face.glyphs.outlines.length);
    const characters = [...'Müßig-Ǎé€ 12Ÿ'.replace('Ǎ', 'Å')];
    face.encode(characters.join(''), used);
    const subset = fontkit.create(Buffer.from(writeSubset(face.glyphs, used))) as unknown as {
      numGlyphs: number;
      getGlyph(id: number): { advanceWidth: number; path: { toSVG(): string } };
    };
    for (const character of characters) {
      const glyph = face.glyphs.numbers.get(character.codePointAt(0) ?? 0) ?? 0;
      expect(subset.getGlyph(glyph).advanceWidth).toBe(face.glyphs.advances[glyph]);
      if (character !== ' ') expect(subset.getGlyph(glyph).path.toSVG().length).toBeGreaterThan(20);
    }
    expect(subset.numGlyphs).toBeLessThanOrEqual(face.glyphs.outlines.length);
    expect(writeSubset(face.glyphs, used).length).toBeLessThan(20_000);
  });
});

test.each(['regular', 'bold'] as const)(
  '%s has figures of one width without kerning between them, so that columns align',
  (name) => {
    const face = faces[name];
    const widths = [...'0123456789'].map((digit) => face.width(digit, 1000));
    expect(new Set(widths).size).toBe(1);
    for (const text of ['11', '17', '71', '74', '1.234.567,89']) {
      const sum = [...text].reduce((total, character) => total + face.width(character, 1000), 0);
      expect(face.width(text, 1000)).toBeCloseTo(sum, 6);
    }
  },
);

test('decomposed letters are composed', () => {
  const used = new Uint8Array(faces.regular.glyphs.outlines.length);
  expect(faces.regular.encode('Mu\u0308ller', used)).toBe(faces.regular.encode('Müller', used));
});

test('a character without a glyph is refused by its number', () => {
  expect(() => faces.regular.width('a中b', 10)).toThrow(UnsupportedCharacterError);
  expect(() => faces.regular.width('a中b', 10)).toThrow('U+4E2D');
});

describe('objects of the font', () => {
  const used = new Uint8Array(faces.regular.glyphs.outlines.length).fill(1);

  test('ToUnicode has blocks of at most 100 entries and lists every glyph', () => {
    const cmap = toUnicode(faces.regular, used);
    const counts = [...cmap.matchAll(/(\d+) beginbfchar/gu)].map(([, count]) => Number(count));
    expect(Math.max(...counts)).toBe(100);
    const entries = cmap.match(/^<[0-9a-f]{4}> <(?!ffff)[0-9a-f]{4}>$/gmu) ?? [];
    const codePoints = faces.regular.glyphs.codePoints.filter((codePoint) => codePoint !== null);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(entries.length);
    expect(entries.length).toBe(codePoints.length);
  });

  test('widths come in runs of neighbours', () => {
    const few = new Uint8Array(used.length);
    few[3] = few[4] = few[9] = 1;
    const { regular } = faces;
    expect(glyphWidths(regular, few)).toEqual([3, [regular.advance(3), regular.advance(4)], 9, [regular.advance(9)]]);
  });

  test('the tag of a subset depends on its glyphs alone', () => {
    expect(subsetName(faces.regular, used)).toMatch(/^[A-Z]{6}\+SourceSans3-Regular$/u);
    const fewer = used.slice();
    fewer[7] = 0;
    expect(subsetName(faces.regular, fewer)).not.toBe(subsetName(faces.regular, used));
  });
});
