import type { TenThousandths } from './amounts.ts';
import type { Price } from './quick-line-prices.ts';
import {
  ask,
  asTitle,
  currencyAt,
  free,
  freeNumber,
  isMinus,
  keyAt,
  pieceOf,
  quantityText,
  rewrite,
  take,
  unitAt,
  valueOf,
  type Draft,
} from './quick-line-state.ts';
import { plainNumber } from './quick-line-tokens.ts';
import {
  MEASURES,
  nearUnitWord,
  NUMBER_WORDS,
  ONE_WORDS,
  TIME_MEASURES,
  TIMES,
  UNCOUNTED,
  UNIT_SIGNS,
  UNIT_WORDS,
} from './quick-line-words.ts';
import type { Unit } from './units.ts';

export interface Quantity {
  value: TenThousandths;
  /** Null: only a number. */
  unit: Unit | null;
  from: number;
  to: number;
}

/** Reads numbers with a unit, "3x", "Menge: 3", a number at the start, and "pauschal"; asks about what is half a quantity. */
export function readQuantities(draft: Draft, prices: readonly Price[]): Quantity[] {
  const found: Quantity[] = [];
  draft.tokens.forEach((_, index) => {
    readWithUnit(draft, index, found, prices);
    readOddFigure(draft, index);
  });
  askWordsForNumbers(draft, found);
  readFirstNumber(draft, found);
  draft.tokens.forEach((_, index) => askMeasure(draft, index, found));
  readFlatRate(draft, found);
  return found;
}

/** "3 Std", "3x", "Menge: 3"; with the minus that stands at its beginning. */
function readWithUnit(draft: Draft, index: number, found: Quantity[], prices: readonly Price[]): void {
  if (!freeNumber(draft, index)) return;
  const unit = UNCOUNTED.has(keyAt(draft, index + 1)) ? null : unitAt(draft, index + 1);
  const label = keyAt(draft, index - 1) === ':' ? index - 2 : index - 1;
  const isCount = TIMES.has(keyAt(draft, index + 1)) && !freeNumber(draft, index + 2);
  const isLabelled = ['menge', 'anzahl'].includes(keyAt(draft, label));
  const isFactor = TIMES.has(draft.tokens[index + 1]?.key ?? '') && prices.some(({ from }) => from === index + 1);
  if (unit === null && !isCount && !isLabelled && !isFactor) return;
  // Between two words a dash only separates; at the start, or at its number, it may be a minus.
  const isGlued = draft.tokens[index]?.isGlued === true;
  const hasMinus = keyAt(draft, index - 1) === '-' && (isGlued || index === 1);
  const from = hasMinus ? index - 1 : isLabelled ? label : index;
  const to = unit !== null || isCount ? index + 1 : index;
  const value = valueOf(draft, index);
  if (hasMinus && (from > 0 || !isGlued)) {
    const unsigned = pieceOf(draft, index, to);
    const choices = [
      { kind: 'quantity' as const, value: unsigned, text: rewrite(draft, from, to, unsigned) },
      { kind: 'quantity' as const, value: `-${unsigned}`, text: `-${unsigned} ${rewrite(draft, from, to, '')}` },
    ];
    ask(draft, 'sign', pieceOf(draft, from, to), choices);
  }
  for (let at = from; at <= to; at += 1) take(draft, at);
  if (value !== null) found.push({ value: hasMinus ? -value : value, unit, from, to });
}

/** "1:30 Std", "2-3 Tage", "1/2 Tag", "8-10 €": figures where a number should stand. */
function readOddFigure(draft: Draft, index: number): void {
  const token = free(draft, index);
  if (token?.kind !== 'odd') return;
  const unit = unitAt(draft, index + 1) !== null || TIME_MEASURES.has(keyAt(draft, index + 1));
  const isFigure = unit || currencyAt(draft, index + 1) !== null || keyAt(draft, index + 1) === '%';
  if (!isFigure) return;
  const choice =
    token.meant === null
      ? null
      : { kind: 'number' as const, value: token.meant, text: rewrite(draft, index, index, token.meant) };
  const title = asTitle(draft, index, index + 1);
  ask(draft, 'number', token.text, [choice, unit ? title : null]);
  take(draft, index, index + 1);
}

