import { connect } from '#shared/contract/rpc.ts';
import { contract } from '#shared/contract/index.ts';
import { createHost } from '../../../electron/host/create-host.ts';
import type { JournalPosition } from '../../../electron/host/journal/service.ts';
import { verifyOffice } from '../../../electron/host/office/verify.ts';
import { openStore, type Reader, type Store } from '../../../electron/host/store/open.ts';
import { sqliteModule } from '../../../electron/host/store/sqlite.ts';
import { completeCompany, createCustomer } from '../../builders/office.ts';

/** What is looked at when a file is opened again after its process is gone. */

const clock = { now: () => '2026-11-21T10:00:00.000Z', today: () => '2026-11-21' };

/** An office in which the child `work` can work. Gives where its journal ends. */
export async function makeOffice(file: string): Promise<JournalPosition> {
  const host = await createHost({ file, clock });
  const api = connect(contract, host.dispatch);
  await completeCompany(api);
  await createCustomer(api);
  const { anchor } = await api['office.verify']({});
  await host.close();
  return anchor;
}

export interface Reopened {
  head: JournalPosition;
  /** Hash and action of every entry behind a place of the journal. */
  after: (JournalPosition & { action: string })[];
  /** What is wrong. */
  problems: string[];
}

/** Opens a file as the next start does and looks at its state; `known` is a place of the journal that was acknowledged. */
export async function reopen(file: string, known: JournalPosition, limit = 5): Promise<Reopened> {
  let store: Store;
  try {
    store = await openStore({
      ...{ file, clock, sqlite: sqliteModule(), identity: { user: 'test', machine: 'test' } },
      log: () => undefined,
    });
  } catch (error) {
    return { head: known, after: [], problems: [`cannot be opened: ${String(error)}`] };
  }
  try {
    const { sound, damages, anchor } = await verifyOffice(store, limit === Infinity ? {} : { limit });
    const after = await store.read((reader) => entriesAfter(reader, known.sequence));
    const problems = await store.read(async (reader) => [
      ...(sound ? [] : [`office.verify: ${JSON.stringify(damages)}`]),
      ...(await leftBehind(reader)),
      ...(await unsafeSettings(reader)),
      ...(await lost(reader, known)),
    ]);
    return { head: anchor, after, problems };
  } finally {
    await store.close();
  }
}

function entriesAfter(reader: Reader, sequence: number): Promise<Reopened['after']> {
  return reader.query(
    `SELECT sequence, hash, json_extract(entry, '$.action') AS action FROM journal WHERE sequence > ? ORDER BY sequence`,
    [sequence],
  );
}

/** Parts of a document without the document: what a half done step would leave. */
async function leftBehind(reader: Reader): Promise<string[]> {
  const draft = "(SELECT id FROM invoice WHERE status = 'draft')";
  const counts = {
    snapshots: `SELECT count(*) AS count FROM invoice_snapshot WHERE invoice_id IN ${draft}`,
    'file names': `SELECT count(*) AS count FROM invoice_file WHERE invoice_id IN ${draft}`,
    files: 'SELECT count(*) AS count FROM stored_file WHERE hash NOT IN (SELECT hash FROM invoice_file)',
    Stornorechnungen: `SELECT count(*) AS count FROM invoice WHERE kind = 'cancellation' AND id IN ${draft}`,
  };
  const problems: string[] = [];
  for (const [what, sql] of Object.entries(counts)) {
    const [row] = await reader.query<{ count: number }[]>(sql);
    if (row?.count !== 0) problems.push(`${row?.count} ${what} of nothing`);
  }
  return problems;
}

/** An acknowledged write is on the disk before it is acknowledged; asked of the live connection. */
async function unsafeSettings(reader: Reader): Promise<string[]> {
  const FULL = 2;
  const [row] = await reader.query<{ synchronous: number }[]>('PRAGMA synchronous');
  return row?.synchronous === FULL ? [] : [`synchronous is ${row?.synchronous}`];
}

async function lost(reader: Reader, { sequence, hash }: JournalPosition): Promise<string[]> {
  const [row] = await reader.query<{ hash: string }[]>('SELECT hash FROM journal WHERE sequence = ?', [sequence]);
  return row?.hash === hash ? [] : [`the acknowledged entry ${sequence} is ${row ? 'another one' : 'gone'}`];
}
