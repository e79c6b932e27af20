import type { NumberPattern } from './number-pattern.ts';
import { LONGEST_COUNTER } from './number-pattern.ts';

/** What may stand at one place of a number: any of these characters. */
type Place = string;

const DIGITS = '0123456789';
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  '{YYYY}': [DIGITS, DIGITS, DIGITS, DIGITS],
  '{YY}': [DIGITS, DIGITS],
  '{MM}': ['01', DIGITS],
  '{DD}': ['0123', DIGITS],
};

/**
 * Whether two number ranges could ever give the same number, on any days and however far they count (F2.3): then one of them
 * must look different, because a number is given once in the whole office. Months and days are taken a little too wide
 * ("19" for a month), so that a doubt is a yes.
 */
export function mayGiveSameNumber(one: NumberPattern, other: NumberPattern): boolean {
  const others = shapesOf(other);
  return shapesOf(one).some((shape) => others.some((candidate) => overlap(shape, candidate)));
}

function overlap(one: readonly Place[], other: readonly Place[]): boolean {
  return one.length === other.length && one.every((place, at) => meet(place, other[at] ?? ''));
}

function meet(one: Place, other: Place): boolean {
  return [...one].some((character) => other.includes(character));
}

/** The numbers of a range, place by place, for each length that its counter can have. */
function shapesOf({ pattern, digits }: NumberPattern): Place[][] {
  const parts = pattern.split(/(\{[^{}]*\})/);
  const filled = Array.from({ length: digits }, () => DIGITS);
  const longer = Array.from({ length: Math.max(0, LONGEST_COUNTER - digits) }, (_, more) => [
    '123456789',
    ...Array.from({ length: digits + more }, () => DIGITS),
  ]);
  return [filled, ...longer].map((counter) =>
    parts.flatMap((part) => (part === '{C}' ? counter : [...(PLACES[part] ?? part)])),
  );
}
