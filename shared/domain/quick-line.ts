import { forbiddenCharacter } from './characters.ts';
import { computeTotals } from './compute-totals.ts';
import { divideRounded } from './decimal.ts';
import type { Discount } from './discounts.ts';
import { hasStraySign, readRates } from './quick-line-percents.ts';
import { readPrices, type Price } from './quick-line-prices.ts';
import { askLeftovers, readQuantities, type Quantity } from './quick-line-quantities.ts';
import {
  ask,
  asTitle,
  freeNumber,
  pieceOf,
  rewrite,
  take,
  unitAt,
  type Draft,
  type QuickLineOptions,
  type QuickLinePosition,
  type QuickLineQuestion,
  type QuickLineRemark,
} from './quick-line-state.ts';
import { flatRateTitle, keepNames, titleOf } from './quick-line-title.ts';
import { plainNumber, tokenize } from './quick-line-tokens.ts';
import { UNIT_SIGNS } from './quick-line-words.ts';
import { isAmountOutOfRange } from './totals.ts';
import type { Unit } from './units.ts';

export type * from './quick-line-state.ts';

export type QuickLine =
  | { kind: 'understood'; line: QuickLinePosition; remarks: QuickLineRemark[] }
  | { kind: 'unclear'; questions: QuickLineQuestion[] };

const LONGEST_LINE = 500;
const LONGEST_TITLE = 200;
const LARGEST_QUANTITY = 99_999_999_999;
const ONE = 10_000;

/**
 * Reads a position from one line as people type it: "3,5 Std Beratung à 120 19% -10%". Never throws, and never guesses: what
 * has a second reading comes back as a question, whose answers are the line rewritten. Straight quotes keep figures in
 * the title: `Regal "80 x 40"`. Only what is in the text becomes a figure; what is assumed beside it is a remark.
 */
export function readQuickLine(typed: string, options: QuickLineOptions): QuickLine {
  const text = typed
    .normalize('NFC')
    .replace(/[\u00a0\u202f\t]/g, ' ')
    .replaceAll('\u2212', '-')
    .trim();
  if (text === '') return unclear('empty');
  if (text.length > LONGEST_LINE) return unclear('too-long');
  if (forbiddenCharacter(text, { multiline: false }) !== null) return unclear('characters');
  const draft: Draft = { text, tokens: tokenize(text), taken: new Set(), questions: [], options };
  keepNames(draft);
  askSpacedGroups(draft);
  const rates = readRates(draft);
  const prices = readPrices(draft);
  const quantities = readQuantities(draft, prices);
  readBarePrice(draft, prices);
  askLeftovers(draft, quantities, prices);
  const quantity = settleQuantity(draft, quantities, prices);
  const price = settlePrice(draft, prices, quantity, rates.discount);
  const stray = hasStraySign(draft);
  if (stray !== null && draft.questions.length === 0)
    ask(draft, 'number', draft.tokens[stray]?.text, [asTitle(draft, stray, stray)]);
  if (draft.questions.length > 0 || price === null) return { kind: 'unclear', questions: draft.questions };

  const title = titleOf(draft) || (quantity.unit === 'flat-rate' ? flatRateTitle(draft) : '');
  const line: QuickLinePosition = { title, ...quantity, unitPrice: price.unitPrice, ...rates };
  const net = netOf(line);
  if (net === null) return unclear('too-large');
  if (title.length > LONGEST_TITLE) return unclear('too-long');
  const remarks = [
    quantities.length === 0 && 'quantity-assumed',
    quantities.every(({ unit }) => unit === null) && prices.every(({ per }) => per === null) && 'unit-assumed',
    rates.vatPercent === null && 'vat-assumed',
    title === '' && 'title-missing',
    price.isComputed && 'price-from-total',
    line.quantity > 0 && net < 0 && 'discount-exceeds',
  ].filter((remark) => remark !== false);
  return { kind: 'understood', line, remarks: remarks as QuickLineRemark[] };
}

