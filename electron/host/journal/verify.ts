import type { Reader } from '../store/open.ts';
import { canonicalText, entryHash, GENESIS, type Fact, type JournalPosition } from './service.ts';

/** The first entry at which the chain breaks. */
export interface JournalDamage {
  sequence: number;
  reason: 'gap' | 'not-canonical' | 'hash';
}

export interface JournalCheck {
  /** The last sound entry. */
  last: JournalPosition;
  damage: JournalDamage | null;
  /** Nothing follows `last`. */
  done: boolean;
  /** Sound entries of this batch by which invoices became final. */
  numbered: NumberedInvoice[];
  /** Hash of the entry that was asked for, when it lies in this batch. */
  asked: string | null;
}

/** What the journal knows of an invoice that became final. */
export interface NumberedInvoice {
  id: number;
  number: string;
}

/** Entries in one look, so that the gate is free again after a few milliseconds. */
const BATCH = 200;

/** Follows the chain from one entry on, for one batch (F2.2); `ask` is the sequence number of an entry to look out for. */
export async function followJournal(reader: Reader, from: JournalPosition, ask = 0): Promise<JournalCheck> {
  const rows = await reader.query<(JournalPosition & { entry: string })[]>(
    'SELECT sequence, entry, hash FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?',
    [from.sequence, BATCH],
  );
  const numbered: NumberedInvoice[] = [];
  let last = from;
  let asked: string | null = null;
  for (const { sequence, entry, hash } of rows) {
    const { reason, value } = lookAt({ sequence, entry, hash }, last);
    if (reason !== null) return { last, damage: { sequence, reason }, done: true, numbered, asked };
    numbered.push(...numberedBy(value));
    if (sequence === ask) asked = hash;
    last = { sequence, hash };
  }
  return { last, damage: null, done: rows.length < BATCH, numbered, asked };
}

/** Follows the whole chain within one read; `office.verify` goes batch by batch instead. */
export async function verifyJournal(reader: Reader): Promise<JournalCheck> {
  let check = await followJournal(reader, GENESIS);
  while (!check.done) check = await followJournal(reader, check.last);
  return check;
}

type Looked =
  { reason: JournalDamage['reason']; value?: undefined } | { reason: null; value: Partial<Fact & JournalPosition> };

function lookAt(row: JournalPosition & { entry: string }, previous: JournalPosition): Looked {
  if (row.sequence !== previous.sequence + 1) return { reason: 'gap' };
  if (row.hash !== entryHash(previous.hash, row.entry)) return { reason: 'hash' };
  // Whoever can compute hashes can also write a chain of other texts: it must still be ours.
  const value = canonicalEntry(row.entry);
  if (value === null) return { reason: 'not-canonical' };
  return value.sequence === row.sequence ? { reason: null, value } : { reason: 'gap' };
}

/** What an entry says; null when its text is not what `appendJournal` writes. */
function canonicalEntry(entry: unknown): Partial<Fact & JournalPosition> | null {
  // Bytes of the same content are another value.
  if (typeof entry !== 'string') return null;
  try {
    const value = JSON.parse(entry) as Partial<Fact & JournalPosition> | null;
    return canonicalText(value) === entry && typeof value?.sequence === 'number' ? value : null;
  } catch {
    return null;
  }
}

function numberedBy({ record, recordId, changes }: Partial<Fact & JournalPosition>): NumberedInvoice[] {
  const number = changes?.['number']?.to;
  return record === 'invoice' && typeof recordId === 'number' && typeof number === 'string' && number !== ''
    ? [{ id: recordId, number }]
    : [];
}
