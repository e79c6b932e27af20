import type { Discount } from '#shared/contract/entries.ts';
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
