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
