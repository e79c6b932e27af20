import * as z from 'zod';
import { VAT_CATEGORIES } from '#shared/domain/vat.ts';
import { cents, vatPercent } from './fields.ts';

/** The sums of `shared/domain/totals.ts` as they travel: cents, and percents as decimal text. */
const vat = { category: z.enum(VAT_CATEGORIES), percent: vatPercent };

export const FigurePath = z.strictObject({
  figure: z.string(),
  rule: z.enum([
    'quantity-times-price',
    'percent-of',
    'fixed-amount',
    'difference',
    'sum',
    'share-of-net',
    'divided-by-exchange-rate',
  ]),
  terms: z.array(
    z.strictObject({ value: z.string(), unit: z.enum(['cents', 'decimal', 'percent']), figure: z.string().nullable() }),
  ),
  exact: z.string(),
  result: cents,
});

export const Totals = z.strictObject({
  lines: z.array(z.strictObject({ beforeDiscount: cents, discount: cents, net: cents })),
  lineNet: cents,
  allowances: z.array(
    z.strictObject({
      name: z.string(),
      percent: vatPercent.nullable(),
      amount: cents,
      shares: z.array(z.strictObject({ ...vat, amount: cents })),
    }),
  ),
  allowanceTotal: cents,
  net: cents,
  vatBreakdown: z.array(z.strictObject({ ...vat, lineNet: cents, allowance: cents, taxable: cents, vat: cents })),
  vat: cents,
  gross: cents,
  skonto: cents.nullable(),
  vatInEuro: cents.nullable(),
});
export type Totals = z.infer<typeof Totals>;
