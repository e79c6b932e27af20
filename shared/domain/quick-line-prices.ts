import type { TenThousandths } from './amounts.ts';
import {
  ask,
  currencyAt,
  freeNumber,
  keyAt,
  pieceOf,
  rewrite,
  take,
  unitAt,
  valueOf,
  type Draft,
} from './quick-line-state.ts';
import {
  ARTICLES,
  MEASURES,
  MONEY_FRAGMENTS,
  PER,
  PER_WORDS,
  RATE_WORDS,
  TIME_MEASURES,
  TIMES,
  TOTAL_WORDS,
  UNIT_PRICE_WORDS,
} from './quick-line-words.ts';
import type { Unit } from './units.ts';

/** An amount of a line: of one unit, of all, or `open` where nothing says which. */
export interface Price {
  value: TenThousandths;
  mode: 'unit' | 'total' | 'open';
  /** "120 €/Std". */
  per: Unit | null;
  /** The tokens that it consists of. */
  from: number;
  to: number;
}

/** Reads amounts with a currency or a word that says what they are; what they consist of is taken. */
export function readPrices(draft: Draft): Price[] {
  const prices: Price[] = [];
  draft.tokens.forEach((_, index) => {
    const price = freeNumber(draft, index) ? readPrice(draft, index) : null;
    if (price) prices.push(price);
  });
  return prices;
}

function readPrice(draft: Draft, index: number): Price | null {
  const token = freeNumber(draft, index);
  const fragment = keyAt(draft, index + 1);
  if (MONEY_FRAGMENTS.has(fragment)) {
    askWrittenOut(draft, index, fragment);
    return null;
  }
  const isCurrencyBefore = currencyAt(draft, index - 1) !== null && !freeNumber(draft, index - 2);
  const currencyBefore = isCurrencyBefore ? currencyAt(draft, index - 1) : null;
  const currency = currencyBefore ?? currencyAt(draft, index + 1);
  let from = isCurrencyBefore ? index - 1 : index;
  let to = currencyBefore === null && currency !== null ? index + 1 : index;
  const left = markBefore(draft, from, index);
  const right = markAfter(draft, to, currency !== null || token?.reading.isMoney === true);
  if (currency === null && token?.reading.isMoney !== true && left === null && right === null) return null;
  if (left === null && keyAt(draft, from - 1) === '-') {
    askNegative(draft, from - 1, to);
    return null;
  }
  from = left?.from ?? from;
  to = right?.to ?? to;
  const value = valueOf(draft, index);
  const piece = pieceOf(draft, from, to);
  for (let at = from; at <= to; at += 1) take(draft, at);
  if (currency !== null && currency !== draft.options.currency) ask(draft, 'currency', piece);
  const mode = left?.mode ?? right?.mode ?? 'open';
  return value === null ? null : { value, mode, per: left?.per ?? right?.per ?? null, from, to };
}

interface Mark {
  mode: Price['mode'];
  per: Unit | null;
}

/** "à", "je Std", "Stundensatz", "gesamt", "3 x" before an amount; null when nothing marks it. */
function markBefore(draft: Draft, first: number, number: number): (Mark & { from: number }) | null {
  let at = first - 1;
  if (keyAt(draft, at) === ':') at -= 1;
  const key = keyAt(draft, at);
  const zu = keyAt(draft, at - 1) === 'zu' ? at - 1 : at;
  if (TOTAL_WORDS.has(key)) return { mode: 'total', per: null, from: keyAt(draft, at - 1) === 'in' ? at - 1 : at };
  if (key === '=') return { mode: 'total', per: null, from: at };
  const rate = RATE_WORDS.get(key);
  if (rate !== undefined) return { mode: 'unit', per: rate, from: at };
  if (UNIT_PRICE_WORDS.has(key)) return { mode: 'unit', per: null, from: zu };
  const unit = unitAt(draft, at);
  const isPer = PER.has(keyAt(draft, at - 1)) && keyAt(draft, at - 1) !== '/' && !freeNumber(draft, at - 2);
  // "je Stück Blech 3 €" is no mark; "je Stück 3 €" is one.
  if (unit !== null && isPer && unitAt(draft, number + 1) === null) return { mode: 'unit', per: unit, from: at - 1 };
  const isFactor = freeNumber(draft, at - 1) ?? (unitAt(draft, at - 1) !== null ? freeNumber(draft, at - 2) : null);
  if (TIMES.has(key) && isFactor && isMultiplied(draft, at, number)) return { mode: 'unit', per: null, from: at };
  return null;
}

