import * as z from 'zod';
import { call } from './rpc.ts';
import { id, instant, line } from './fields.ts';

export const JournalEntry = z.strictObject({
  sequence: z.int().positive(),
  at: instant,
  /** Name of the profile. */
  who: z.string(),
  action: z.string(),
  /** The kind of record: `invoice`, `customer` … */
  record: z.string(),
  recordId: z.int().nullable(),
  /** Old and new values of what changed. */
  changes: z.record(z.string(), z.strictObject({ from: z.json(), to: z.json() })),
  /** SHA-256 over the previous hash and this entry, hexadecimal. */
  hash: z.string(),
});

/** A place of the journal: the hash of one entry stands for all entries up to it. */
export const JournalAnchor = z.strictObject({
  sequence: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

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
      /** `journalHead` of an earlier answer, kept outside of the file: is the journal still the one it was taken of? */
      anchor: JournalAnchor.optional(),
    }),
    z.strictObject({
      sound: z.boolean(),
      invoices: z.int(),
      files: z.int(),
      journalEntries: z.int(),
      /** The last sound entry of the journal; sequence 0 and zeros before the first. */
      journalHead: JournalAnchor,
      damages: z.array(DamageReport),
    }),
  ),
  'journal.list': call(
    'The journal, newest first, for one record or all.',
    z.strictObject({
      record: line(40).default(''),
      recordId: id.nullable().default(null),
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ entries: z.array(JournalEntry) }),
  ),
};
