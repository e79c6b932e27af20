import type { Reader } from '../store/open.ts';
import { canonicalText, entryHash, GENESIS, type JournalPosition } from './service.ts';

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
}

/** Entries in one look, so that the gate is free again after a few milliseconds. */
const BATCH = 200;

/** Follows the chain from one entry on, for one batch (F2.2). */
export async function followJournal(reader: Reader, from: JournalPosition): Promise<JournalCheck> {
  const rows = await reader.query<(JournalPosition & { entry: string })[]>(
    'SELECT sequence, entry, hash FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?',
    [from.sequence, BATCH],
  );
  let last = from;
  for (const { sequence, entry, hash } of rows) {
    const reason = damageOf({ sequence, entry, hash }, last);
    if (reason) return { last, damage: { sequence, reason }, done: true };
    last = { sequence, hash };
  }
  return { last, damage: null, done: rows.length < BATCH };
}

/** Follows the whole chain within one read; `office.verify` goes batch by batch instead. */
export async function verifyJournal(reader: Reader): Promise<JournalCheck> {
  let check = await followJournal(reader, GENESIS);
  while (!check.done) check = await followJournal(reader, check.last);
  return check;
}

function damageOf(row: JournalPosition & { entry: string }, previous: JournalPosition): JournalDamage['reason'] | null {
  if (row.sequence !== previous.sequence + 1) return 'gap';
  if (row.hash !== entryHash(previous.hash, row.entry)) return 'hash';
  // Whoever can compute hashes can also write a chain of other texts: it must still be ours.
  const sequence = canonicalSequence(row.entry);
  if (sequence === null) return 'not-canonical';
  return sequence === row.sequence ? null : 'gap';
}

/** The sequence number that stands in an entry; null when its text is not what `appendJournal` writes. */
function canonicalSequence(entry: string): number | null {
  try {
    const value = JSON.parse(entry) as { sequence?: unknown };
    return canonicalText(value) === entry && typeof value.sequence === 'number' ? value.sequence : null;
  } catch {
    return null;
  }
}
