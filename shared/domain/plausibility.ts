import type { Cents } from './amounts.ts';

/** Of how many of a customer's invoices the usual amount is told. */
export const USUAL_INVOICES = 12;
/** Fewer say nothing about what is usual. */
const FEWEST_INVOICES = 3;
/** So many times the usual amount is worth a second look: a slipped decimal point makes ten times. */
const UNUSUAL_FACTOR = 5;

/**
 * The amount that is usual among a customer's last invoices: their median, which one large job does not move. Null as long as
 * there are fewer than three.
 */
export function usualAmount(amounts: readonly Cents[]): Cents | null {
  if (amounts.length < FEWEST_INVOICES) return null;
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
}

/** Whether an amount is far above the usual one. */
export function isFarAbove(amount: Cents, usual: Cents): boolean {
  return usual > 0 && amount > UNUSUAL_FACTOR * usual;
}
