/** Every code point from `first` to `last`, both included. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The code points that a document may show, in the order in which their glyphs are numbered. The list is fixed, because
 * glyph numbers that depended on earlier documents of the same process would change the bytes of later ones.
 * One glyph per code point: scripts that need shaping (Arabic, Indic) are out of reach on purpose.
 */
export const LATIN: readonly number[] = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  0x192,
  ...range(0x218, 0x21b),
  ...[0x2c6, 0x2c7, ...range(0x2d8, 0x2dd)],
  ...[0x1e9e, 0x1ef2, 0x1ef3, ...range(0x1e80, 0x1e85)],
  ...range(0x2010, 0x2015),
  ...range(0x2018, 0x201e),
  ...[0x2020, 0x2021, 0x2022, 0x2026, 0x202f, 0x2030, 0x2032, 0x2033, 0x2039, 0x203a, 0x2044],
  ...[0x20ac, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x221e, 0x2248, 0x2260, 0x2264, 0x2265],
  ...[0x25a0, 0x25cf, 0x2713],
];

export const SPACE = 0x20;
/** A place where a word may be divided; wrapped text never draws it. */
export const SOFT_HYPHEN = '\u00ad';
