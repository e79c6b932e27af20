import type { Discount } from '#shared/contract/entries.ts';
import { percentOf } from '#shared/domain/allowances.ts';
import type { Currency } from '#shared/domain/currencies.ts';
import { parsePercent } from '#shared/domain/decimal.ts';
import { show } from '../formats.ts';
import { orMissing } from '../useDraftForm.ts';

/** Either a percentage or an amount; the other value stays while one tries (A7.2, A7.9). */
export interface DiscountForm {
  kind: Discount['kind'];
  percent: string;
  amount: number | null;
}

export function discountForm(discount: Discount | null): DiscountForm {
  return {
    kind: discount?.kind ?? 'percent',
    percent: discount?.kind === 'percent' ? discount.percent : '',
    amount: discount?.kind === 'amount' ? discount.amount : null,
  };
}

export function toDiscount({ kind, percent, amount }: DiscountForm): Discount {
  return kind === 'percent' ? { kind, percent: orMissing(percent || null) } : { kind, amount: orMissing(amount) };
}

/** "10 %" or "5,00 €"; '' without a value. */
export function discountLabel({ kind, percent, amount }: DiscountForm, currency: Currency): string {
  if (kind === 'percent') return percent === '' ? '' : show.percent(percent);
  return amount === null ? '' : show.money(amount, currency);
}

/** What a discount takes off an amount, in cents; null as long as it is none (A7.3, A7.4). */
export function discountOn(amount: number, { kind, percent, amount: fixed }: DiscountForm): number | null {
  if (kind === 'amount') return fixed !== null && fixed > 0 ? fixed : null;
  const value = parsePercent(percent);
  return value === null || value <= 0 || value > 10_000 ? null : percentOf(amount, value);
}
