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
  /** The number given last, or the one to go on from, in the counter of today; '' before the first. */
  last: line(60),
  /** The number that an invoice of today would get. */
  next: line(60),
});
export type NumberRange = z.infer<typeof NumberRange>;

/** What can be changed of a range; what is left out stays. */
const RangeChange = z.strictObject({
  id,
  pattern: line(40, { required: true }).optional(),
  digits: z.int().min(1).max(10).optional(),
  yearlyReset: z.boolean().optional(),
  /** "Zuletzt vergeben": the last number of another program, in the form of the pattern. The next one follows it. */
  lastNumber: line(60).optional(),
});

export const numberingCalls = {
  'numberRanges.list': call(
    'The number ranges with the number that comes next.',
    z.strictObject({}),
    z.strictObject({ ranges: z.array(NumberRange) }),
  ),
  'numberRanges.update': call(
    'Changes the form of the numbers or the number to go on from; refused when a number could repeat.',
    RangeChange.extend({ expectedRevision: revision }),
    NumberRange,
  ),
  'numberRanges.preview': call(
    'The numbers that a changed range would give, refused like the change itself; nothing is stored.',
    RangeChange,
    z.strictObject({
      next: z.string(),
      /** The first number of next year, if none is given before. */
      nextYear: z.string(),
    }),
  ),
};
