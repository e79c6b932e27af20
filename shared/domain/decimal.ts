import type { Cents, PercentHundredths, TenThousandths } from './amounts.ts';

/** Decimal places of each number format (amounts.ts). */
export const PLACES = { cents: 2, quantity: 4, unitPrice: 4, percent: 2, exchangeRate: 6 } as const;

const CANONICAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads a canonical decimal ("12.5", "-3") as a whole number of 10^-places, without ever touching a fraction.
 * Null when malformed (leading "+" or zeros, exponent, spaces, comma), when it has more than `places` decimals, and at
 * 2^53 and beyond. Zeros at the end are accepted ("12.50").
 */
export function parseDecimal(text: string, places: number): number | null {
  const match = CANONICAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > places) return null;
  const digits = Number(whole + fraction.padEnd(places, '0'));
  if (!Number.isSafeInteger(digits)) return null;
  return sign === '-' && digits !== 0 ? -digits : digits;
}

/** Whole number of 10^-places with exactly `places` decimals: formatFixed(350, 2) is "3.50". */
export function formatFixed(value: number | bigint, places: number): string {
  const negative = value < 0;
  const digits = String(negative ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${negative ? '-' : ''}${whole}${places > 0 ? '.' : ''}${fraction}`;
}

/** Shortest canonical text of a whole number of 10^-places: formatDecimal(35000, 4) is "3.5". */
export function formatDecimal(value: number | bigint, places: number): string {
  const fixed = formatFixed(value, places);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** numerator / denominator, rounded half away from zero (EN 16931, design section 4). The denominator must not be 0. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const magnitude = (2n * dividend + divisor) / (2n * divisor);
  return negative ? -magnitude : magnitude;
}

/** "12.5" as cents; null when it is no amount with at most 2 places. */
export function parseCents(text: string): Cents | null {
  return parseDecimal(text, PLACES.cents);
}

/** Cents with both places, as EN 16931 and the calls write them: 1250 is "12.50". */
export function formatCents(cents: Cents): string {
  return formatFixed(cents, PLACES.cents);
}

/** "3.5" as ten-thousandths; null when it is no number with at most 4 places. */
export function parseQuantity(text: string): TenThousandths | null {
  return parseDecimal(text, PLACES.quantity);
}

/** Ten-thousandths as the shortest decimal: 35000 is "3.5". */
export function formatQuantity(quantity: TenThousandths): string {
  return formatDecimal(quantity, PLACES.quantity);
}

/** "99.0001" as ten-thousandths; null when it is no number with at most 4 places. */
export function parseUnitPrice(text: string): TenThousandths | null {
  return parseDecimal(text, PLACES.unitPrice);
}

/** A price per unit in at least 2 and at most 4 places: 350000 is "35.00", 350001 is "35.0001". */
export function formatUnitPrice(unitPrice: TenThousandths): string {
  return formatFixed(unitPrice, PLACES.unitPrice).replace(/0{1,2}$/, '');
}

/** "2.25" as hundredths of a percent; null when it is no number with at most 2 places. */
export function parsePercent(text: string): PercentHundredths | null {
  return parseDecimal(text, PLACES.percent);
}

/** Hundredths of a percent as the shortest decimal: 1900 is "19". */
export function formatPercent(percent: PercentHundredths): string {
  return formatDecimal(percent, PLACES.percent);
}
