import { PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { glyphWidths, subsetName, toUnicode } from '../font/cmap.ts';
import type { Face } from '../font/face.ts';
import { writeSubset } from '../font/subset.ts';

/** ISO 32000-1, table 123: the glyphs lie outside the standard Latin set's encoding. */
const SYMBOLIC = 4;
const ITALIC = 64;

/** Compressed in JavaScript, because zlib's output differs between versions and processors. */
export function deflated(context: PDFContext, bytes: Uint8Array, entries: Record<string, number> = {}): PDFRef {
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', ...entries }), zlibSync(bytes));
  return context.register(stream);
}

/** Embeds the used glyphs of a face as a Type 0 font whose codes are glyph numbers (ISO 32000-1, 9.7). */
export function embedFace(context: PDFContext, face: Face, used: Uint8Array): PDFRef {
  const name = subsetName(face, used);
  const { description } = face;
  const file = writeSubset(face.glyphs, used);
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: description.italicAngle === 0 ? SYMBOLIC : SYMBOLIC + ITALIC,
    FontBBox: description.boundingBox,
    ItalicAngle: description.italicAngle,
    Ascent: description.ascent,
    Descent: description.descent,
    CapHeight: description.capHeight,
    StemV: description.stemWidth,
    FontFile2: deflated(context, file, { Length1: file.length }),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    CIDToGIDMap: 'Identity',
    FontDescriptor: context.register(descriptor),
    DW: 0,
    W: glyphWidths(face, used),
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: deflated(context, new TextEncoder().encode(toUnicode(face, used))),
  });
  return context.register(font);
}
