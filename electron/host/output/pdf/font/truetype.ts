/** Reads the few TrueType tables that a subset is made of (OpenType specification, chapters glyf, loca, hmtx). */
export interface TrueType {
  tables: ReadonlyMap<string, Uint8Array>;
  /** Outline of a glyph; empty for a glyph without one (space). */
  outline(glyph: number): Uint8Array;
  /** Advance width and left side bearing in font units. */
  metrics(glyph: number): { advance: number; leftBearing: number };
}

/** A part of a composite glyph: the glyph it refers to and where in the outline that number stands. */
export interface Component {
  offset: number;
  glyph: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @throws Error when a table is missing: the file is no TrueType font. */
export function tableOf(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`font without table ${tag}`);
  return table;
}

function readDirectory(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  return tables;
}

/** Opens a TrueType file (glyf outlines, not CFF). */
export function readTrueType(bytes: Uint8Array): TrueType {
  const tables = readDirectory(bytes);
  const longOffsets = viewOf(tableOf(tables, 'head')).getInt16(50) === 1;
  const loca = viewOf(tableOf(tables, 'loca'));
  const glyf = tableOf(tables, 'glyf');
  const hmtx = viewOf(tableOf(tables, 'hmtx'));
  const longMetrics = viewOf(tableOf(tables, 'hhea')).getUint16(34);
  const start = (glyph: number): number => (longOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    tables,
    outline: (glyph) => glyf.slice(start(glyph), start(glyph + 1)),
    metrics: (glyph) => {
      const last = Math.min(glyph, longMetrics - 1);
      const bearing = glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 4 + (glyph - longMetrics) * 2;
      return { advance: hmtx.getUint16(last * 4), leftBearing: hmtx.getInt16(bearing) };
    },
  };
}

const ARGUMENTS_ARE_WORDS = 0x01;
const HAS_SCALE = 0x08;
const MORE_COMPONENTS = 0x20;
const HAS_TWO_SCALES = 0x40;
const HAS_MATRIX = 0x80;

/** The parts of a composite glyph; none for a simple one. */
export function componentsOf(outline: Uint8Array): Component[] {
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const components: Component[] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    components.push({ offset: at + 2, glyph: view.getUint16(at + 2) });
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
    if (!(flags & MORE_COMPONENTS)) return components;
  }
}

/** Writes the number of a component's glyph into a copy of an outline that the caller owns. */
export function setComponentGlyph(outline: Uint8Array, component: Component, glyph: number): void {
  viewOf(outline).setUint16(component.offset, glyph);
}
