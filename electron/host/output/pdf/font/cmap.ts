import { createHash } from 'node:crypto';
import type { Face } from './face.ts';

/** ISO 32000-1, 9.10.3: a block holds at most 100 entries. */
const ENTRIES_PER_BLOCK = 100;

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** The ToUnicode stream: which text the glyphs read back as. */
export function toUnicode(face: Face, used: Uint8Array): string {
  const entries: string[] = [];
  used.forEach((mark, glyph) => {
    const codePoint = face.glyphs.codePoints[glyph];
    if (mark && typeof codePoint === 'number') entries.push(`<${hex(glyph)}> <${hex(codePoint)}>`);
  });
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES_PER_BLOCK) {
    const block = entries.slice(start, start + ENTRIES_PER_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

/** The W array of a CID font: `[first, [width, width, …], first, …]` in thousandths (ISO 32000-1, 9.7.4.3). */
export function glyphWidths(face: Face, used: Uint8Array): (number | number[])[] {
  const widths: (number | number[])[] = [];
  let run: number[] | null = null;
  used.forEach((mark, glyph) => {
    if (!mark) {
      run = null;
      return;
    }
    if (run === null) {
      run = [];
      widths.push(glyph, run);
    }
    run.push(face.advance(glyph));
  });
  return widths;
}

/** `ABCDEF+Name`: six letters that tell subsets apart, from a hash of the glyphs (ISO 32000-1, 9.6.4). */
export function subsetName(face: Face, used: Uint8Array): string {
  const letters = createHash('sha256').update(used).digest().subarray(0, 6);
  return `${String.fromCharCode(...letters.map((byte) => 65 + (byte % 26)))}+${face.description.postscriptName}`;
}
