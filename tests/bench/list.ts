/** `invoices.list` beside its own statement, and in a large office beside a small one. The searches stand in search.ts. */
import type { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { LIST_SORTS } from '#shared/domain/invoice-lists.ts';
import type { Dispatch } from '#shared/contract/rpc.ts';
import { median, timed, type BenchCase } from '../../build/lib/bench.ts';
import { listSql } from '../../electron/host/invoices/list.ts';
import { benchClock, openBenchHost, seedOffice } from './seed-office.ts';
import { sharedConnection, type Connection } from './sqlite.ts';

export const LARGE = 100_000;
const SMALL = 1_000;
export const LIMIT = 50;
/** Which combination is the worst is found in so many rounds. */
const SEARCH_ROUNDS = 5;
/** One round calls until it has taken about so many milliseconds; a single call would be all noise. */
const ROUND_MILLISECONDS = 20;
const MOST_CALLS = 101;

export type ListInput = z.input<(typeof contract)['invoices.list']['input']>;
type ListOutput = z.output<(typeof contract)['invoices.list']['output']>;

export interface ListOffice {
  dispatch: Dispatch;
  connection: Connection;
  close: () => Promise<void>;
}

/** Two ways to do the same, each several times with other inputs in turn. */
export interface Combination {
  name: string;
  ours: () => Promise<unknown>;
  peer: () => unknown;
}

async function openOffice(invoices: number): Promise<ListOffice> {
  const { sqlite, connection } = sharedConnection();
  const host = await openBenchHost(await seedOffice(invoices), { sqlite });
  return { dispatch: host.dispatch, connection: connection(), close: host.close };
}

export async function list({ dispatch }: ListOffice, input: ListInput): Promise<ListOutput> {
  const reply = await dispatch('invoices.list', { limit: LIMIT, ...input });
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.data as ListOutput;
}

/** The statement behind a call, prepared once. */
function prepared({ connection }: ListOffice, input: ListInput): { run: () => { id: number }[]; reversed: boolean } {
  const parsed = contract['invoices.list'].input.parse({ limit: LIMIT, ...input });
  const { sql, values, reversed } = listSql(parsed, benchClock.today(), null);
  const statement = connection.prepare<unknown[], { id: number }>(sql);
  return { run: () => statement.all(...values), reversed };
}

/** Milliseconds of a call: the middle one of many, which no pause of the machine reaches. */
async function perCall(work: () => unknown, calls: number): Promise<number> {
  const figures: number[] = [];
  for (let call = 0; call < calls; call++) figures.push(await timed(work));
  return median(figures);
}

/** A case of the worst of many combinations, which `prove` finds after it has compared what both sides give. */
export function worstCase(
  common: Pick<BenchCase, 'case' | 'against' | 'goalId'>,
  sizes: number[],
  combine: (offices: ListOffice[]) => Promise<Combination[]>,
): BenchCase {
  const offices: ListOffice[] = [];
  let worst: (Combination & { calls: number; ratio: number }) | undefined;
  const figure = (side: 'ours' | 'peer'): Promise<number> => {
    if (!worst) throw new Error('nothing was proven');
    return perCall(worst[side], worst.calls);
  };
  return {
    ...common,
    unit: 'ms',
    prove: async () => {
      for (const size of sizes) offices.push(await openOffice(size));
      const combinations = await combine(offices);
      for (const combination of combinations) {
        const measured = await compare(combination);
        if (!worst || measured.ratio > worst.ratio) worst = { ...combination, ...measured };
      }
      return combinations.length > 1 ? `worst: ${worst?.name}` : undefined;
    },
    ours: () => figure('ours'),
    peer: () => figure('peer'),
    close: async () => {
      for (const { close } of offices) await close();
    },
  };
}

async function compare({ ours, peer }: Combination): Promise<{ calls: number; ratio: number }> {
  const once = Math.max(await timed(ours), await timed(peer));
  const calls = Math.min(MOST_CALLS, Math.ceil(ROUND_MILLISECONDS / once));
  const figures = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < SEARCH_ROUNDS; round++) {
    figures.ours.push(await perCall(ours, calls));
    figures.peer.push(await perCall(peer, calls));
  }
  return { calls, ratio: median(figures.ours) / median(figures.peer) };
}

/** The customer of every fifteenth invoice, and the statuses of 70 % of all. */
const FILTERS: { name: string; filter: (office: ListOffice) => ListInput['filter'] }[] = [
  { name: 'no filter', filter: () => ({}) },
  { name: 'narrow filter', filter: regularCustomer },
  { name: 'wide filter', filter: () => ({ statuses: ['sent', 'paid'] }) },
];

function regularCustomer({ connection }: ListOffice): ListInput['filter'] {
  const sql = 'SELECT customer_id AS id FROM invoice GROUP BY customer_id ORDER BY count(*) DESC LIMIT 1';
  const row = connection.prepare<[], { id: number }>(sql).get();
  return { customerIds: row ? [row.id] : [] };
}

