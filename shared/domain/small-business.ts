import type { Cents } from './amounts.ts';

/** What the year before, and the current one, may bring at most (§ 19 Abs. 1 UStG since 2025, F1.6). */
export const SMALL_BUSINESS_LIMITS = { previousYear: 2_500_000, currentYear: 10_000_000 } as const satisfies Record<
  string,
  Cents
>;

/** From so many hundredths of the limit on it is time to think about it. */
const NEAR_PERCENT = 80;

/** Revenue of a Kleinunternehmer in cents of a euro: what came in (§ 19 Abs. 2 UStG), and what is still to come. */
export interface SmallBusinessRevenue {
  /** The calendar year that `received` is of. */
  year: number;
  received: Cents;
  /** On valid invoices, whatever their year: it will come in. */
  open: Cents;
  /** What came in in the year before. */
  previousYear: Cents;
}

/**
 * `exceeded`: regular taxation begins at once; `exceeded-before`: it holds the whole year, because of the year before; `near`:
 * with what is open the limit of this year is near; `exceeded-next`: this year is above what next year asks of the year before.
 */
export type SmallBusinessState = 'exceeded' | 'exceeded-before' | 'near' | 'exceeded-next' | 'within';

/** How a Kleinunternehmer stands to the two limits; what must be acted upon first comes first (F1.6). */
export function smallBusinessState({ received, open, previousYear }: SmallBusinessRevenue): SmallBusinessState {
  const { previousYear: lower, currentYear: upper } = SMALL_BUSINESS_LIMITS;
  if (received > upper) return 'exceeded';
  if (previousYear > lower) return 'exceeded-before';
  if ((received + open) * 100 >= upper * NEAR_PERCENT) return 'near';
  return received > lower ? 'exceeded-next' : 'within';
}