function unclear(kind: QuickLineQuestion['kind']): QuickLine {
  return { kind: 'unclear', questions: [{ kind, about: '', choices: [] }] };
}

/** "1 234,56 €": one number or two. */
function askSpacedGroups(draft: Draft): void {
  draft.tokens.forEach((_, index) => {
    const first = freeNumber(draft, index);
    const second = freeNumber(draft, index + 1);
    if (!first || !second || second.isGlued || !/^\d{1,3}$/.test(first.text)) return;
    const joined = /^(\d{3})(?:,\d+)?(,-{1,2})?$/.exec(second.text);
    if (!joined) return;
    const value = `${first.text}${second.text}`;
    ask(draft, 'number', pieceOf(draft, index, index + 1), [
      { kind: 'number', value, text: rewrite(draft, index, index + 1, value) },
      asTitle(draft, index, index),
    ]);
  });
}

/** "Logo 450,00": two places are an amount even without its currency, when nothing else is one. */
function readBarePrice(draft: Draft, prices: Price[]): void {
  if (prices.length > 0) return;
  const places = draft.tokens.flatMap((_, index) => {
    const token = freeNumber(draft, index);
    return token?.reading.kind === 'value' && token.reading.places === 2 ? [index] : [];
  });
  const [index] = places;
  const reading = index === undefined ? undefined : freeNumber(draft, index)?.reading;
  if (index === undefined || places.length > 1 || reading?.kind !== 'value') return;
  take(draft, index);
  prices.push({ value: reading.value, mode: 'open', per: null, from: index, to: index });
}

function settleQuantity(
  draft: Draft,
  found: readonly Quantity[],
  prices: readonly Price[],
): { quantity: number; unit: Unit } {
  const [first, second] = found;
  if (first && second) {
    const choices =
      found.length > 2 ? [] : [asTitle(draft, second.from, second.to), asTitle(draft, first.from, first.to)];
    ask(
      draft,
      'quantity-twice',
      `${pieceOf(draft, first.from, first.to)}, ${pieceOf(draft, second.from, second.to)}`,
      choices,
    );
  }
  const per = prices.map((price) => price.per).find((unit) => unit !== null) ?? null;
  if (!first && per !== null) {
    const sign = per === 'day' ? 'Tag' : per === 'month' ? 'Monat' : UNIT_SIGNS[per];
    if (per !== 'flat-rate')
      ask(draft, 'quantity-missing', sign, [{ kind: 'quantity', value: `1 ${sign}`, text: `1 ${sign} ${draft.text}` }]);
  }
  const bare = draft.tokens.findIndex((_, index) => unitAt(draft, index) !== null);
  if (!first && per === null && bare === 0) {
    ask(draft, 'quantity-missing', draft.tokens[0]?.text, [
      { kind: 'quantity', value: `1 ${draft.tokens[0]?.text ?? ''}`, text: `1 ${draft.text}` },
    ]);
  }
  if (first?.value === 0) ask(draft, 'quantity-zero', pieceOf(draft, first.from, first.to));
  if (first && Math.abs(first.value) > LARGEST_QUANTITY) ask(draft, 'too-large', pieceOf(draft, first.from, first.to));
  if (first?.unit && per !== null && first.unit !== per) {
    const price = prices.find((other) => other.per === per);
    ask(draft, 'unit-twice', `${UNIT_SIGNS[first.unit]}, ${UNIT_SIGNS[per]}`, [
      price ? keepAs(draft, price, 'unit-price', 'à') : null,
    ]);
  }
  return { quantity: first?.value ?? ONE, unit: first?.unit ?? per ?? 'piece' };
}

/** The line with an amount written so that it can only be this. */
function keepAs(draft: Draft, { value, from, to }: Price, kind: 'unit-price' | 'total', word: string) {
  const amount = `${plainNumber(value)} ${draft.options.currency === 'EUR' ? '€' : draft.options.currency}`;
  return { kind, value: amount, text: rewrite(draft, from, to, `${word} ${amount}`) };
}

