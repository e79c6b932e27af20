import type { TenThousandths } from './amounts.ts';
import { formatDecimal, PLACES } from './decimal.ts';
import { parseGermanNumber } from './german-number.ts';
import {
  CURRENCY_WORDS,
  foldWord,
  MEASURES,
  MONEY_FRAGMENTS,
  TIME_MEASURES,
  TIMES,
  UNIT_WORDS,
} from './quick-line-words.ts';

/** What a number says; `ask`: it can be read in several ways, or in none, and these are the spellings that cannot. */
export type NumberReading =
  | { kind: 'value'; value: TenThousandths; places: number; isMoney: boolean }
  | { kind: 'ask'; choices: string[]; isMoney: boolean };

interface Span {
  text: string;
  start: number;
  end: number;
  /** The word as `foldWord` writes it, a sign as it stands; '' for what is neither. */
  key: string;
  /** Nothing stands between this token and the one before. */
  isGlued: boolean;
}
export type Token =
  | (Span & { kind: 'word' | 'sign' | 'title' })
  | (Span & { kind: 'number'; reading: NumberReading })
  /** A range, a fraction, a time of day: figures that are no number, and perhaps the number that was meant. */
  | (Span & { kind: 'odd'; meant: string | null });
export type NumberToken = Extract<Token, { kind: 'number' }>;