/** "zwei Stunden", "drei Stühle": said in words, and a quantity of 1 would be wrong. */
function askWordsForNumbers(draft: Draft, found: Quantity[]): void {
  draft.tokens.forEach((_, index) => {
    const key = keyAt(draft, index);
    const unit = unitAt(draft, index + 1);
    if (ONE_WORDS.has(key) && unit !== null) {
      take(draft, index, index + 1);
      found.push({ value: 10_000, unit, from: index, to: index + 1 });
    }
    const digits = NUMBER_WORDS.get(key);
    if (digits === undefined || (unit === null && (index > 0 || found.length > 0))) return;
    const choice = { kind: 'quantity' as const, value: digits, text: rewrite(draft, index, index, digits) };
    ask(draft, 'number-word', draft.tokens[index]?.text, [
      choice,
      asTitle(draft, index, unit === null ? index : index + 1),
    ]);
    take(draft, index);
    if (unit !== null) take(draft, index + 1);
  });
}

/** "10 m", "30 min": no unit of an invoice. Beside a quantity a size belongs to the title; a time never does unasked. */
function askMeasure(draft: Draft, index: number, found: Quantity[]): void {
  const number = freeNumber(draft, index);
  const key = keyAt(draft, index + 1);
  const isTime = TIME_MEASURES.has(key);
  if (!number || (!MEASURES.has(key) && !isTime)) return;
  // "80 x 40 cm" is a size.
  const isSize = TIMES.has(keyAt(draft, index - 1)) && freeNumber(draft, index - 2) !== null;
  if (isSize) return takeSize(draft, index + 1);
  if (found.length > 0 && !isTime) return keepInTitle(draft, index, index + 1);
  const value = valueOf(draft, index);
  const sign = draft.tokens[index + 1]?.text ?? '';
  const piece = pieceOf(draft, index, index + 1);
  take(draft, index, index + 1);
  if (value === null) return;
  const asPieces = `${rewrite(draft, index, index + 1, quantityText(value, UNIT_SIGNS.piece))} "(${sign})"`;
  const isMinutes = key.startsWith('min') && value % 60 === 0;
  const hours = isMinutes ? quantityText(value / 60, UNIT_SIGNS.hour) : null;
  ask(draft, 'unit-unknown', piece, [
    hours === null
      ? { kind: 'quantity', value: quantityText(value, UNIT_SIGNS.piece), text: asPieces }
      : { kind: 'quantity', value: hours, text: rewrite(draft, index, index + 1, hours) },
    asTitle(draft, index, index + 1),
  ]);
}

/** All factors of "80 x 40 x 30 cm" are title. */
function takeSize(draft: Draft, last: number): void {
  let first = last - 1;
  while (TIMES.has(keyAt(draft, first - 1)) && freeNumber(draft, first - 2)) first -= 2;
  for (let at = first; at <= last; at += 1) take(draft, at);
  keepInTitle(draft, first, last);
}

/** Read as title, and not to be read as anything else. */
function keepInTitle(draft: Draft, from: number, to: number): void {
  for (let at = from; at <= to; at += 1) {
    const token = draft.tokens[at];
    if (token) draft.tokens[at] = { ...token, kind: 'title', key: '' };
    draft.taken.delete(at);
  }
}