function settlePrice(
  draft: Draft,
  prices: readonly Price[],
  { quantity }: { quantity: number },
  discount: Discount | null,
): { unitPrice: number; isComputed: boolean } | null {
  const [price, second] = prices;
  if (!price) {
    if (draft.questions.length === 0) ask(draft, 'price-missing');
    return null;
  }
  if (second) return settleTwoPrices(draft, prices, quantity, discount);
  if (price.mode === 'unit') return { unitPrice: price.value, isComputed: false };
  const isOne = quantity === ONE;
  if (price.mode === 'open' && !isOne) {
    ask(draft, 'price-or-total', pieceOf(draft, price.from, price.to), [
      keepAs(draft, price, 'unit-price', 'à'),
      keepAs(draft, price, 'total', 'gesamt'),
    ]);
    return null;
  }
  return isOne ? { unitPrice: price.value, isComputed: false } : fromTotal(draft, price, quantity);
}

/** The unit price of a total, where one gives it back to the cent. */
function fromTotal(draft: Draft, price: Price, quantity: number): { unitPrice: number; isComputed: boolean } | null {
  if (quantity === 0) return null;
  const unitPrice = Number(divideRounded(BigInt(price.value) * BigInt(ONE), BigInt(quantity)));
  const back = Number(divideRounded(BigInt(unitPrice) * BigInt(quantity), 1_000_000n));
  if (unitPrice >= 0 && back * 100 === price.value) return { unitPrice, isComputed: true };
  ask(draft, 'total-uneven', pieceOf(draft, price.from, price.to));
  return null;
}

/** "3 Std à 120 = 360": the second must be what the first makes, before or after the discount. */
function settleTwoPrices(
  draft: Draft,
  prices: readonly Price[],
  quantity: number,
  discount: Discount | null,
): { unitPrice: number; isComputed: boolean } | null {
  const units = prices.filter(({ mode }) => mode === 'unit');
  const [unit] = units;
  const other = prices.find(({ mode }) => mode !== 'unit');
  const [first, second] = prices;
  if (prices.length === 2 && unit && units.length === 1 && other) {
    const line = { title: '', quantity, unit: 'piece' as const, unitPrice: unit.value, vatPercent: null };
    const products = [netOf({ ...line, discount: null }), netOf({ ...line, discount })];
    if (products.some((net) => net !== null && net * 100 === other.value)) {
      return { unitPrice: unit.value, isComputed: false };
    }
    ask(draft, 'total-differs', pieceOf(draft, other.from, other.to), [
      { ...keepAs(draft, unit, 'unit-price', 'à'), text: rewrite(draft, other.from, other.to, '') },
      { ...keepAs(draft, other, 'total', 'gesamt'), text: withTotalOnly(draft, unit, other) },
    ]);
    return null;
  }
  if (first && second) {
    ask(draft, 'price-twice', `${pieceOf(draft, first.from, first.to)}, ${pieceOf(draft, second.from, second.to)}`, [
      asTitle(draft, second.from, second.to),
      asTitle(draft, first.from, first.to),
    ]);
  }
  return null;
}

function withTotalOnly(draft: Draft, unit: Price, total: Price): string {
  const rest = `gesamt ${plainNumber(total.value)} ${draft.options.currency}`;
  const kept = draft.tokens.filter((_, at) => (at < unit.from || at > unit.to) && (at < total.from || at > total.to));
  const line = kept.map(({ text, isGlued }) => `${isGlued ? '' : ' '}${text}`).join('');
  return `${line.trim()} ${rest}`;
}

/** Net of the position as the invoice computes it; null beyond what an invoice holds. */
function netOf({ quantity, unitPrice, discount }: QuickLinePosition): number | null {
  try {
    const vat = { category: 'S' as const, percent: 1900 };
    const lines = [{ quantity, unitPrice, discount, vat }];
    return computeTotals({ lines, allowances: [], skontoPercent: null, exchangeRate: null }).lineNet;
  } catch (error) {
    if (isAmountOutOfRange(error)) return null;
    throw error;
  }
}