/** "3 x 120 €" and "3 Std x 120", but no "80 x 40" and no "3 x 2 Std". */
function isMultiplied(draft: Draft, sign: number, number: number): boolean {
  const next = keyAt(draft, number + 1);
  const isFigure =
    unitAt(draft, number + 1) !== null || MEASURES.has(next) || TIME_MEASURES.has(next) || TIMES.has(next);
  const hasUnit = unitAt(draft, sign - 1) !== null;
  const hasCurrency = currencyAt(draft, number + 1) !== null || currencyAt(draft, number - 1) !== null;
  const isMoney = freeNumber(draft, number)?.reading.isMoney === true;
  return !isFigure && (hasUnit || hasCurrency || isMoney);
}

/** "/Std", "pro Tag", "die Stunde", "je", "gesamt" behind an amount. */
function markAfter(draft: Draft, last: number, isMoney: boolean): (Mark & { to: number }) | null {
  const key = keyAt(draft, last + 1);
  if ((PER.has(key) || (ARTICLES.has(key) && isMoney)) && unitAt(draft, last + 2) !== null) {
    const isNext = freeNumber(draft, last + 3) !== null && key !== '/';
    if (!isNext || isMoney) return { mode: 'unit', per: unitAt(draft, last + 2), to: last + 2 };
  }
  if (!isMoney) return null;
  const per = PER_WORDS.get(key);
  if (per !== undefined) return { mode: 'unit', per, to: last + 1 };
  const isTotal = TOTAL_WORDS.has(key) && !freeNumber(draft, last + 2) && currencyAt(draft, last + 2) === null;
  if (isTotal) return { mode: 'total', per: null, to: last + 1 };
  if (key === 'in' && TOTAL_WORDS.has(keyAt(draft, last + 2))) return { mode: 'total', per: null, to: last + 2 };
  if ((key === 'je' || key === 'each') && !freeNumber(draft, last + 2))
    return { mode: 'unit', per: null, to: last + 1 };
  // "12 € pro Person": of one, whatever it is; the words stay in the title.
  if (['pro', 'je', 'per'].includes(key)) return { mode: 'unit', per: null, to: last };
  return null;
}

function askWrittenOut(draft: Draft, index: number, fragment: string): void {
  const value = valueOf(draft, index);
  const piece = pieceOf(draft, index, index + 1);
  take(draft, index, index + 1);
  if (value === null) return;
  const isCent = fragment.startsWith('c');
  const cents = isCent && value % 10_000 === 0 ? value / 10_000 : null;
  const text = cents === null ? null : `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')} €`;
  const currency = draft.options.currency === 'EUR';
  const choice =
    text === null || !currency
      ? null
      : { kind: 'number' as const, value: text, text: rewrite(draft, index, index + 1, text) };
  ask(draft, 'money', piece, [choice]);
}

/** Prices are never negative (BR-27): a credit has a negative quantity. */
function askNegative(draft: Draft, from: number, to: number): void {
  const piece = pieceOf(draft, from, to);
  const amount = pieceOf(draft, from + 1, to);
  ask(draft, 'price-negative', piece, [
    { kind: 'quantity', value: '-1', text: `-1 Stk ${rewrite(draft, from, to, `à ${amount}`)}` },
    { kind: 'unit-price', value: amount, text: rewrite(draft, from, to, `à ${amount}`) },
  ]);
  for (let at = from; at <= to; at += 1) take(draft, at);
}
