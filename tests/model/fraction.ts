/** Exact fractions in BigInt: the independent model's only arithmetic. Imports nothing, shares nothing with shared/domain. */
export interface Fraction {
  numerator: bigint;
  /** Always positive. */
  denominator: bigint;
}

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** "12.345" as 12345/1000. */
export function fromDecimal(text: string): Fraction {
  const point = text.indexOf('.');
  if (point < 0) return fraction(BigInt(text));
  return fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(text.length - point - 1));
}

/** "100/3" or a decimal. */
export function fromText(text: string): Fraction {
  const [numerator = '', denominator] = text.split('/');
  return denominator === undefined ? fromDecimal(numerator) : fraction(BigInt(numerator), BigInt(denominator));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negate = (a: Fraction): Fraction => fraction(-a.numerator, a.denominator);

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));

export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const sum = (values: Fraction[]): Fraction => values.reduce(add, fraction(0n));

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const { numerator } = subtract(a, b);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** Greatest whole number that is not above the fraction. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** The nearest hundredth; the one farther from zero when there are two. Found by looking at the distance, not by adding a half. */
export function roundToHundredths(value: Fraction): Fraction {
  const scaled = multiply(value, fraction(100n));
  const below = floor(scaled);
  const distance = compare(subtract(scaled, fraction(below)), fraction(1n, 2n));
  const farther = scaled.numerator < 0n ? below : below + 1n;
  const nearest = distance < 0 ? below : distance > 0 ? below + 1n : farther;
  return fraction(nearest, 100n);
}

/** A whole number of hundredths as a number of cents; throws when it is none, so that nothing is hidden. */
export function toCents(value: Fraction): number {
  const scaled = multiply(value, fraction(100n));
  if (scaled.numerator % scaled.denominator !== 0n)
    throw new Error(`${value.numerator}/${value.denominator} is no amount`);
  return Number(scaled.numerator / scaled.denominator);
}
