import type { Cents, PercentHundredths } from './amounts.ts';
import { divideRounded } from './decimal.ts';

/** How much one VAT group pays of an overall discount, before rounding: numerator / denominator cents. */
export interface ExactShare {
  numerator: bigint;
  denominator: bigint;
}

/** What the parts are measured by; see `splitAllowance`. */
export type SplitRule = 'share-of-net' | 'percent-of-group' | 'share-of-chargeable' | 'equal-parts';

export interface AllowanceSplit {
  rule: SplitRule;
  /** Sum of the weights for the two `share-of-` rules, number of groups for `equal-parts`. */
  base: Cents;
  /** One per group, in the order given. */
  exact: ExactShare[];
  /** Rounded so that their sum is exactly the amount; each differs from its exact share by less than a cent. */
  parts: Cents[];
}

/**
 * Splits an overall discount over the VAT groups, because a document level allowance has one VAT category (BG-20, F4.8).
 * `groupNets` are the line nets of the groups in printing order, `percent` is null for a fixed amount.
 *
 * - `share-of-net`: the ordinary case, no two groups of opposite sign. Each group pays amount x net / sum of nets.
 * - `percent-of-group`: a percentage where charges and credits meet. The sum of nets may then be tiny or zero and says
 *   nothing about the groups, but the percentage still does: each group is reduced by just that percentage.
 * - `share-of-chargeable`: a fixed amount where charges and credits meet. It is taken from the groups on the side that
 *   the discount reduces (the positive ones; the negative ones for the negative amount of a Stornorechnung), by share.
 * - `equal-parts`: a fixed amount where every net is zero, so that there is no share to go by.
 *
 * Left-over cents go to the largest remainders; ties to the earlier group. Negating the amount and all nets negates the
 * parts, so that a Stornorechnung mirrors its invoice to the cent.
 */
export function splitAllowance(amount: Cents, percent: PercentHundredths | null, groupNets: Cents[]): AllowanceSplit {
  const { rule, base, weights } = weigh(amount, percent, groupNets);
  const exact = weights.map((weight) =>
    rule === 'percent-of-group'
      ? { numerator: BigInt(weight) * BigInt(percent ?? 0), denominator: 10_000n }
      : { numerator: BigInt(amount) * BigInt(weight), denominator: BigInt(base) },
  );
  return { rule, base, exact, parts: largestRemainder(amount, exact) };
}

function weigh(
  amount: Cents,
  percent: PercentHundredths | null,
  nets: Cents[],
): { rule: SplitRule; base: Cents; weights: Cents[] } {
  const mixed = nets.some((net) => net > 0) && nets.some((net) => net < 0);
  if (percent !== null) {
    const sum = total(nets);
    return mixed || sum === 0
      ? { rule: 'percent-of-group', base: sum, weights: nets }
      : { rule: 'share-of-net', base: sum, weights: nets };
  }
  if (mixed) {
    const weights = nets.map((net) => (net > 0 === amount > 0 ? net : 0));
    return { rule: 'share-of-chargeable', base: total(weights), weights };
  }
  if (nets.every((net) => net === 0)) return { rule: 'equal-parts', base: nets.length, weights: nets.map(() => 1) };
  return { rule: 'share-of-net', base: total(nets), weights: nets };
}

/** The exact shares must add up to the amount, give or take half a cent. */
function largestRemainder(amount: Cents, exact: ExactShare[]): Cents[] {
  // Turned so that a discount and its cancellation see the same numbers: rounding down is not the same as rounding up.
  const leading = amount !== 0 ? BigInt(amount) : (exact.find((share) => share.numerator !== 0n)?.numerator ?? 0n);
  const turn = leading < 0n ? -1n : 1n;
  const shares = exact.map(({ numerator, denominator }, index) => {
    const dividend = numerator * turn * (denominator < 0n ? -1n : 1n);
    const divisor = denominator < 0n ? -denominator : denominator;
    const remainder = ((dividend % divisor) + divisor) % divisor;
    return { index, remainder, cents: Number((dividend - remainder) / divisor) };
  });
  const leftOver = amount * Number(turn) - total(shares.map((share) => share.cents));
  // All shares of one split have one denominator, so that the remainders compare as they are.
  const ranked = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of ranked.slice(0, leftOver)) share.cents += 1;
  return shares.map((share) => (share.cents === 0 ? 0 : share.cents * Number(turn)));
}

/** round(amount x percent), half away from zero. */
export function percentOf(amount: Cents, percent: PercentHundredths): Cents {
  return Number(divideRounded(BigInt(amount) * BigInt(percent), 10_000n));
}

function total(values: Cents[]): Cents {
  return values.reduce((sum, value) => sum + value, 0);
}
