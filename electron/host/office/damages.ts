/** Every kind of damage that `office.verify` knows; each has a sentence in `shared/text`. */
export const DAMAGE_RULES = [
  /** SQLite's own check; `detail` is its message. */
  'integrity',
  /** A row refers to one that is gone; `record` is the table, `recordId` its rowid. */
  'foreign-key',
  /** Nothing can be read there any more; `detail` is SQLite's message. */
  'unreadable',
  /** A trigger that protects what is final is gone or was changed; `detail` is its name. */
  'protection',
  /** The journal's chain breaks; `recordId` is the sequence number, `detail` `gap`, `hash` or `not-canonical`. */
  'journal-chain',
  /** The journal ends before an entry that a counter points to; `detail` is its sequence number. */
  'journal-cut',
  /** The journal is not the one that an anchor was taken of; `recordId` is the anchor's sequence number. */
  'journal-anchor',
  /** The journal knows it as final, but it is none any more; `detail` is its number. */
  'invoice-missing',
  /** The entry that made the invoice final is not in the journal. */
  'journal-entry-missing',
  /** The entry says something else than the invoice; `detail` names the field. */
  'journal-entry-differs',
  /** A column is not what it was when the invoice became final; `detail` is `table.column`. */
  'row-differs',
  /** The status is not the one that the journal saw last; `detail` is `journal / invoice`. */
  'status-unjournaled',
  /** What was paid, the payments and the journal do not agree; `detail` is their sums in cents, `invoice / payments / journal`. */
  'payments-differ',
  /** A cancelled invoice and its Stornorechnung do not add up to nothing; `detail` is both gross sums in cents. */
  'cancellation-differs',
  'snapshot-missing',
  /** The frozen document is not the text that its hash was made of. */
  'snapshot-hash',
  /** A column differs from the frozen document; `detail` names it. */
  'snapshot-differs',
  /** A document has no stored file; `detail` is its kind. */
  'file-missing',
  /** What the list shows of a draft is not what its positions come to; `detail` names the column. */
  'draft-differs',
  /** A stored file is not what its hash was made of; `detail` is its kind. */
  'file-hash',
  /** The search would not find the invoice, or not by all that it says. It is derived: verifying has made it anew. */
  'search-index',
  /** Numbers of a range are missing; `recordId` is the range, `detail` `period: from-to`. */
  'number-gap',
  /**
   * A counter is not at the highest number given, or does not know the entry that moved it there; `detail` is
   * `period: counter / highest`, or `period: entry / entry that moved it`.
   */
  'counter-differs',
] as const;
export type DamageRule = (typeof DAMAGE_RULES)[number];

/** One thing that is wrong. */
export interface Damage {
  rule: DamageRule;
  /** Kind of the record, or table: `invoice`, `journal`, `numberRange` … */
  record: string;
  recordId: number | null;
  detail: string;
}
