/** `invoices.finalise` beside the sum of its parts. */
import { contract } from '#shared/contract/index.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { connect } from '#shared/contract/rpc.ts';
import type { BenchCase } from '../../build/lib/bench.ts';
import { median, timed } from '../../build/lib/bench.ts';
import type { Host } from '../../electron/host/create-host.ts';
import { commitInvoice } from '../../electron/host/finalise/commit.ts';
import { loadForFinalising } from '../../electron/host/finalise/load.ts';
import { activeProfileName } from '../../electron/host/profiles/active.ts';
import { openStore, type Store } from '../../electron/host/store/open.ts';
import { sqliteModule } from '../../electron/host/store/sqlite.ts';
import { createRenderer, type Renderer } from '../../electron/host/workers/renderer.ts';
import { benchClock, copyOffice, createBenchDraft, openBenchHost, seedOffice, type OfficeCopy } from './seed-office.ts';

const INVOICES = 1_000;
/** Finalised in one round; one alone would be all noise of the disk. */
const PER_ROUND = 20;
/** Warm-up, five rounds and what the proof takes. */
const ROUNDS = 7;

type Draft = Pick<InvoiceDetail, 'id' | 'revision'>;

interface Sides {
  host: Host;
  /** The parts without a host, on a copy of the same file. */
  parts: { store: Store; renderer: Renderer };
  drafts: Draft[];
  copies: OfficeCopy[];
}

async function openSides(): Promise<Sides> {
  const ours = copyOffice(await seedOffice(INVOICES));
  const drafts = await addDrafts(ours.file);
  const peer = copyOffice(ours.file);
  const host = await openBenchHost(ours.file);
  const store = await openStore({
    file: peer.file,
    sqlite: sqliteModule(),
    clock: benchClock,
    identity: { user: 'Messung', machine: 'bench' },
    log: () => undefined,
  });
  return { host, parts: { store, renderer: createRenderer() }, drafts, copies: [ours, peer] };
}

async function addDrafts(file: string): Promise<Draft[]> {
  const host = await openBenchHost(file);
  const api = connect(contract, host.dispatch);
  const { rows: customers } = await api['customers.list']({});
  const drafts: Draft[] = [];
  for (let index = 0; index < ROUNDS * PER_ROUND; index++) {
    const customer = customers[index % customers.length];
    if (!customer) throw new Error('the office has no customers');
    drafts.push(await createBenchDraft(api, customer.id, `bench-finalised-${index}`));
  }
  await host.close();
  return drafts;
}

/** The whole: as the window calls it. */
async function finaliseThroughHost({ host }: Sides, { id, revision }: Draft): Promise<void> {
  const input = { id, expectedRevision: revision, requestId: `bench-request-${id}` };
  const reply = await host.dispatch('invoices.finalise', input);
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
}

/** The sum of the parts in milliseconds: document, PDF and XRechnung in the worker, transaction on the disk. */
async function finaliseByParts({ parts: { store, renderer } }: Sides, { id }: Draft): Promise<number> {
  const at = benchClock.now();
  const times: number[] = [];
  async function part<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    times.push(performance.now() - began);
    return result;
  }
  const loaded = await part(() => store.read((reader) => loadForFinalising(reader, id, at)));
  const rendered = await part(() => renderer.render(loaded.document, loaded.check.eInvoice.wanted));
  const done = await part(() =>
    store.write(async (writer) =>
      commitInvoice(writer, { at, who: await activeProfileName(writer) }, loaded, rendered),
    ),
  );
  if (!done) throw new Error(`invoice ${id} was changed meanwhile`);
  return times.reduce((sum, time) => sum + time, 0);
}

/** What the parts left in their file: number, snapshot and files must be those of the host, byte for byte. */
async function proveEqual({ host, parts }: Sides, drafts: Draft[]): Promise<void> {
  const api = connect(contract, host.dispatch);
  for (const { id } of drafts) {
    const { number, files, totals } = await api['invoices.get']({ id });
    const [peer] = await parts.store.read((reader) =>
      reader.query<{ number: string; gross: number; hashes: string }[]>(
        `SELECT number, gross, (SELECT group_concat(hash) FROM (SELECT hash FROM invoice_file WHERE invoice_id = ? ORDER BY kind)) AS hashes
         FROM invoice WHERE id = ? AND status = 'final'`,
        [id, id],
      ),
    );
    const hashes = files.map(({ hash }) => hash).join();
    if (files.length !== 2 || number !== peer?.number || totals.gross !== peer.gross || hashes !== peer.hashes) {
      throw new Error(`invoice ${id}: host ${number} ${hashes}, parts ${peer?.number} ${peer?.hashes}`);
    }
  }
}

/** Milliseconds for one invoice, the middle one of a round; with other content each time. */
export function finaliseCase(): BenchCase {
  let sides: Sides | undefined;
  const opened = (): Sides => {
    if (!sides) throw new Error('nothing was proven');
    return sides;
  };
  const draftsOf = (round: number): Draft[] => opened().drafts.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
  const ours = async (round: number): Promise<number> => {
    const figures: number[] = [];
    for (const draft of draftsOf(round)) figures.push(await timed(() => finaliseThroughHost(opened(), draft)));
    return median(figures);
  };
  const peer = async (round: number): Promise<number> => {
    const figures: number[] = [];
    for (const draft of draftsOf(round)) figures.push(await finaliseByParts(opened(), draft));
    return median(figures);
  };
  return {
    case: 'invoices.finalise, 5 lines, PDF and XRechnung',
    against: 'the sum of its parts: document, rendering, transaction',
    unit: 'ms',
    goalId: 'finalise-parts',
    prove: async () => {
      sides = await openSides();
      const proof = ROUNDS - 1;
      await ours(proof);
      await peer(proof);
      await proveEqual(sides, draftsOf(proof));
    },
    ours,
    peer,
    close: async () => {
      await sides?.host.close();
      await sides?.parts.renderer.close();
      await sides?.parts.store.close();
      for (const { remove } of sides?.copies ?? []) remove();
    },
  };
}
