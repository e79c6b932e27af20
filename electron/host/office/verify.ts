import { setImmediate } from 'node:timers/promises';
import { GENESIS, type JournalPosition } from '../journal/service.ts';
import { followJournal } from '../journal/verify.ts';
import type { Reader, Store } from '../store/open.ts';
import { causeCode, StoreError } from '../store/store-error.ts';
import type { Damage } from './damages.ts';
import { verifyDrafts } from './verify-drafts.ts';
import { verifyDatabase, verifyProtections, verifyReferences } from './verify-file.ts';
import { finalInvoiceIds, verifyInvoice, verifyNumbered } from './verify-invoices.ts';
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

export interface VerifyOptions {
  /** Only this many invoices, the newest first; SQLite's own check then leaves out the tables of large contents. */
  limit?: number | undefined;
  /** A place of the journal as it was kept outside: whoever recomputes a chain cannot recompute that (F2.2). */
  anchor?: JournalPosition | undefined;
}

/** Invoices between two breaths. */
const BATCH = 20;
/** A report longer than this helps nobody, and a file damaged everywhere must not fill the memory. */
const MOST_DAMAGES = 1000;

/**
 * Walks journal, numbers, frozen contents and stored files and reports every damage, up to a thousand. Opens the gate for
 * short looks only, so that work goes on meanwhile; what is final cannot change between them. What SQLite cannot read is a
 * damage like another, and the walk goes on behind it.
 */
export async function verifyOffice(
  store: Store,
  { limit = Infinity, anchor }: VerifyOptions = {},
): Promise<Verification> {
  const damages: Damage[] = [];
  const look = async (name: string, work: (reader: Reader) => Promise<Damage[]>) => {
    damages.push(...(await unlessUnreadable(() => store.read(work, `office.verify: ${name}`), name)));
  };

  await look('database', (reader) => verifyDatabase(reader, limit === Infinity));
  await look('references', verifyReferences);
  await look('protections', verifyProtections);
  await look('logos', verifyLogos);
  const journal = await walkJournal(store, anchor, damages);
  // Entries only join at the end: a counter that moves on meanwhile points to one that is there by then.
  await look('numberRange', async (reader) => verifyNumbers(reader, await lastSequence(reader)));
  damages.push(...(await unlessUnreadable(() => verifySearch(store), 'search')));
  const invoices = await walkInvoices(store, limit, damages);
  if (limit === Infinity) await walkDrafts(store, damages);
  return {
    sound: damages.length === 0,
    ...invoices,
    journalEntries: journal.sequence,
    anchor: journal,
    damages: damages.slice(0, MOST_DAMAGES),
  };
}

/** An error of SQLite is a damage; every other one is a defect. */
async function unlessUnreadable(work: () => Promise<Damage[]>, record: string, recordId: number | null = null) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError) && !causeCode(error).startsWith('SQLITE_')) throw error;
    return [{ rule: 'unreadable', record, recordId, detail: (error as Error).message } satisfies Damage];
  }
}

/** Follows the chain and says where it ends. */
async function walkJournal(
  store: Store,
  anchor: JournalPosition | undefined,
  damages: Damage[],
): Promise<JournalPosition> {
  const name = 'office.verify: journal';
  let position = GENESIS;
  let anchored = anchor?.sequence === 0 ? GENESIS.hash : null;
  for (let isDone = false; !isDone;) {
    const from = position;
    const found = await unlessUnreadable(async () => {
      const check = await store.read((reader) => followJournal(reader, from, anchor?.sequence), name);
      position = check.last;
      anchored ??= check.asked;
      isDone = check.done;
      const { damage } = check;
      const detail = damage && { recordId: damage.sequence, detail: damage.reason };
      const broken: Damage[] = detail ? [{ rule: 'journal-chain', record: 'journal', ...detail }] : [];
      return [...broken, ...(await store.read((reader) => verifyNumbered(reader, check.numbered), name))];
    }, 'journal');
    damages.push(...found);
    if (position === from) isDone = true;
    await setImmediate();
  }
  if (anchor && anchored !== anchor.hash)
    damages.push({ rule: 'journal-anchor', record: 'journal', recordId: anchor.sequence, detail: '' });
  return position;
}

async function walkDrafts(store: Store, damages: Damage[]): Promise<void> {
  for (let next: number | null = 0; next !== null && damages.length < MOST_DAMAGES;) {
    const after: number = next;
    next = null;
    const found = await unlessUnreadable(async () => {
      const look = await store.read((reader) => verifyDrafts(reader, after, BATCH), 'office.verify: drafts');
      next = look.next;
      return look.damages;
    }, 'invoice');
    damages.push(...found);
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
    let ids: number[] = [];
    const listed = await unlessUnreadable(async () => {
      ids = await store.read((reader) => finalInvoiceIds(reader, before, count), 'office.verify: invoices');
      return [];
    }, 'invoice');
    damages.push(...listed);
    for (const id of ids) {
      const found = await unlessUnreadable(
        async () => {
          const verified = await store.read((reader) => verifyInvoice(reader, id), 'office.verify: invoice');
          files += verified.files;
          return verified.damages;
        },
        'invoice',
        id,
      );
      damages.push(...found);
    }
    invoices += ids.length;
    const last = ids.at(-1);
    if (last === undefined || ids.length < count) break;
    before = last;
    // The queue alone would keep timers and sockets waiting.
    await setImmediate();
  }
  return { invoices, files };
}
