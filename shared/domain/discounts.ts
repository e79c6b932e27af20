import { LARGEST_AMOUNT } from './amounts.ts';
import type { Cents, PercentHundredths } from './amounts.ts';

/** A discount is either a percentage (0,01 to 100,00) or a fixed amount (> 0), never both (A7.2, A7.9). */
export type Discount = { kind: 'percent'; percent: PercentHundredths } | { kind: 'amount'; amount: Cents };

export type DiscountProblem = 'percent-out-of-range' | 'amount-not-positive' | 'amount-too-large';

/**
 * Why a discount may not be entered, null when it may (A7.3, A7.4, A7.9). A fixed amount may exceed what it is taken
 * from. Stornorechnungen are made by the host from a final invoice and are the only place of negative fixed amounts.
 */
export function discountProblem(discount: Discount): DiscountProblem | null {
  if (discount.kind === 'percent') {
    const { percent } = discount;
    return Number.isSafeInteger(percent) && percent > 0 && percent <= 10_000 ? null : 'percent-out-of-range';
  }
  if (!Number.isSafeInteger(discount.amount) || discount.amount <= 0) return 'amount-not-positive';
  return discount.amount > LARGEST_AMOUNT ? 'amount-too-large' : null;
}
