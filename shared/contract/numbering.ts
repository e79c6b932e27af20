import * as z from 'zod';
import { call } from './rpc.ts';
import { id, instant, line, revision } from './fields.ts';

/** What a range gives numbers to. */
export const RANGE_USES = ['invoice', 'cancellation'] as const;
export type RangeUse = (typeof RANGE_USES)[number];

/** "Nummernkreis" of the invoices or of the Stornorechnungen. */
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
  /** The number that a document of today would get. */
  next: line(60),
  /** Empty: it gives none any more, but has given some. */
  uses: z.array(z.enum(RANGE_USES)),
});
export type NumberRange = z.infer<typeof NumberRange>;

const form = {
  pattern: line(40, { required: true }).optional(),
  digits: z.int().min(1).max(10).optional(),
  yearlyReset: z.boolean().optional(),
  /** "Zuletzt vergeben": the last number of another program, in the form of the pattern. The next one follows it. */
  lastNumber: line(60).optional(),
};

/** What can be changed of a range; what is left out stays. */
const RangeChange = z.strictObject({ id, ...form });

const ranges = z.strictObject({ ranges: z.array(NumberRange) });

/** What one counter of a range has given: one year, or all of them when it counts on. */
const PeriodReport = z.strictObject({
  /** "2026"; '' for a counter that counts on over the years. */
  period: z.string(),
  /** The first and the last number that was given. */
  first: z.string(),
  last: z.string(),
  /** How many documents bear a number. */
  given: z.int().nonnegative(),
  /** How many should: those given and those that are missing. */
  expected: z.int().nonnegative(),
  /** Counters that no document bears, from `first` to `last`. */
  gaps: z.array(z.strictObject({ first: z.int(), last: z.int() })),
  /** Who set the counter, oldest first, as the journal has it: "we are at 41". */
  starts: z.array(z.strictObject({ from: z.int(), to: z.int(), at: instant, who: z.string() })),
});

/** Proof that no number is missing (F2.3). */
export const NumberReport = z.strictObject({
  at: instant,
  company: z.string(),
  ranges: z.array(z.strictObject({ id, name: line(60), pattern: line(40), periods: z.array(PeriodReport) })),
});
export type NumberReport = z.infer<typeof NumberReport>;

export const numberingCalls = {
  'numberRanges.list': call(
    'The number ranges with the number that comes next; that of the invoices is the first.',
    z.strictObject({}),
    ranges,
  ),
  'numberRanges.update': call(
    'Changes the form of the numbers or the number to go on from; refused when a number could repeat.',
    RangeChange.extend({ expectedRevision: revision }),
    NumberRange,
  ),
  'numberRanges.preview': call(
    'The numbers that a changed range would give, refused like the change itself; nothing is stored.',
    z.strictObject({
      ...form,
      /** Null: the range that `separate` would give to the Stornorechnungen. */
      id: id.nullable(),
    }),
    z.strictObject({
      next: z.string(),
      /** The first number of next year, if none is given before. */
      nextYear: z.string(),
    }),
  ),
  'numberRanges.separate': call(
    'Gives Stornorechnungen a range of their own, made now or the one they had before; `id` is that of the invoices.',
    RangeChange.extend({ expectedRevision: revision }),
    ranges,
  ),
  'numberRanges.join': call(
    'Stornorechnungen take their numbers from the range of the invoices again; `id` is that of the invoices.',
    z.strictObject({ id, expectedRevision: revision }),
    ranges,
  ),
  'numberRanges.report': call(
    'Proves per range and period that no number is missing, with the start values and who set them.',
    z.strictObject({}),
    NumberReport,
  ),
};
