import * as z from 'zod';
import { TEXT_AREAS } from '#shared/domain/invoice-document.ts';
import { UNIT_NAMES } from '#shared/domain/units.ts';
import { VAT_CATEGORIES } from '#shared/domain/vat.ts';
import {
  cents,
  discountPercent,
  id,
  line,
  quantity,
  richText,
  richTextInput,
  rule,
  unitPrice,
  vatPercent,
} from './fields.ts';

/** Either a percentage of 0.01 to 100.00 or an amount above 0 (A7.2 to A7.4, A7.9). */
export const Discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: discountPercent }),
  z.strictObject({ kind: z.literal('amount'), amount: cents.refine((amount) => amount > 0, rule('amount-positive')) }),
]);
export type Discount = z.infer<typeof Discount>;

const lineFields = {
  kind: z.literal('line'),
  title: line(200),
  quantity,
  unit: z.enum(UNIT_NAMES),
  unitPrice,
  vatRateId: id,
};
const textFields = {
  kind: z.literal('text'),
  area: z.enum(TEXT_AREAS),
};

/** A position ("Rechnungsposition") or a text, in the order in which they are printed (A5, A6). */
export const EntryInput = z.discriminatedUnion('kind', [
  z.strictObject({
    ...lineFields,
    description: richTextInput.nullable().default(null),
    discount: Discount.nullable().default(null),
  }),
  z.strictObject({
    ...textFields,
    content: richTextInput,
    ruleAbove: z.boolean().default(false),
    ruleBelow: z.boolean().default(false),
  }),
]);
export type EntryInput = z.infer<typeof EntryInput>;

export const EntryRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    ...lineFields,
    description: richText.nullable(),
    discount: Discount.nullable(),
    /** The rate that holds on the last day of the Leistungszeitraum; null when none is defined for that day. */
    vat: z.strictObject({ category: z.enum(VAT_CATEGORIES), percent: vatPercent }).nullable(),
  }),
  z.strictObject({ id, ...textFields, content: richText, ruleAbove: z.boolean(), ruleBelow: z.boolean() }),
]);
export type EntryRecord = z.infer<typeof EntryRecord>;

/** "Gesamtrabatt": the name comes first (A7.8). */
const allowanceFields = { name: line(100, { required: true }), discount: Discount };
export const AllowanceInput = z.strictObject(allowanceFields);
export const AllowanceRecord = z.strictObject({ id, ...allowanceFields });
export type AllowanceInput = z.infer<typeof AllowanceInput>;
