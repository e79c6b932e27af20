import canonicalize from 'canonicalize';
import type { JournalAction } from '#shared/text/journal/actions.ts';
import type { Reader, Writer } from '../store/open.ts';
import { sha256 } from './hash.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Old and new value of each field that changed. */
export type Changes = Record<string, { from: Json; to: Json }>;

/** One thing that happened (F2.2). */
export interface Fact {
  /** Instant. */
  at: string;
  /** Name of the profile. */
  who: string;
  /** `invoice.finalised`: what has a sentence, so that people can read it. */
  action: JournalAction;
  /** Kind of the record: `invoice`. */
  record: string;
  recordId: number | null;
  changes: Changes;
}

export interface JournalPosition {
  sequence: number;
  hash: string;
}

/** What the first entry follows. */
export const GENESIS: JournalPosition = { sequence: 0, hash: '0'.repeat(64) };

/** Hash of an entry: SHA-256 over the hexadecimal hash of the one before and the entry's canonical JSON. */
export function entryHash(previousHash: string, entry: string): string {
  return sha256(previousHash + entry);
}

/**
 * Adds a fact to the journal, in the transaction that makes it true (F2.2).
 * @throws Error when a text holds half a character (a lone surrogate)
 */
export async function appendJournal(writer: Writer, fact: Fact): Promise<JournalPosition> {
  const { at, who, action, record, recordId, changes } = fact;
  const last = await lastPosition(writer);
  const sequence = last.sequence + 1;
  const entry = canonicalText({ sequence, at, who, action, record, recordId, changes });
  const hash = entryHash(last.hash, entry);
  await writer.query('INSERT INTO journal (sequence, entry, hash) VALUES (?, ?, ?)', [sequence, entry, hash]);
  return { sequence, hash };
}

/** Where the journal ends. */
export async function lastPosition(reader: Reader): Promise<JournalPosition> {
  const rows = await reader.query<JournalPosition[]>(
    'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1',
  );
  return rows[0] ?? GENESIS;
}

/**
 * The fields whose values differ, with both. `before` null: made, `after` null: removed; a field that one side lacks is
 * null there. Values are what JSON can say.
 */
export function changesBetween(before: object | null, after: object | null): Changes {
  const old = new Map<string, Json>(Object.entries(before ?? {}));
  const changed = new Map<string, Json>(Object.entries(after ?? {}));
  const fields = [...new Set([...old.keys(), ...changed.keys()])];
  const pairs = fields.map(
    (field) => [field, { from: old.get(field) ?? null, to: changed.get(field) ?? null }] as const,
  );
  return Object.fromEntries(pairs.filter(([, { from, to }]) => canonicalText(from) !== canonicalText(to)));
}

/** Canonical JSON by RFC 8785: one text for one value, whatever the order of its fields. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('JSON cannot say this value');
  return text;
}