const NUMBER = /\d+(?:[.,'’]\d+)*/y;
/** "120,-" and "120,--". */
const DASHES = /[.,](?:-{1,2}|[–—])(?![\d\p{L}])/uy;
const LETTERS = /[\p{L}²³]+\.?/uy;
/** Straight quotes mark what belongs to the title; typographic ones stay part of it. */
const QUOTED = /"[^"]*"|„[^“”"]*[“”"]/uy;
const DATE = /(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:(?:19|20)?\d{2})?(?![\d,])/y;
const CLOCK = /\d{1,3}:[0-5]\d(?!\d)/y;
const RANGE = /\d+(?:,\d+)?[-–]\d+(?:,\d+)?(?![\d,])/y;
const FRACTION = /\d{1,5}\/\d{1,5}(?!\d)/y;
/** "1. Rate", "2. OG": a dot, and then a word. */
const ORDINAL = /\d{1,3}\.(?=\s+\p{L})/uy;
const CODE = /[\p{L}\p{M}\p{N}_]*(?:[-./][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:(?:[-.'’&]|(?<=\d),)[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*\.?/uy;
/** Short words that are often written without a space before their number. */
const GLUED_WORD = /(?:[àá]|EUR|Euro|CHF)(?=\d)/uy;
const GLUED_TIMES = /[xX](?=\d)/y;
const SPACE = /\s+/uy;
const PARTS = new Map([
  ['½', 5_000],
  ['¼', 2_500],
  ['¾', 7_500],
]);

/** Cuts a line into words, numbers and signs; every character but spaces is in one token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isGlued = false;
  const match = (pattern: RegExp, from = at): string | null => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (length: number, rest: { kind: 'word' | 'sign' | 'title' } | Partial<Token>): void => {
    const piece = text.slice(at, at + length);
    const span = { text: piece, start: at, end: at + length, key: '', isGlued, ...rest };
    tokens.push(span as Token);
    at += length;
    isGlued = true;
  };
  const pushWord = (word: string): void => push(word.length, { kind: 'word', key: foldWord(word) });

  /** A number with what is written onto it: "3h", "120€" apart; "3D-Druck", "5-teilig" as one. */
  function pushNumber(): void {
    const digits = match(NUMBER) ?? '';
    // "1:30,5": the end of something longer is no number.
    if (/\d[.,:'’/]$/.test(text.slice(0, at))) return push(Math.max(1, digits.length), { kind: 'odd', meant: null });
    let length = digits.length;
    const part = PARTS.get(text[at + length] ?? '');
    if (part !== undefined) {
      length += 1;
      const value = Number(digits) * 10_000 + part;
      const isPlain = /^\d{0,6}$/.test(digits);
      return push(length, {
        kind: 'number',
        reading: isPlain
          ? { kind: 'value', value, places: 2, isMoney: false }
          : { kind: 'ask', choices: [], isMoney: false },
      });
    }
    const dashes = match(DASHES, at + length);
    if (dashes !== null) {
      return push(length + dashes.length, { kind: 'number', reading: readNumber(digits, true) });
    }
    const letters = match(LETTERS, at + length);
    const next = text[at + length + (letters?.length ?? 0)] ?? '';
    // "4K" is a resolution, "4k" perhaps money.
    const isApart = letters !== null && letters !== 'K' && isKnown(foldWord(letters)) && !/[-\p{L}\p{N}]/u.test(next);
    const isTimes = /^[xX×*]$/.test(letters ?? '') && /\d/.test(next);
    const joined = /^[-–/]([\p{L}\d]+)/u.exec(text.slice(at + length));
    const isPer = joined?.[0].startsWith('/') === true && UNIT_WORDS.has(foldWord(joined[1] ?? ''));
    const isCode = (letters !== null && !isApart && !isTimes) || (joined !== null && !isPer);
    if (isCode) {
      const rest = text[at + length] === '-' || text[at + length] === '/' ? 1 : 0;
      return push(length + rest + (match(CODE, at + length + rest)?.length ?? 0), { kind: 'title' });
    }
    // A number that begins with a zero is a code: "0815".
    if (/^0\d/.test(digits)) return push(length, { kind: 'title' });
    push(length, { kind: 'number', reading: readNumber(digits, false) });
    if (isTimes) pushWord(text.slice(at, at + 1));
    else if (letters !== null) pushWord(letters);
  }

  while (at < text.length) {
    const space = match(SPACE);
    if (space !== null) {
      at += space.length;
      isGlued = false;
      continue;
    }
    const quoted = match(QUOTED);
    const name = match(DATE) ?? match(ORDINAL);
    const odd = match(CLOCK) ?? match(RANGE) ?? match(FRACTION);
    const glued = tokens.at(-1)?.kind === 'number' ? match(GLUED_TIMES) : null;
    const word = glued ?? match(GLUED_WORD) ?? match(WORD);
    if (quoted !== null) push(quoted.length, { kind: 'title' });
    else if (name !== null) push(name.length, { kind: 'title' });
    else if (odd !== null && !isArticleNumber(text, at + odd.length)) {
      push(odd.length, { kind: 'odd', meant: meantBy(odd) });
    } else if (/[\d½¼¾]/.test(text[at] ?? '')) pushNumber();
    else if (word !== null) pushWord(word);
    else {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      push(sign.length, { kind: 'sign', key: /^[-−–—]$/.test(sign) ? '-' : sign });
    }
  }
  return tokens;
}

/** "12-34-56", "3/4/5": longer than a range, and nothing to compute with. */
function isArticleNumber(text: string, end: number): boolean {
  return /^[-–/]\d/.test(text.slice(end));
}

function isKnown(key: string): boolean {
  return [UNIT_WORDS, CURRENCY_WORDS, TIMES, MEASURES, TIME_MEASURES, MONEY_FRAGMENTS].some((list) => list.has(key));
}

/** "1:30" is 1,5; "1/2" is 0,5; null where four places do not hold it, and for ranges. */
function meantBy(odd: string): string | null {
  const [whole = 0, part = 0] = odd.split(/[:/]/).map(Number);
  const [numerator, denominator] = odd.includes(':') ? [whole * 60 + part, 60] : [whole, part];
  if (/[-–]/.test(odd) || denominator === 0 || (numerator * 10_000) % denominator !== 0) return null;
  return plainNumber((numerator * 10_000) / denominator);
}

/**
 * Reads a number as in Germany. What has a second reading somewhere is asked back: "1.234", "1,234", "12.50", "1,234.56".
 */
export function readNumber(digits: string, isMoney: boolean): NumberReading {
  const places = /,(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const isGroupOrFraction = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) && !(isMoney && digits.includes('.'));
  if (isGroupOrFraction) {
    const thousands = plainNumber(Number(digits.replace(/\D/g, '')) * 10_000);
    const fraction = plainNumber(Number(digits.replace(/\D/g, '')) * 10);
    return { kind: 'ask', choices: [thousands, fraction], isMoney };
  }
  const read = parseGermanNumber(digits, PLACES.quantity);
  if (read.ok) return { kind: 'value', value: read.value, places, isMoney };
  // As written in English or in Switzerland.
  const other = parseGermanNumber(digits.replace(/[,'’](?=\d{3}(?!\d))/g, '').replace('.', ','), PLACES.quantity);
  return { kind: 'ask', choices: other.ok ? [plainNumber(other.value)] : [], isMoney };
}

/** A number in the spelling that has one reading only: without groups, and never with three places. */
export function plainNumber(value: TenThousandths): string {
  const text = formatDecimal(value, PLACES.quantity).replace('.', ',');
  return /,\d{3}$/.test(text) ? `${text}0` : text;
}
