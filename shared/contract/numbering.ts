import * as z from 'zod';
import { call } from './rpc.ts';
import { id, line, revision } from './fields.ts';

/** "Nummernkreis" of the invoices. */
export const NumberRange = z.strictObject({
  id,
  revision,
  name: line(60),
  /** With {YYYY} {YY} {MM} {DD} and {C}, the counter (E11). */
  pattern: line(40),
  digits: z.int().min(1).max(10),
  yearlyReset: z.boolean(),
  /** The number that an invoice of today would get. */
  next: line(60),
});
export type NumberRange = z.infer<typeof NumberRange>;

export const numberingCalls = {
  'numberRanges.list': call(
    'The number ranges with the number that comes next.',
    z.strictObject({}),
    z.strictObject({ ranges: z.array(NumberRange) }),
  ),
};