async function countOf({ dispatch }: ListOffice, filter: ListInput['filter']): Promise<number> {
  const reply = await dispatch('invoices.summary', { filter });
  if (!reply.ok) throw new Error(reply.message);
  return (reply.data as { count: number }).count;
}

/** First, middle and last page of every sort order of one filter, each proven to give the same rows in the same order. */
async function pageCombinations(office: ListOffice, filter: ListInput['filter']): Promise<Combination[]> {
  const last = Math.ceil((await countOf(office, filter)) / LIMIT);
  const combinations: Combination[] = [];
  for (const sort of LIST_SORTS) {
    for (const page of [1, Math.ceil(last / 2), last]) {
      const input: ListInput = { filter, sort, place: { kind: 'page', page } };
      const { run, reversed } = prepared(office, input);
      const [ours, peer] = [(await list(office, input)).rows, run()];
      assertSameIds(ours, reversed ? peer.reverse() : peer, `${sort}, page ${page}`);
      combinations.push({ name: `by ${sort}, page ${page}`, ours: () => list(office, input), peer: run });
    }
  }
  return combinations;
}

export function assertSameIds(ours: { id: number }[], peer: { id: number }[], where: string): void {
  const [one, other] = [ours, peer].map((rows) => rows.map(({ id }) => id).join());
  if (ours.length === 0 || one !== other) throw new Error(`${where}: other rows than the statement gives`);
}

/** Kinds of page that an index leads to at once, whatever the length of the list. */
const INDEXED: { name: string; inputs: (office: ListOffice) => Promise<{ name: string; inputs: ListInput[] }[]> }[] = [
  {
    name: 'first page',
    inputs: async () => LIST_SORTS.map((sort) => ({ name: `by ${sort}`, inputs: [{ sort }] })),
  },
  {
    name: 'last page',
    inputs: async () => LIST_SORTS.map((sort) => ({ name: `by ${sort}`, inputs: [{ sort, place: { kind: 'end' } }] })),
  },
  { name: 'page after another', inputs: pagesWithin },
  {
    name: 'narrow filter by date',
    inputs: async (office) => [
      { name: 'first page', inputs: [{ filter: regularCustomer(office), sort: 'issueDate' }] },
    ],
  },
];

/** Twenty pages spread over the list, each after the last row of the one before. */
async function pagesWithin(office: ListOffice): Promise<{ name: string; inputs: ListInput[] }[]> {
  const pages = (await countOf(office, {})) / LIMIT;
  const kinds = [];
  for (const sort of LIST_SORTS) {
    const inputs: ListInput[] = [];
    for (let part = 0; part < 19; part++) {
      const page = 1 + Math.floor((part * pages) / 20);
      const { lastCursor } = await list(office, { sort, place: { kind: 'page', page } });
      inputs.push({ sort, place: { kind: 'after', cursor: lastCursor } });
    }
    kinds.push({ name: `by ${sort}`, inputs });
  }
  return kinds;
}

/** Calls the list with the inputs in turn; proves each first: a whole page, as the statement gives it. */
async function inTurn(office: ListOffice, inputs: ListInput[], name: string): Promise<() => Promise<ListOutput>> {
  for (const input of inputs) {
    const { run, reversed } = prepared(office, input);
    const [ours, peer] = [(await list(office, input)).rows, run()];
    if (ours.length !== LIMIT) throw new Error(`${name}: ${ours.length} rows are no whole page`);
    assertSameIds(ours, reversed ? peer.reverse() : peer, name);
  }
  let next = 0;
  return () => list(office, inputs[next++ % inputs.length] ?? {});
}

function statementCase({ name, filter }: (typeof FILTERS)[number]): BenchCase {
  const common = { case: `invoices.list of 100,000, ${name}`, against: 'the same prepared statement' };
  return worstCase({ ...common, goalId: 'list-prepared-statement' }, [LARGE], async ([office]) =>
    office ? pageCombinations(office, filter(office)) : [],
  );
}

function growthCase({ name, inputs }: (typeof INDEXED)[number]): BenchCase {
  const common = { case: `invoices.list of 100,000, ${name}`, against: 'itself with 1,000' };
  return worstCase({ ...common, goalId: 'list-growth' }, [LARGE, SMALL], async ([large, small]) => {
    if (!large || !small) return [];
    const smallKinds = await inputs(small);
    const combinations: Combination[] = [];
    for (const [index, kind] of (await inputs(large)).entries()) {
      const ours = await inTurn(large, kind.inputs, kind.name);
      const peer = await inTurn(small, smallKinds[index]?.inputs ?? [], kind.name);
      combinations.push({ name: kind.name, ours, peer });
    }
    return combinations;
  });
}

/** `invoices.list` through the dispatch of a host, 50 rows a call. */
export function listCases(): BenchCase[] {
  return [...FILTERS.map(statementCase), ...INDEXED.map(growthCase)];
}
