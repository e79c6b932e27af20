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
const BATCH = 500;

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
  const entry = JSON.parse(row.entry) as { sequence?: unknown };
  if (entry.sequence !== row.sequence) return 'gap';
  if (canonicalText(entry) !== row.entry) return 'not-canonical';
  return row.hash === entryHash(previous.hash, row.entry) ? null : 'hash';
}
