import * as z from 'zod';
import { VAT_CATEGORIES } from '#shared/domain/vat.ts';
import { call } from './rpc.ts';
import { date, id, line, requestId, revision, rule, vatPercent } from './fields.ts';

/** "USt-Satz": a name, its EN 16931 category, and its percent through time. */
const vatRateFields = z.strictObject({
  name: line(60, { required: true }),
  category: z.enum(VAT_CATEGORIES),
  /** Why there is no VAT (BT-120); printed on the document. '' takes the standard words of the category. */
  exemptionReason: line(300),
  /** The rate of § 19 UStG; only usable while the company is a Kleinunternehmer. */
  smallBusiness: z.boolean(),
  /** The percent that holds from a day on; the first period must start before any Leistungszeitraum. */
  periods: z
    .array(z.strictObject({ validFrom: date, percent: vatPercent }))
    .min(1)
    .max(50),
});
export const VatRateFields = vatRateFields
  .refine(({ category, periods }) => category === 'S' || periods.every(({ percent }) => Number(percent) === 0), {
    path: ['periods'],
    ...rule('percent-must-be-zero'),
  })
  .refine(({ category, periods }) => category !== 'S' || periods.every(({ percent }) => Number(percent) > 0), {
    path: ['periods'],
    ...rule('percent-must-not-be-zero'),
  })
  .refine(({ periods }) => new Set(periods.map(({ validFrom }) => validFrom)).size === periods.length, {
    path: ['periods'],
    ...rule('valid-from-twice'),
  })
  .refine(({ smallBusiness, category }) => !smallBusiness || category === 'E', {
    path: ['category'],
    ...rule('small-business-is-exempt'),
  });
export const VatRate = vatRateFields.extend({ id, revision, archived: z.boolean() });
export type VatRate = z.infer<typeof VatRate>;
export type VatRateFields = z.infer<typeof VatRateFields>;

export const vatRateCalls = {
  'vatRates.list': call(
    'All VAT rates with the percents that hold from a day on.',
    z.strictObject({ includeArchived: z.boolean().default(false) }),
    z.strictObject({ rates: z.array(VatRate) }),
  ),
  'vatRates.create': call('Defines a VAT rate.', z.strictObject({ requestId, rate: VatRateFields }), VatRate),
  'vatRates.update': call(
    'Replaces a VAT rate. Final invoices keep the percent that they were made with.',
    z.strictObject({ id, expectedRevision: revision, rate: VatRateFields, archived: z.boolean() }),
    VatRate,
  ),
};
