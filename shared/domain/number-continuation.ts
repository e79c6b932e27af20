import type { IsoDate } from './amounts.ts';
import { applyPattern, patternPeriod, readNumber, validatePattern, type NumberPattern } from './number-pattern.ts';

/**
 * "Welche Rechnungsnummer haben Sie zuletzt vergeben?": from the last number of another program to the range that goes on
 * with it (E11). Digits that may mean two things give several ways to go on, and the user chooses.
 */

/** One way to go on with a number. */
export interface Continuation extends NumberPattern {
  /** Of the last number. */
  counter: number;
  /** The number that comes next, on the given day. */
  next: string;
}

/** How far back a year in a last number may lie. */
const OLDEST_YEAR = 10;
const OLDEST_SHORT_YEAR = 2;
const MOST_DIGITS = 10;
const MOST_CONTINUATIONS = 4;

type Part = { text: string } | { placeholder: '{YYYY}' | '{YY}' | '{MM}' | '{DD}' } | { counter: string };
type Reading = readonly Part[];

const isCounter = (part: Part): part is { counter: string } => 'counter' in part;
const placeholderOf = (part: Part): string => ('placeholder' in part ? part.placeholder : '');

function isRecentYear(digits: string, today: IsoDate): boolean {
  const distance = Number(today.slice(0, 4)) - Number(digits);
  return distance >= 0 && distance <= OLDEST_YEAR;
}

function isRecentShortYear(digits: string, today: IsoDate): boolean {
  const distance = Number(today.slice(2, 4)) - Number(digits);
  return distance >= 0 && distance <= OLDEST_SHORT_YEAR;
}

const isMonth = (digits: string): boolean => /^(?:0[1-9]|1[0-2])$/.test(digits);
const isDay = (digits: string): boolean => /^(?:0[1-9]|[12][0-9]|3[01])$/.test(digits);

/** Date parts at the beginning of digits, each with the digits that are left. */
function dateParts(digits: string, today: IsoDate, hasYear: boolean): { parts: Part[]; rest: string }[] {
  const found: { parts: Part[]; rest: string }[] = [];
  const add = (parts: Part[], length: number): void => {
    found.push({ parts, rest: digits.slice(length) });
  };
  const addWithMonth = (parts: Part[], length: number): void => {
    add(parts, length);
    const month = digits.slice(length, length + 2);
    if (!isMonth(month)) return;
    add([...parts, { placeholder: '{MM}' }], length + 2);
    const day = digits.slice(length + 2, length + 4);
    if (isDay(day)) add([...parts, { placeholder: '{MM}' }, { placeholder: '{DD}' }], length + 4);
  };
  if (digits.length >= 4 && isRecentYear(digits.slice(0, 4), today)) addWithMonth([{ placeholder: '{YYYY}' }], 4);
  else if (digits.length >= 2 && isRecentShortYear(digits.slice(0, 2), today))
    addWithMonth([{ placeholder: '{YY}' }], 2);
  if (hasYear && isMonth(digits.slice(0, 2))) {
    add([{ placeholder: '{MM}' }], 2);
    if (isDay(digits.slice(2, 4))) add([{ placeholder: '{MM}' }, { placeholder: '{DD}' }], 4);
  }
  if (hasYear && isDay(digits.slice(0, 2))) add([{ placeholder: '{DD}' }], 2);
  return found;
}

/** A counter behind a month needs more digits to be taken for one: "0112" after a year is 112 and not January, 12. */
function isLongEnough(parts: Part[], rest: string): boolean {
  return rest.length >= (placeholderOf(parts[0] ?? { text: '' }).startsWith('{Y') ? 2 : 3);
}

/** What one run of digits can be. A year that stands alone is a year, so that nothing else is offered for it. */
function readingsOfRun(digits: string, today: IsoDate, hasYear: boolean): Reading[] {
  const counter: Reading[] = digits.length <= MOST_DIGITS ? [[{ counter: digits }]] : [];
  const dated = dateParts(digits, today, hasYear).flatMap(({ parts, rest }): Reading[] => {
    if (rest === '') return [parts];
    return rest.length <= MOST_DIGITS && isLongEnough(parts, rest) ? [[...parts, { counter: rest }]] : [];
  });
  return [...dated, ...counter, [{ text: digits }]];
}

/** A reading makes sense with one counter and each part of the date once: a day wants its month, a month its year. */
function isSensible(reading: Reading): boolean {
  const names = reading.map(placeholderOf).filter((name) => name !== '');
  const has = (name: string): boolean => names.includes(name);
  const years = names.filter((name) => name.startsWith('{Y')).length;
  return (
    reading.filter(isCounter).length === 1 &&
    new Set(names).size === names.length &&
    years <= 1 &&
    (!has('{DD}') || has('{MM}')) &&
    (!has('{MM}') || years === 1) &&
    // Behind the counter a year may stand, but nobody writes a month or a day there.
    reading.slice(reading.findIndex(isCounter)).every((part) => !/[MD]/.test(placeholderOf(part)))
  );
}

