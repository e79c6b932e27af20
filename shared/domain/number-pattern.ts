import type { IsoDate } from './amounts.ts';

/**
 * Patterns of number ranges (E11): fixed text with {YYYY}, {YY}, {MM}, {DD} for the date and {C} for the counter.
 * As everything but {C} has a fixed width, the counter, and with it the period, can be read back from the number: two
 * counters of one pattern never give the same number, nor do two years within a century.
 */

export type PatternProblem =
  | 'too-long'
  | 'forbidden-character'
  | 'unknown-placeholder'
  | 'counter-missing'
  | 'counter-repeated'
  | 'space-at-edge'
  | 'digits-out-of-range'
  | 'year-missing';

export interface NumberPattern {
  pattern: string;
  /** Least number of digits of the counter, filled up with zeros: 1 to 10. */
  digits: number;
  /** Whether the counter starts at 1 again each year. */
  yearlyReset: boolean;
}

/** What a range of their own for Stornorechnungen begins with (E11). */
export const CANCELLATION_PATTERN: NumberPattern = { pattern: 'ST-{YYYY}-{C}', digits: 4, yearlyReset: true };

export const LONGEST_PATTERN = 40;
const MOST_DIGITS = 10;
const PLACEHOLDER = /\{[^{}]*\}/g;
const YEAR = /\{YY(?:YY)?\}/;
const KNOWN = new Set(['{YYYY}', '{YY}', '{MM}', '{DD}', '{C}']);

/** What is wrong with a number range, first things first; empty when it may be stored. */
export function validatePattern({ pattern, digits, yearlyReset }: NumberPattern): PatternProblem[] {
  const problems: PatternProblem[] = [];
  const placeholders = pattern.match(PLACEHOLDER) ?? [];
  const counters = placeholders.filter((placeholder) => placeholder === '{C}').length;
  if (pattern.length > LONGEST_PATTERN) problems.push('too-long');
  if (!/^[A-Za-z0-9ÄÖÜäöüß ._/-]*$/.test(pattern.replace(PLACEHOLDER, ''))) problems.push('forbidden-character');
  if (placeholders.some((placeholder) => !KNOWN.has(placeholder))) problems.push('unknown-placeholder');
  if (counters === 0) problems.push('counter-missing');
  if (counters > 1) problems.push('counter-repeated');
  if (pattern !== pattern.trim()) problems.push('space-at-edge');
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS) problems.push('digits-out-of-range');
  if (yearlyReset && !YEAR.test(pattern)) problems.push('year-missing');
  return problems;
}

/** The number of a counter on a day: applyPattern('RE-{YYYY}-{C}', 4, 7, '2026-11-21') is "RE-2026-0007". */
export function applyPattern(pattern: string, digits: number, counter: number, date: IsoDate): string {
  const values: Record<string, string> = {
    '{YYYY}': date.slice(0, 4),
    '{YY}': date.slice(2, 4),
    '{MM}': date.slice(5, 7),
    '{DD}': date.slice(8, 10),
    '{C}': String(counter).padStart(digits, '0'),
  };
  return pattern.replace(PLACEHOLDER, (placeholder) => values[placeholder] ?? placeholder);
}

/**
 * Which of its counters a number range uses on a day: "2026" when it starts anew each year, else ''. A pattern without a
 * year never starts anew, whatever the setting, because its numbers would repeat.
 */
export function patternPeriod(pattern: string, date: IsoDate, yearlyReset: boolean): string {
  return yearlyReset && YEAR.test(pattern) ? date.slice(0, 4) : '';
}

/** What a number says, read back through the pattern that made it. */
export interface ReadNumber {
  counter: number;
  /** Which of the range's counters it belongs to. */
  period: string;
}

const SHAPES: Readonly<Record<string, string>> = {
  '{YYYY}': '(?<year>[0-9]{4})',
  '{YY}': '(?<shortYear>[0-9]{2})',
  '{MM}': '(?:0[1-9]|1[0-2])',
  '{DD}': '(?:0[1-9]|[12][0-9]|3[01])',
};
/** JavaScript counts exactly to 16 digits; nobody writes so many invoices. */
export const LONGEST_COUNTER = 12;

/** Reads a number back; null when this range does not give such a number. A short year is one of this century. */
export function readNumber({ pattern, digits, yearlyReset }: NumberPattern, number: string): ReadNumber | null {
  const longer = digits < LONGEST_COUNTER ? `|[1-9][0-9]{${digits},${LONGEST_COUNTER - 1}}` : '';
  const shapes = { ...SHAPES, '{C}': `(?<counter>[0-9]{${digits}}${longer})` } as Record<string, string>;
  // A placeholder that stands twice may be named once only; what it says the second time is not compared.
  const named = new Set<string>();
  const source = pattern
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      const shape = shapes[part];
      if (shape === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
      if (!named.has(part)) return named.add(part) && shape;
      return shape.replace(/\(\?<[a-zA-Z]+>/, '(?:');
    })
    .join('');
  const groups = new RegExp(`^${source}$`).exec(number)?.groups;
  if (!groups) return null;
  const year = groups['year'] ?? (groups['shortYear'] === undefined ? undefined : `20${groups['shortYear']}`);
  return { counter: Number(groups['counter']), period: yearlyReset && year !== undefined ? year : '' };
}