/** "10 Stühle": a bare number at the start counts what follows it, unless it looks like a year. */
function readFirstNumber(draft: Draft, found: Quantity[]): void {
  const at = isMinus(draft, 0) ? 1 : 0;
  const number = freeNumber(draft, at);
  if (!number || found.length > 0) return;
  const next = free(draft, at + 1);
  const near = next?.kind === 'word' ? nearUnitWord(next.key) : null;
  const isYear =
    number.reading.kind === 'value' &&
    number.reading.value >= 19_000_000 &&
    number.reading.value <= 21_000_000 &&
    number.text.length === 4;
  if (near !== null) return askSlip(draft, at, near);
  const isCount = next?.kind === 'word' || next?.kind === 'title' || draft.taken.has(at + 1);
  if (MEASURES.has(next?.key ?? '') || TIME_MEASURES.has(next?.key ?? '')) return;
  if (isYear || !isCount || TIMES.has(next?.key ?? '')) return;
  const value = valueOf(draft, at);
  for (let index = 0; index <= at; index += 1) take(draft, index);
  if (value !== null) found.push({ value: at === 1 ? -value : value, unit: null, from: 0, to: at });
}

/** "3 Stuneden". */
function askSlip(draft: Draft, index: number, near: string): void {
  const word = draft.tokens[index + 1]?.text ?? '';
  const sign = UNIT_SIGNS[UNIT_WORDS.get(near) ?? 'piece'];
  const number = pieceOf(draft, index, index);
  ask(draft, 'unit-slip', word, [
    { kind: 'unit', value: sign, text: rewrite(draft, index, index + 1, `${number} ${sign}`) },
    { kind: 'title', value: word, text: rewrite(draft, index, index + 1, `${number} Stk ${word}`) },
  ]);
  take(draft, index, index + 1);
}

/** "pauschal" says the unit, wherever it stands. */
function readFlatRate(draft: Draft, found: Quantity[]): void {
  draft.tokens.forEach((_, index) => {
    if (unitAt(draft, index) !== 'flat-rate') return;
    const other = found.find(({ unit }) => unit !== 'flat-rate');
    take(draft, index);
    if (other?.unit) return askFlatRate(draft, index, other);
    if (other) other.unit = 'flat-rate';
    else if (found.length === 0) found.push({ value: 10_000, unit: 'flat-rate', from: index, to: index });
  });
}

function askFlatRate(draft: Draft, index: number, other: Quantity): void {
  const flat = pieceOf(draft, index, index);
  const amount = pieceOf(draft, other.from, other.to);
  ask(draft, 'unit-twice', `${amount}, ${flat}`, [
    { kind: 'flat-rate', value: flat, text: rewrite(draft, other.from, other.to, `"${amount}"`) },
    { kind: 'quantity', value: amount, text: rewrite(draft, index, index, '') },
  ]);
}

/** What a number without any role may be; nothing is guessed. */
export function askLeftovers(draft: Draft, quantities: readonly Quantity[], prices: readonly Price[]): void {
  draft.tokens.forEach((_, index) => {
    const number = freeNumber(draft, index);
    if (!number) return;
    const next = free(draft, index + 1);
    const near = next?.kind === 'word' ? nearUnitWord(next.key) : null;
    if (near !== null && quantities.length === 0) return askSlip(draft, index, near);
    if (number.reading.kind === 'ask') {
      valueOf(draft, index);
      return take(draft, index);
    }
    const text = plainNumber(number.reading.value);
    const isLast = !draft.tokens.slice(index + 1).some((_, offset) => freeNumber(draft, index + 1 + offset));
    const isOne = quantities.every(({ value }) => value === 10_000);
    const offersPrice = prices.length === 0 && isLast;
    ask(draft, 'number-role', number.text, [
      offersPrice ? { kind: 'unit-price', value: text, text: rewrite(draft, index, index, `à ${text}`) } : null,
      offersPrice && !isOne
        ? { kind: 'total', value: text, text: rewrite(draft, index, index, `gesamt ${text}`) }
        : null,
      quantities.length === 0
        ? {
            kind: 'quantity',
            value: text,
            text: rewrite(draft, index, index, quantityText(number.reading.value, 'Stk')),
          }
        : null,
      asTitle(draft, index, index),
    ]);
  });
}
