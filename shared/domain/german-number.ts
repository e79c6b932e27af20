import { parseDecimal } from './decimal.ts';

export type GermanNumber =
  | { ok: true; value: number }
  | { ok: false; reason: 'empty' | 'malformed' | 'ambiguous' | 'too-many-places' | 'too-large' };

/** Ordinary, no-break and narrow no-break space. */
const SPACE = '[ \\u00a0\\u202f]';
const GERMAN = new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d{0,2}(?:${SPACE}\\d{3})+)(?:,(\\d+))?$`);
const ENGLISH = /^\d+\.\d+$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads what a German user typed as a whole number of 10^-places: "1.234,56", "1234,5", "1 234,56", "-3". The minus may
 * be "-" or U+2212, spaces around the number are dropped.
 *
 * The comma is always the decimal sign. Dots are read as thousands only where they stand as such: "1.234" is 1234, as
 * every German reads it. What makes sense in English only ("1.5", "12,345.67", "0.123") is `ambiguous` and asked back, never
 * guessed. More places than the field has are asked back too, even zeros: "1,500" in a money field may well mean 1500.
 */
export function parseGermanNumber(text: string, places: number): GermanNumber {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  const negative = /^[-\u2212]/.test(trimmed);
  const unsigned = negative ? trimmed.slice(1).trimStart() : trimmed;
  const match = GERMAN.exec(unsigned);
  if (match === null) return { ok: false, reason: ENGLISH.test(unsigned) ? 'ambiguous' : 'malformed' };
  const [, grouped = '', fraction = ''] = match;
  if (fraction.length > places) return { ok: false, reason: 'too-many-places' };
  const whole = grouped.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const canonical = `${negative ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
  const value = parseDecimal(canonical, places);
  return value === null ? { ok: false, reason: 'too-large' } : { ok: true, value };
}
