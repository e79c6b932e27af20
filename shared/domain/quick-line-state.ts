import type { PercentHundredths, TenThousandths } from './amounts.ts';
import type { Currency } from './currencies.ts';
import type { Discount } from './discounts.ts';
import { plainNumber, type NumberToken, type Token } from './quick-line-tokens.ts';
import { CURRENCY_WORDS, UNIT_WORDS } from './quick-line-words.ts';
import type { Unit } from './units.ts';

/** What the quick line makes of a text: a position without description. */
export interface QuickLinePosition {
  title: string;
  quantity: TenThousandths;
  unit: Unit;
  unitPrice: TenThousandths;
  discount: Discount | null;
  /** Null: not written; the usual rate. */
  vatPercent: PercentHundredths | null;
}

/** What was assumed, computed or is missing in an understood line. */
export type QuickLineRemark =
  'quantity-assumed' | 'unit-assumed' | 'vat-assumed' | 'title-missing' | 'price-from-total' | 'discount-exceeds';

/** Why a line is not understood. */
export type QuickLineQuestionKind =
  | 'empty'
  | 'too-long'
  | 'characters'
  | 'number'
  | 'number-role'
  | 'number-word'
  | 'sign'
  | 'quantity-missing'
  | 'quantity-twice'
  | 'quantity-zero'
  | 'unit-unknown'
  | 'unit-slip'
  | 'unit-twice'
  | 'price-missing'
  | 'price-twice'
  | 'price-negative'
  | 'price-or-total'
  | 'total-differs'
  | 'total-uneven'
  | 'money'
  | 'currency'
  | 'gross'
  | 'percent'
  | 'vat-unknown'
  | 'vat-twice'
  | 'untaxed'
  | 'discount-twice'
  | 'discount-range'
  | 'surcharge'
  | 'skonto'
  | 'too-large';

/** What choosing means; `value` of the choice says of which number or word. */
export type QuickLineChoiceKind =
  'number' | 'quantity' | 'unit' | 'unit-price' | 'total' | 'title' | 'discount' | 'vat' | 'net' | 'flat-rate' | 'keep';

/** An answer is the line rewritten, so that what stands there says what is meant. */
export interface QuickLineChoice {
  kind: QuickLineChoiceKind;
  value: string;
  text: string;
}
export interface QuickLineQuestion {
  kind: QuickLineQuestionKind;
  /** The piece of the line that it is about; '' when it is about all of it. */
  about: string;
  choices: QuickLineChoice[];
}

export interface QuickLineOptions {
  /** The invoice's; another one is asked back. */
  currency: Currency;
  /** The percents that a position of this invoice can have. */
  vatPercents: readonly PercentHundredths[];
}

/** A line while it is being read: each token belongs to one figure, or is left for the title. */
export interface Draft {
  text: string;
  tokens: Token[];
  taken: Set<number>;
  questions: QuickLineQuestion[];
  options: QuickLineOptions;
}

/** Marks tokens as read. */
export function take(draft: Draft, ...indexes: number[]): void {
  for (const index of indexes) draft.taken.add(index);
}

/** The token, unless it was read already. */
export function free(draft: Draft, index: number): Token | null {
  return draft.taken.has(index) ? null : (draft.tokens[index] ?? null);
}

/** The free number at this place, or null. */
export function freeNumber(draft: Draft, index: number): NumberToken | null {
  const token = free(draft, index);
  return token?.kind === 'number' ? token : null;
}

/** Word or sign of a free token; '' when there is none. */
export function keyAt(draft: Draft, index: number): string {
  return free(draft, index)?.key ?? '';
}

export function unitAt(draft: Draft, index: number): Unit | null {
  return UNIT_WORDS.get(keyAt(draft, index)) ?? null;
}

export function currencyAt(draft: Draft, index: number): Currency | null {
  return CURRENCY_WORDS.get(keyAt(draft, index)) ?? null;
}

/** A minus that stands at its number and not between two words: " -3", but not " - 3" and not "a-3". */
export function isMinus(draft: Draft, index: number): boolean {
  const sign = free(draft, index);
  const next = draft.tokens[index + 1];
  return sign?.key === '-' && !sign.isGlued && next?.isGlued === true;
}

/** The line with the tokens `from` to `to` replaced. */
export function rewrite(draft: Draft, from: number, to: number, replacement: string): string {
  const start = draft.tokens[from]?.start ?? 0;
  const end = draft.tokens[to]?.end ?? draft.text.length;
  const before = draft.text.slice(0, start).trimEnd();
  const after = draft.text.slice(end).trimStart();
  return [before, replacement, after].filter((piece) => piece !== '').join(' ');
}

/** The same with these tokens kept as part of the title. */
export function asTitle(draft: Draft, from: number, to: number): QuickLineChoice {
  const piece = pieceOf(draft, from, to);
  const plain = piece.replaceAll(/["„“”]/g, '');
  // Beside a quote that stands alone, an inch say, a straight one would close that one.
  const isOneAlone = draft.text.split('"').length % 2 === 0;
  return { kind: 'title', value: piece, text: rewrite(draft, from, to, isOneAlone ? `„${plain}“` : `"${plain}"`) };
}

export function pieceOf(draft: Draft, from: number, to: number): string {
  return draft.text.slice(draft.tokens[from]?.start, draft.tokens[to]?.end);
}

export function ask(
  draft: Draft,
  kind: QuickLineQuestionKind,
  about = '',
  choices: (QuickLineChoice | null)[] = [],
): void {
  draft.questions.push({ kind, about, choices: choices.filter((choice) => choice !== null) });
}

/** The value of a number; asks back and gives null when it has several readings. */
export function valueOf(draft: Draft, index: number): TenThousandths | null {
  const token = draft.tokens[index];
  if (token?.kind !== 'number') return null;
  if (token.reading.kind === 'value') return token.reading.value;
  const choices = token.reading.choices.map((value) => ({
    kind: 'number' as const,
    value,
    text: rewrite(draft, index, index, token.reading.isMoney ? `${value},-`.replace(/(,\d+),-$/, '$1') : value),
  }));
  ask(draft, 'number', token.text, [...choices, asTitle(draft, index, index)]);
  return null;
}

/** Whole number of 10^-places, or null when the number has more places than that. */
export function inPlaces(value: TenThousandths, places: number): number | null {
  const step = 10 ** (4 - places);
  return value % step === 0 ? value / step : null;
}

/** "3,5 Std", as a choice writes it. */
export function quantityText(value: TenThousandths, sign: string): string {
  return `${plainNumber(value)} ${sign}`;
}
