import type { Cents } from './amounts.ts';
import { divideRounded, parseDecimal, PLACES } from './decimal.ts';
import type { ExchangeRateText } from './totals.ts';

/** Foreign units for one euro in millionths; null when it is no number > 0 with at most 6 places. */
export function parseExchangeRate(rate: ExchangeRateText): number | null {
  const millionths = parseDecimal(rate, PLACES.exchangeRate);
  return millionths !== null && millionths > 0 ? millionths : null;
}

/**
 * An amount of foreign money in euro cents, rounded half away from zero (BT-111, § 16 Abs. 6 UStG).
 * Throws RangeError for a text that is no exchange rate: the contract has refused it long before.
 */
export function toEuro(foreign: Cents, rate: ExchangeRateText): Cents {
  const millionths = parseExchangeRate(rate);
  if (millionths === null) throw new RangeError(`"${rate}" is no exchange rate`);
  return Number(divideRounded(BigInt(foreign) * 1_000_000n, BigInt(millionths)));
}
