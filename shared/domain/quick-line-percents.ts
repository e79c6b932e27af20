import type { PercentHundredths } from './amounts.ts';
import { PLACES } from './decimal.ts';
import type { Discount } from './discounts.ts';
import {
  ask,
  asTitle,
  currencyAt,
  free,
  freeNumber,
  inPlaces,
  isMinus,
  keyAt,
  pieceOf,
  rewrite,
  take,
  valueOf,
  type Draft,
} from './quick-line-state.ts';
import { plainNumber } from './quick-line-tokens.ts';
import {
  DISCOUNT_WORDS,
  INCLUDED_WORDS,
  LESS_WORDS,
  ON_TOP_WORDS,
  SURCHARGE_WORDS,
  UNIT_PRICE_WORDS,
  UNTAXED_WORDS,
  VAT_WORDS,
} from './quick-line-words.ts';

/** What percents, VAT words and discount words of a line say. */
export interface Rates {
  vatPercent: PercentHundredths | null;
  discount: Discount | null;
}

/** Reads VAT and discounts; what they consist of is taken. */
export function readRates(draft: Draft): Rates {
  refuseSpecialCases(draft);
  const vats: PercentHundredths[] = [];
  const discounts: Discount[] = [];
  const isPercent = (index: number): boolean => ['%', 'prozent', 'v.h'].includes(keyAt(draft, index + 1));
  draft.tokens.forEach((_, index) => {
    if (freeNumber(draft, index) && isPercent(index)) readPercent(draft, index, vats, discounts);
  });
  draft.tokens.forEach((_, index) => {
    if (!freeNumber(draft, index)) return;
    if (VAT_WORDS.has(keyAt(draft, leftOf(draft, index))) && !currencyAt(draft, index + 1)) {
      readBareVat(draft, index, vats);
    } else readAmount(draft, index, discounts);
  });
  takeVatWords(draft);
  if (new Set(vats).size > 1) ask(draft, 'vat-twice');
  if (discounts.length > 1) ask(draft, 'discount-twice');
  return { vatPercent: vats[0] ?? null, discount: discounts[0] ?? null };
}

/** What changes the price in a way that a position cannot say. */
function refuseSpecialCases(draft: Draft): void {
  const keys = draft.tokens.map(({ key, text }) => (key === '' ? text.toLowerCase() : key));
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? '';
    const isUntaxed =
      UNTAXED_WORDS.has(key) ||
      (key === 'reverse' && next === 'charge') ||
      key === '13b' ||
      (key === 'ohne' && (VAT_WORDS.has(next) || VAT_WORDS.has(keys[index + 2] ?? '')));
    if (isUntaxed) ask(draft, 'untaxed', draft.tokens[index]?.text);
    if (key === 'skonto') ask(draft, 'skonto', draft.tokens[index]?.text);
    const isIncluded =
      INCLUDED_WORDS.has(key) && (VAT_WORDS.has(next) || (/^\d/.test(next) && keys[index + 2] === '%'));
    if (key === 'brutto' || isIncluded) {
      const net = { kind: 'net' as const, value: '', text: rewrite(draft, index, index, 'netto') };
      ask(draft, 'gross', draft.tokens[index]?.text, key === 'brutto' ? [net] : []);
    }
    if (key === 'netto') take(draft, index);
  });
}

/** The token before, across a colon. */
function leftOf(draft: Draft, index: number): number {
  return keyAt(draft, index - 1) === ':' ? index - 2 : index - 1;
}

/** Follows words of a list to the left and to the right; gives the outermost places. */
function spread(
  draft: Draft,
  from: number,
  to: number,
  words: (key: string) => boolean,
  ownsNext = false,
): [number, number] {
  let [first, last] = [from, to];
  while (words(keyAt(draft, leftOf(draft, first)))) first = leftOf(draft, first);
  while (words(keyAt(draft, last + 1)) && (ownsNext || !leadsToNumber(draft, last + 2))) last += 1;
  return [first, last];
}

/** "120 € Rabatt 10 %": the word belongs to what follows it. */
function leadsToNumber(draft: Draft, index: number): boolean {
  const isBetween = [':', '-'].includes(keyAt(draft, index)) || currencyAt(draft, index) !== null;
  return draft.tokens[isBetween ? index + 1 : index]?.kind === 'number';
}

function readPercent(draft: Draft, index: number, vats: number[], discounts: Discount[]): void {
  const sign = index + 1;
  const [vatFrom, vatTo] = spread(draft, index, sign, (key) => VAT_WORDS.has(key));
  const isVat = vatFrom < index || vatTo > sign;
  const before = keyAt(draft, leftOf(draft, vatFrom));
  const value = valueOf(draft, index);
  if (value === null) return take(draft, ...range(vatFrom, vatTo));
  const percent = inPlaces(value, PLACES.percent);
  const about = pieceOf(draft, index, sign);
  const known = percent !== null && draft.options.vatPercents.includes(percent);

  if (isVat || (known && ON_TOP_WORDS.has(before))) {
    take(draft, ...range(vatFrom, vatTo));
    if (ON_TOP_WORDS.has(before)) take(draft, leftOf(draft, vatFrom));
    if (known) vats.push(percent);
    else askKnownVat(draft, vatFrom, vatTo);
    return;
  }
  if (SURCHARGE_WORDS.has(before) || SURCHARGE_WORDS.has(keyAt(draft, sign + 1)) || before === '+') {
    take(draft, index, sign);
    return ask(draft, 'surcharge', about);
  }
  const lessWord = (key: string): boolean => DISCOUNT_WORDS.has(key) || LESS_WORDS.has(key);
  const hasMinus = isMinus(draft, index - 1);
  const isDash = !hasMinus && keyAt(draft, index - 1) === '-';
  // "10 % Rabatt 19 %": the second one is the VAT.
  const ownsNext = !known && isKnownVat(draft, sign + 2);
  const [first, last] = spread(draft, hasMinus || isDash ? index - 1 : index, sign, lessWord, ownsNext);
  const hasWord = first < index - 1 || last > sign || (first < index && !hasMinus && !isDash);
  if (hasMinus || hasWord || (isDash && !known)) {
    take(draft, ...range(first, last));
    // The colon of "Rabatt: 10 %".
    if (percent === null || percent < 1 || percent > 10_000) return ask(draft, 'discount-range', about);
    discounts.push({ kind: 'percent', percent });
    return;
  }
  take(draft, index, sign);
  const asDiscount = {
    kind: 'discount' as const,
    value: about,
    text: rewrite(draft, isDash ? index - 1 : index, sign, `-${about}`),
  };
  if (isDash) {
    const asVat = { kind: 'vat' as const, value: about, text: rewrite(draft, index - 1, sign, about) };
    return ask(draft, 'percent', about, [asDiscount, asVat]);
  }
  if (known) vats.push(percent);
  else ask(draft, 'percent', about, [asDiscount, asTitle(draft, index, sign)]);
}

