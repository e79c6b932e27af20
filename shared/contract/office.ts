import * as z from 'zod';
import { JournalAnchor } from './journal.ts';
import { call } from './rpc.ts';

/** One thing that `office.verify` found; `rule` is a sentence of `shared/text`. */
export const DamageReport = z.strictObject({
  rule: z.string(),
  record: z.string(),
  recordId: z.int().nullable(),
  detail: z.string(),
});

export const officeCalls = {
  'office.verify': call(
    'Walks journal, numbers, frozen contents and stored files, and reports every damage.',
    z.strictObject({
      /** Only this many invoices, the newest first; left out: all. */
      invoices: z.int().min(1).optional(),
      /** `anchor` of an earlier answer, kept outside of the file: is the journal still the one it was taken of? */
      anchor: JournalAnchor.optional(),
    }),
    z.strictObject({
      sound: z.boolean(),
      invoices: z.int(),
      files: z.int(),
      journalEntries: z.int(),
      /** The last sound entry of the journal. */
      anchor: JournalAnchor,
      damages: z.array(DamageReport),
    }),
  ),
};
