import { SPACE } from './characters.ts';
import { buildGlyphTable, type GlyphTable } from './glyphs.ts';

export const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const;
export type FaceName = (typeof FACES)[number];

/** What the layout needs to know of a face; widths in points. */
export interface FaceMetrics {
  /** Width of a text without forced breaks; words are separated by U+0020. Throws `UnsupportedCharacterError`. */
  width(text: string, size: number): number;
  spaceWidth(size: number): number;
  supports(codePoint: number): boolean;
}

/** Numbers of a font descriptor in thousandths of the em square (ISO 32000-1, 9.8). */
export interface FaceDescription {
  postscriptName: string;
  boundingBox: [number, number, number, number];
  italicAngle: number;
  ascent: number;
  descent: number;
  capHeight: number;
  stemWidth: number;
}

export interface Face extends FaceMetrics {
  name: FaceName;
  glyphs: GlyphTable;
  description: FaceDescription;
  /** Advance of a glyph in thousandths of the em square. */
  advance(glyph: number): number;
  /** The inside of a TJ array for a text, kerned; marks the glyphs it uses. */
  encode(text: string, used: Uint8Array): string;
}

export type Faces = Readonly<Record<FaceName, Face>>;

/** A character that the font cannot show; the documents are checked for it before they are laid out. */
export class UnsupportedCharacterError extends Error {
  readonly codePoint: number;
  constructor(codePoint: number) {
    super(`no glyph for U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
    this.codePoint = codePoint;
  }
}

/** The part of a fontkit font that is used here. */
export interface FontkitFont {
  unitsPerEm: number;
  postscriptName: string | null;
  ascent: number;
  descent: number;
  capHeight: number;
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { id: number };
  layout(text: string): { glyphs: { advanceWidth: number }[]; positions: { xAdvance: number }[] };
}

interface EncodedWord {
  /** `<hex>kern<hex>`, always beginning with `<` and ending with `>`. */
  operand: string;
  /** Thousandths of the em square. */
  width: number;
  glyphs: number[];
}

/** Words of one office repeat; the limit only guards against a process that prints a library. */
const CACHED_WORDS = 20_000;

/** Opens one face. Its caches live as long as the process and never change what is written. */
export function openFace(name: FaceName, font: FontkitFont, bytes: Uint8Array): Face {
  const scale = 1000 / font.unitsPerEm;
  const glyphs = buildGlyphTable(bytes, (codePoint) =>
    font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : null,
  );
  const hexadecimal = glyphs.advances.map((_, glyph) => glyph.toString(16).padStart(4, '0'));
  const spaceGlyph = glyphs.numbers.get(SPACE) ?? 0;
  const spaceHex = hexadecimal[spaceGlyph] ?? '';
  const kerning = new Map<number, number>();
  const words = new Map<string, EncodedWord>();

  const advance = (glyph: number): number => (glyphs.advances[glyph] ?? 0) * scale;

  const kern = (left: number, right: number, text: string): number => {
    const key = left * 65536 + right;
    const known = kerning.get(key);
    if (known !== undefined) return known;
    const run = font.layout(text);
    const [first] = run.glyphs;
    const [position] = run.positions;
    // Two characters that the font would join (fi) are drawn apart, so they have no kerning of their own.
    const value =
      run.glyphs.length === 2 && first && position ? Math.round((position.xAdvance - first.advanceWidth) * scale) : 0;
    kerning.set(key, value);
    return value;
  };

  const encodeWord = (word: string): EncodedWord => {
    const encoded: EncodedWord = { operand: '<', width: 0, glyphs: [] };
    let previous = '';
    let previousGlyph = 0;
    for (const character of word) {
      const codePoint = character.codePointAt(0) ?? 0;
      const glyph = glyphs.numbers.get(codePoint);
      if (glyph === undefined) {
        const composed = word.normalize('NFC');
        if (composed !== word) return encodeWord(composed);
        throw new UnsupportedCharacterError(codePoint);
      }
      if (previous !== '') {
        const adjustment = kern(previousGlyph, glyph, previous + character);
        if (adjustment !== 0) encoded.operand += `>${-adjustment}<`;
        encoded.width += adjustment;
      }
      encoded.operand += hexadecimal[glyph] ?? '';
      encoded.width += advance(glyph);
      encoded.glyphs.push(glyph);
      previous = character;
      previousGlyph = glyph;
    }
    encoded.operand += '>';
    return encoded;
  };

  const wordOf = (word: string): EncodedWord => {
    const known = words.get(word);
    if (known) return known;
    const encoded = encodeWord(word);
    if (words.size >= CACHED_WORDS) words.clear();
    words.set(word, encoded);
    return encoded;
  };

  const round = (value: number): number => Math.round(value * scale);
  return {
    name,
    glyphs,
    advance,
    description: {
      postscriptName: font.postscriptName ?? name,
      boundingBox: [round(font.bbox.minX), round(font.bbox.minY), round(font.bbox.maxX), round(font.bbox.maxY)],
      italicAngle: font.italicAngle,
      ascent: round(font.ascent),
      descent: round(font.descent),
      capHeight: round(font.capHeight),
      stemWidth: name === 'bold' || name === 'boldItalic' ? 140 : 80,
    },
    supports: (codePoint) => glyphs.numbers.has(codePoint),
    spaceWidth: (size) => (advance(spaceGlyph) * size) / 1000,
    width: (text, size) => {
      if (!text.includes(' ')) return text === '' ? 0 : (wordOf(text).width * size) / 1000;
      const parts = text.split(' ');
      let width = (parts.length - 1) * advance(spaceGlyph);
      for (const part of parts) if (part !== '') width += wordOf(part).width;
      return (width * size) / 1000;
    },
    encode: (text, used) => {
      let hex = '';
      for (const [index, part] of text.split(' ').entries()) {
        if (index > 0) {
          hex += spaceHex;
          used[spaceGlyph] = 1;
        }
        if (part === '') continue;
        const word = wordOf(part);
        for (const glyph of word.glyphs) used[glyph] = 1;
        hex += word.operand.slice(1, -1);
      }
      return `<${hex}>`;
    },
  };
}