function isKnownVat(draft: Draft, index: number): boolean {
  const reading = freeNumber(draft, index)?.reading;
  return (
    reading?.kind === 'value' &&
    keyAt(draft, index + 1) === '%' &&
    draft.options.vatPercents.includes(reading.value / 100)
  );
}

/** "MwSt 7". */
function readBareVat(draft: Draft, index: number, vats: number[]): void {
  const word = leftOf(draft, index);
  const value = valueOf(draft, index);
  take(draft, ...range(word, index));
  if (ON_TOP_WORDS.has(keyAt(draft, word - 1))) take(draft, word - 1);
  const percent = value === null ? null : inPlaces(value, PLACES.percent);
  if (percent !== null && draft.options.vatPercents.includes(percent)) vats.push(percent);
  else if (value !== null) askKnownVat(draft, word, index);
}

function askKnownVat(draft: Draft, from: number, to: number): void {
  const choices = draft.options.vatPercents.map((percent) => {
    const value = `${plainNumber(percent * 100)} %`;
    return { kind: 'vat' as const, value, text: rewrite(draft, from, to, `${value} MwSt`) };
  });
  ask(draft, 'vat-unknown', pieceOf(draft, from, to), choices);
}

/** "-50 €", "abzgl. 20 EUR", "15 € Rabatt". */
function readAmount(draft: Draft, index: number, discounts: Discount[]): void {
  const token = freeNumber(draft, index);
  const isBefore = currencyAt(draft, index - 1) !== null;
  const from = isBefore ? index - 1 : index;
  const to = currencyAt(draft, index + 1) !== null ? index + 1 : index;
  const hasCurrency = isBefore || to > index || token?.reading.isMoney === true;
  const hasMinus = isMinus(draft, from - 1);
  const isDash = !hasMinus && keyAt(draft, from - 1) === '-';
  const start = hasMinus || (isDash && hasCurrency) ? from - 1 : from;
  const [first, last] = spread(draft, start, to, (key) => DISCOUNT_WORDS.has(key) || LESS_WORDS.has(key));
  const isPrice = UNIT_PRICE_WORDS.has(keyAt(draft, from - 1));
  const hasWord = (first < start || last > to) && !isPrice;
  const signed = (hasMinus || isDash) && hasCurrency && hasPriceBefore(draft, from - 1);
  if (!hasWord && !signed) return;
  const currency = currencyAt(draft, to) ?? currencyAt(draft, from);
  const piece = pieceOf(draft, from, to);
  const value = valueOf(draft, index);
  if (!hasCurrency && value !== null) {
    const choices = [' %', ' €'].map((sign) => ({
      kind: 'discount' as const,
      value: `${piece}${sign}`,
      text: rewrite(draft, first, last, `-${piece}${sign}`),
    }));
    ask(draft, 'discount-range', piece, choices);
  }
  take(draft, ...range(first, last));
  if (value === null || !hasCurrency) return;
  if (currency !== null && currency !== draft.options.currency) return ask(draft, 'currency', piece);
  const amount = inPlaces(value, PLACES.cents);
  if (amount === null || amount < 1) return ask(draft, 'discount-range', piece);
  discounts.push({ kind: 'amount', amount });
}

/** A minus takes something off only where something stands to take it off from. */
function hasPriceBefore(draft: Draft, index: number): boolean {
  return draft.tokens.slice(0, index).some((token, at) => {
    if (token.kind !== 'number' || draft.taken.has(at)) return false;
    const isMarked = ['a', 'je', '@'].includes(keyAt(draft, at - 1)) || token.reading.isMoney;
    return isMarked || currencyAt(draft, at + 1) !== null || currencyAt(draft, at - 1) !== null;
  });
}

/** "zzgl. MwSt" without a percent: as always. */
function takeVatWords(draft: Draft): void {
  draft.tokens.forEach((_, index) => {
    if (!VAT_WORDS.has(keyAt(draft, index)) || !ON_TOP_WORDS.has(keyAt(draft, index - 1))) return;
    take(draft, index - 1, index);
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

/** True when a percent or currency sign belongs to nothing that was read. */
export function hasStraySign(draft: Draft): number | null {
  const index = draft.tokens.findIndex((_, at) => {
    const token = free(draft, at);
    return token !== null && (token.key === '%' || token.key === '€' || token.key === '$' || token.key === '£');
  });
  return index === -1 ? null : index;
}
