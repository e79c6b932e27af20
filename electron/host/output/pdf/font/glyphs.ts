import { LATIN } from './characters.ts';
import { componentsOf, readTrueType, setComponentGlyph, type TrueType } from './truetype.ts';

/** The glyphs of one face in Kontor's own numbering: number 0 is .notdef, the rest follows the order of `LATIN`. */
export interface GlyphTable {
  /** Code point to glyph number. */
  numbers: ReadonlyMap<number, number>;
  /**
   * Glyph number to the code point that it reads back as; null for .notdef and mere components. Of several code points
   * with one glyph the first in `LATIN` counts: a non-breaking space is an ordinary one to whoever copies text.
   */
  codePoints: readonly (number | null)[];
  /** In font units, by glyph number. */
  advances: readonly number[];
  leftBearings: readonly number[];
  /** Outlines whose components already bear the new numbers. */
  outlines: readonly Uint8Array[];
  components: readonly (readonly number[])[];
  tables: TrueType['tables'];
}

/**
 * Numbers the glyphs of the fixed character set once per face.
 * @param originalGlyph the font's own glyph number of a code point, null when it has none.
 */
export function buildGlyphTable(bytes: Uint8Array, originalGlyph: (codePoint: number) => number | null): GlyphTable {
  const font = readTrueType(bytes);
  const newNumbers = new Map<number, number>([[0, 0]]);
  const originals = [0];
  const codePoints: (number | null)[] = [null];
  const numberOf = (original: number, codePoint: number | null): number => {
    const known = newNumbers.get(original);
    if (known !== undefined) return known;
    const number = originals.push(original) - 1;
    newNumbers.set(original, number);
    codePoints.push(codePoint);
    return number;
  };

  const numbers = new Map<number, number>();
  for (const codePoint of LATIN) {
    const original = originalGlyph(codePoint);
    if (original !== null) numbers.set(codePoint, numberOf(original, codePoint));
  }

  const advances: number[] = [];
  const leftBearings: number[] = [];
  const outlines: Uint8Array[] = [];
  const components: number[][] = [];
  // `originals` grows while it is walked: components of composite glyphs are appended.
  for (const original of originals) {
    const outline = font.outline(original);
    const metrics = font.metrics(original);
    const parts = componentsOf(outline).map((component) => {
      const number = numberOf(component.glyph, null);
      setComponentGlyph(outline, component, number);
      return number;
    });
    advances.push(metrics.advance);
    leftBearings.push(metrics.leftBearing);
    outlines.push(outline);
    components.push(parts);
  }
  return { numbers, codePoints, advances, leftBearings, outlines, components, tables: font.tables };
}
