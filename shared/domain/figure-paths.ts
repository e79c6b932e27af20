import type { AllowanceSplit } from './allowances.ts';
import type { Cents, PercentHundredths, TenThousandths } from './amounts.ts';
import { formatCents, formatDecimal, formatPercent, formatQuantity, PLACES } from './decimal.ts';
import { parseExchangeRate } from './exchange-rate.ts';
import type { ExchangeRateText, FigureId, FigurePath } from './totals.ts';

/** One path per kind of calculation; see `FigurePath` for what the fields mean. Used by `computeTotals` only. */

/** A figure that another one is made of. */
export interface Operand {
  figure: FigureId;
  cents: Cents;
}

type Term = FigurePath['terms'][number];

const centsTerm = ({ figure, cents }: Operand): Term => ({ value: formatCents(cents), unit: 'cents', figure });
const decimalTerm = (value: string): Term => ({ value, unit: 'decimal', figure: null });
const percentTerm = (percent: PercentHundredths): Term => ({
  value: formatPercent(percent),
  unit: 'percent',
  figure: null,
});

export function product(
  figure: FigureId,
  quantity: TenThousandths,
  unitPrice: TenThousandths,
  result: Cents,
): FigurePath {
  return {
    figure,
    rule: 'quantity-times-price',
    terms: [decimalTerm(formatQuantity(quantity)), decimalTerm(formatDecimal(unitPrice, PLACES.unitPrice))],
    exact: formatDecimal(BigInt(quantity) * BigInt(unitPrice), PLACES.quantity + PLACES.unitPrice),
    result,
  };
}

export function percentage(figure: FigureId, base: Operand, percent: PercentHundredths, result: Cents): FigurePath {
  return {
    figure,
    rule: 'percent-of',
    terms: [centsTerm(base), percentTerm(percent)],
    exact: exactText(BigInt(base.cents) * BigInt(percent), 1_000_000n),
    result,
  };
}

export function fixed(figure: FigureId, amount: Cents): FigurePath {
  const term: Term = { value: formatCents(amount), unit: 'cents', figure: null };
  return { figure, rule: 'fixed-amount', terms: [term], exact: formatDecimal(amount, PLACES.cents), result: amount };
}

export function sum(figure: FigureId, operands: Operand[]): FigurePath {
  const result = operands.reduce((total, { cents }) => total + cents, 0);
  return { figure, rule: 'sum', terms: operands.map(centsTerm), exact: formatDecimal(result, PLACES.cents), result };
}

export function difference(figure: FigureId, minuend: Operand, subtrahend: Operand): FigurePath {
  const result = minuend.cents - subtrahend.cents;
  return {
    figure,
    rule: 'difference',
    terms: [centsTerm(minuend), centsTerm(subtrahend)],
    exact: formatDecimal(result, PLACES.cents),
    result,
  };
}

/** The part of a split overall discount at `position`. */
export function share(
  figure: FigureId,
  split: AllowanceSplit,
  position: number,
  from: { amount: Operand; percent: PercentHundredths | null; groupNet: Operand },
): FigurePath {
  const exact = split.exact[position] ?? { numerator: 0n, denominator: 1n };
  const common = {
    figure,
    exact: exactText(exact.numerator, exact.denominator * 100n),
    result: split.parts[position] ?? 0,
  };
  if (split.rule === 'percent-of-group') {
    return { ...common, rule: 'percent-of', terms: [centsTerm(from.groupNet), percentTerm(from.percent ?? 0)] };
  }
  const measure: Term[] =
    split.rule === 'equal-parts'
      ? [decimalTerm('1'), decimalTerm(String(split.base))]
      : [
          centsTerm(from.groupNet),
          { value: formatCents(split.base), unit: 'cents', figure: split.rule === 'share-of-net' ? 'lineNet' : null },
        ];
  return { ...common, rule: 'share-of-net', terms: [centsTerm(from.amount), ...measure] };
}

export function inEuro(figure: FigureId, base: Operand, rate: ExchangeRateText, result: Cents): FigurePath {
  return {
    figure,
    rule: 'divided-by-exchange-rate',
    terms: [centsTerm(base), decimalTerm(rate)],
    exact: exactText(BigInt(base.cents) * 10_000n, BigInt(parseExchangeRate(rate) ?? 1)),
    result,
  };
}

/** numerator / denominator as a decimal where it ends ("16.335"), else as the shortest fraction ("100/3"). */
export function exactText(numerator: bigint, denominator: bigint): string {
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  const shortNumerator = numerator / divisor;
  const shortDenominator = denominator / divisor;
  const places = decimalPlaces(shortDenominator);
  if (places === null) return `${shortNumerator}/${shortDenominator}`;
  return formatDecimal((shortNumerator * 10n ** BigInt(places)) / shortDenominator, places);
}

/** How many places a fraction in lowest terms needs; null when it never ends. */
function decimalPlaces(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
