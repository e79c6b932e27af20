import * as z from 'zod';
import { bytes } from './bytes.ts';
import { call } from './rpc.ts';
import { id, instant, line, requestId } from './fields.ts';

const sequence = z.int().positive();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a journal ends: whoever keeps it elsewhere notices later that something before it was changed. */
export const JournalAnchor = z.strictObject({ sequence: z.int().min(0), hash });
export type JournalAnchor = z.infer<typeof JournalAnchor>;

export const JournalEntry = z.strictObject({
  sequence,
  /** Null: the entry is damaged and says nothing that can be relied on. */
  at: instant.nullable(),
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
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What a record that entries speak of is called today; one that is gone has no name. */
export const JournalName = z.strictObject({
  record: z.string(),
  id,
  /** An invoice's number, a draft's Bezeichnung (may be ''), the name of anything else. */
  name: z.string(),
  /** Of an invoice: what its amounts are in. */
  currency: z.string().nullable(),
});
export type JournalName = z.infer<typeof JournalName>;

export const journalCalls = {
  'journal.list': call(
    'The journal, newest first, for one record or all.',
    z.strictObject({
      record: line(40).default(''),
      recordId: id.nullable().default(null),
      /** From this instant on. */
      since: instant.nullable().default(null),
      /** Before this instant. */
      until: instant.nullable().default(null),
      /** Name of a profile, as it was then; '' for all. */
      who: line(200).default(''),
      /** Text that stands in the entry, whatever its case (umlauts as written). */
      search: line(200).default(''),
      before: sequence.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      entries: z.array(JournalEntry),
      /** Names of the records that these entries speak of, also in their values. */
      names: z.array(JournalName),
      /** Older entries may follow: ask again with the last one as `before`. */
      more: z.boolean(),
    }),
  ),
  'journal.people': call(
    'The names of all profiles that stand in the journal, the latest first.',
    z.strictObject({}),
    z.strictObject({ names: z.array(z.string()) }),
  ),
  'journal.export': call(
    'Records that the journal is exported; its content comes by journal.part up to the entry that says so.',
    z.strictObject({ requestId }),
    z.strictObject({ fileName: z.string(), until: JournalAnchor }),
  ),
  'journal.part': call(
    'The next part of an exported journal: lines of JSON, the last one of the whole is the anchor.',
    z.strictObject({
      /** The last entry of the part before; 0 for the first. */
      after: z.int().min(0).default(0),
      /** The last entry of the export; left out: of the journal. */
      until: sequence.optional(),
    }),
    z.strictObject({ content: bytes, last: z.int(), done: z.boolean() }),
  ),
};
