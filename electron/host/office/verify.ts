import { setImmediate } from 'node:timers/promises';
import { GENESIS, type JournalPosition } from '../journal/service.ts';
import { followJournal } from '../journal/verify.ts';
import type { Reader, Store } from '../store/open.ts';
import type { Damage } from './damages.ts';
import { verifyDatabase, verifyProtections, verifyReferences } from './verify-file.ts';
import { loadFiles, loadFinalInvoices, verifyInvoice } from './verify-invoices.ts';
import { verifyLogos } from './verify-logos.ts';
import { verifyNumbers } from './verify-numbers.ts';
import { verifySearch } from './verify-search.ts';

/** What was looked at and what was found. */
export interface Verification {
  sound: boolean;
  invoices: number;
  files: number;
  journalEntries: number;
  /** The last sound entry. */
  anchor: JournalPosition;
  damages: Damage[];
}

/** Invoices in one look: their snapshots are in memory together. */
const BATCH = 20;
/** A report longer than this helps nobody, and a file damaged everywhere must not fill the memory. */
const MOST_DAMAGES = 1000;

/**
 * Walks journal, numbers, frozen contents and stored files and reports every damage, up to a thousand. Opens the gate for
 * short looks only, so that work goes on meanwhile; what is final cannot change between them.
 * @param limit only this many invoices, the newest first; SQLite's own check then leaves out the tables of large contents
 */
export async function verifyOffice(store: Store, limit = Infinity): Promise<Verification> {
  const damages: Damage[] = [];
  const look = (name: string, work: (reader: Reader) => Promise<Damage[]>) =>
    store.read(work, `office.verify: ${name}`).then((found) => damages.push(...found));

  await look('database', (reader) => verifyDatabase(reader, limit === Infinity));
  await look('references', verifyReferences);
  await look('protections', verifyProtections);
  await look('logos', verifyLogos);
  const journal = await walkJournal(store);
  damages.push(...journal.damages);
  // Entries only join at the end: a counter that moves on meanwhile points to one that is there by then.
  await look('numbers', async (reader) => verifyNumbers(reader, await lastSequence(reader)));
  damages.push(...(await verifySearch(store)));
  const invoices = await walkInvoices(store, limit, damages);
  return {
    sound: damages.length === 0,
    ...invoices,
    journalEntries: journal.anchor.sequence,
    anchor: journal.anchor,
    damages: damages.slice(0, MOST_DAMAGES),
  };
}

async function walkJournal(store: Store): Promise<{ anchor: JournalPosition; damages: Damage[] }> {
  let position = GENESIS;
  for (;;) {
    const from = position;
    const { last, damage, done } = await store.read((reader) => followJournal(reader, from), 'office.verify: journal');
    const broken = damage && {
      rule: 'journal-chain' as const,
      record: 'journal',
      recordId: damage.sequence,
      detail: damage.reason,
    };
    if (done) return { anchor: last, damages: broken ? [broken] : [] };
    position = last;
    await setImmediate();
  }
}

async function lastSequence(reader: Reader): Promise<number> {
  const rows = await reader.query<{ last: number | null }[]>('SELECT max(sequence) AS last FROM journal');
  return rows[0]?.last ?? 0;
}

async function walkInvoices(
  store: Store,
  limit: number,
  damages: Damage[],
): Promise<{ invoices: number; files: number }> {
  let invoices = 0;
  let files = 0;
  let before = Number.MAX_SAFE_INTEGER;
  while (invoices < limit && damages.length < MOST_DAMAGES) {
    const count = Math.min(BATCH, limit - invoices);
    const batch = await store.read((reader) => loadFinalInvoices(reader, before, count), 'office.verify: invoices');
    for (const invoice of batch) {
      const documents = await store.read((reader) => loadFiles(reader, invoice.id), 'office.verify: files');
      damages.push(...verifyInvoice(invoice, documents));
      files += documents.length;
    }
    invoices += batch.length;
    const last = batch.at(-1);
    if (!last || batch.length < count) break;
    before = last.id;
    // The queue alone would keep timers and sockets waiting.
    await setImmediate();
  }
  return { invoices, files };
}