/** Fixed digits that could be something better, and a counter that is not the last thing but the date: less likely first. */
function unlikeliness(reading: Reading): number {
  const counterAt = reading.findIndex(isCounter);
  const behind = reading.slice(counterAt + 1);
  const isFixed = (part: Part): boolean => 'text' in part && /[0-9]/.test(part.text);
  return behind.filter(isFixed).length * 100 + reading.filter(isFixed).length * 10 + behind.length;
}

/**
 * The ways to go on with a last number, the likeliest first; one when it can be read in one way only, none when it has no
 * counter. Fixed digits behind the counter are taken only when nothing else fits.
 */
export function continuations(lastNumber: string, today: IsoDate): Continuation[] {
  const pieces = lastNumber.trim().match(/[0-9]+|[^0-9]+/g) ?? [];
  const runs = pieces.filter((piece) => /[0-9]/.test(piece));
  const hasYear = runs.some((run) => dateParts(run, today, false).length > 0);
  let readings: Reading[] = [[]];
  for (const piece of pieces) {
    const options = /[0-9]/.test(piece) ? readingsOfRun(piece, today, hasYear) : [[{ text: piece }]];
    readings = readings.flatMap((reading) => options.map((option) => [...reading, ...option])).slice(0, 2000);
  }
  const sensible = readings.filter(isSensible).sort((a, b) => unlikeliness(a) - unlikeliness(b));
  const clear = sensible.filter((reading) => !isPoorer(reading, sensible));
  const made = clear.flatMap((reading) => continuationOf(reading, lastNumber.trim(), today) ?? []);
  const distinct = made.filter((one, at) => made.findIndex(({ pattern }) => pattern === one.pattern) === at);
  return distinct.slice(0, MOST_CONTINUATIONS);
}

/** A reading is not offered beside one that sees a whole year where it sees fixed digits, or that counts further back. */
function isPoorer(reading: Reading, all: readonly Reading[]): boolean {
  const best = Math.min(...all.map((other) => Math.floor(unlikeliness(other) / 100)));
  if (Math.floor(unlikeliness(reading) / 100) > best) return true;
  const year = (parts: Reading): string => parts.map(placeholderOf).find((name) => name.startsWith('{Y')) ?? '';
  const hasFullYear = all.some((other) => year(other) === '{YYYY}' && standsAlone(other, '{YYYY}'));
  if (hasFullYear && year(reading) !== '{YYYY}') return true;
  const hasShortYear = all.some((other) => year(other) === '{YY}' && standsAlone(other, '{YY}'));
  const counterIsLast = reading.findIndex(isCounter) === reading.length - 1;
  return hasShortYear && year(reading) === '' && !counterIsLast;
}

/** Whether no digits touch the placeholder. */
function standsAlone(reading: Reading, name: string): boolean {
  const at = reading.findIndex((part) => placeholderOf(part) === name);
  const touches = (part: Part | undefined): boolean =>
    part !== undefined && (!('text' in part) || /[0-9]/.test(part.text));
  return at >= 0 && !touches(reading[at - 1]) && !touches(reading[at + 1]);
}

function continuationOf(reading: Reading, lastNumber: string, today: IsoDate): Continuation | null {
  const pattern = reading
    .map((part) => ('text' in part ? part.text : isCounter(part) ? '{C}' : part.placeholder))
    .join('');
  const counted = reading.find(isCounter)?.counter ?? '';
  const yearlyReset = /\{YY(?:YY)?\}/.test(pattern);
  const range = { pattern, digits: counted.length, yearlyReset };
  const read = readNumber(range, lastNumber);
  if (validatePattern(range).length > 0 || read === null) return null;
  return { ...range, counter: read.counter, next: nextOf(range, lastNumber, today) };
}

/** The number after `lastNumber` in a range that reads it: of a new year the first one. '' when the range does not. */
export function nextOf(range: NumberPattern, lastNumber: string, today: IsoDate): string {
  const read = readNumber(range, lastNumber);
  if (read === null) return '';
  const isSamePeriod = read.period === patternPeriod(range.pattern, today, range.yearlyReset);
  return applyPattern(range.pattern, range.digits, isSamePeriod ? read.counter + 1 : 1, today);
}

/** What a piece of a number is; `fixed` are digits that stay as they are. */
export interface NumberPiece {
  kind: 'year' | 'month' | 'day' | 'counter' | 'fixed';
  digits: string;
}

const KINDS: Readonly<Record<string, { kind: NumberPiece['kind']; length: number }>> = {
  '{YYYY}': { kind: 'year', length: 4 },
  '{YY}': { kind: 'year', length: 2 },
  '{MM}': { kind: 'month', length: 2 },
  '{DD}': { kind: 'day', length: 2 },
};

/** How a way to go on reads the last number, from left to right: for people who have to choose between two. */
export function piecesOf({ pattern, digits }: NumberPattern, lastNumber: string): NumberPiece[] {
  let at = 0;
  return pattern.split(/(\{[^{}]*\}|[0-9]+)/).flatMap((part): NumberPiece[] => {
    const { kind, length } =
      part === '{C}'
        ? { kind: 'counter' as const, length: digits }
        : (KINDS[part] ?? { kind: 'fixed' as const, length: part.length });
    const piece = { kind, digits: lastNumber.slice(at, at + length) };
    at += length;
    return kind === 'fixed' && !/[0-9]/.test(part) ? [] : [piece];
  });
}
