/** Searches of `invoices.list`: the plan that the host chooses beside the better of its two, and the call beside its statement. */
import { contract } from '#shared/contract/index.ts';
import { serve } from '#shared/contract/rpc.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import { timed, type BenchCase } from '../../build/lib/bench.ts';
import { listInvoices, listSql, type ListInput as ParsedInput } from '../../electron/host/invoices/list.ts';
import type { SearchPlan } from '../../electron/host/invoices/search-sql.ts';
import { openStore, type Store } from '../../electron/host/store/open.ts';
import { sqliteModule } from '../../electron/host/store/sqlite.ts';
import {
  assertSameIds,
  LARGE,
  LIMIT,
  list,
  worstCase,
  type Combination,
  type ListInput,
  type ListOffice,
} from './list.ts';
import { benchClock, seedOffice } from './seed-office.ts';

/** From every invoice to a whole page of them: spread over the list, together at one end of it, of each length. */
const FULL_PAGE = [
  ...['auftrag', 'ung', 'Filiale Süd', 'buero', 'Wartung Halle Nord', '2023-00', 'RE-2026-01', 'RE-2021-0', '1234'],
  ...['a', 'ü', '7', 're', '99'],
];
const FEW_OR_NONE = ['98765', 'xyzzy', 'kein Treffer weit und breit', 'x', 'qx', '"', '%'];
const SORTS = ['issueDate', 'net'] as const;
/** Calls of each of two ways, to say which one is the faster. */
const CALLS = 5;

type Queries = Parameters<typeof listInvoices>[0];
type Statement = ReturnType<ListOffice['connection']['prepare']>;
interface Search {
  name: string;
  asked: ListInput;
  parsed: ParsedInput;
  terms: string[];
}

const today = benchClock.today();

function searchesFor(terms: readonly string[]): Search[] {
  return terms.flatMap((search) =>
    SORTS.map((sort) => {
      const asked: ListInput = { filter: { search }, sort, limit: LIMIT };
      const parsed = contract['invoices.list'].input.parse(asked);
      return { name: `"${search}" by ${sort}`, asked, parsed, terms: searchTerms(search) };
    }),
  );
}

/** What the host asks its file, each statement prepared once. */
function queriesOf({ connection }: ListOffice): Queries {
  const statements = new Map<string, Statement>();
  const query = (sql: string, values: unknown[] = []): Promise<unknown> => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return Promise.resolve(statement.all(...values));
  };
  return { query: query as Queries['query'] };
}

/** The call as the host answers it, with a plan that is given or chosen. */
function callOf(
  store: Store,
  asked: ListInput,
  plan?: (reader: Queries) => Promise<SearchPlan>,
): () => Promise<{ id: number }[]> {
  const dispatch = serve(
    { 'invoices.list': contract['invoices.list'] },
    {
      'invoices.list': (input) =>
        store.read(async (reader) => listInvoices(reader, input, today, await plan?.(reader)), 'invoices.list'),
    },
    { log: (name, error) => console.error(name, error) },
  );
  return async () => {
    const reply = await dispatch('invoices.list', asked);
    if (!reply.ok) throw new Error(reply.message);
    return (reply.data as { rows: { id: number }[] }).rows;
  };
}

/** All hits, by the statement that the host finds them with. */
async function allHits(queries: Queries, terms: string[]): Promise<SearchPlan> {
  const isShort = terms.some((term) => term.length < 3);
  const sql = isShort
    ? `SELECT invoice_id AS id FROM invoice_search WHERE ${terms.map(() => 'instr(text, ?) > 0').join(' OR ')}`
    : 'SELECT rowid AS id FROM invoice_search_trigram WHERE invoice_search_trigram MATCH ?';
  const values = isShort ? terms : [terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')];
  const counted = `SELECT json_group_array(id) AS ids, count(*) AS count FROM (${sql} LIMIT ?)`;
  const [found] = await queries.query<{ ids: string }[]>(counted, [...values, LARGE]);
  return { kind: 'hits', ids: found?.ids ?? '[]' };
}

type Work = () => Promise<{ id: number }[]>;

/** The faster of two ways, once both have given the rows that the call gives. */
async function fasterOf(name: string, ours: Work, ...ways: [Work, Work]): Promise<Work> {
  const expected = await ours();
  const best: number[] = [];
  for (const way of ways) {
    const rows = await way();
    if (rows.length > 0 || expected.length > 0) assertSameIds(expected, rows, name);
    const figures: number[] = [];
    for (let call = 0; call < CALLS; call++) figures.push(await timed(way));
    best.push(Math.min(...figures));
  }
  return (best[0] ?? 0) < (best[1] ?? 0) ? ways[0] : ways[1];
}

async function combinationsOf(
  searches: Search[],
  combine: (search: Search) => { ours: Work; ways: [Work, Work] },
): Promise<Combination[]> {
  const combinations: Combination[] = [];
  for (const search of searches) {
    const { ours, ways } = combine(search);
    combinations.push({ name: search.name, ours, peer: await fasterOf(search.name, ours, ...ways) });
  }
  return combinations;
}

/** The whole call on both sides: one chooses its plan, the other is given the better one. */
function planCase(): BenchCase {
  let opened: Store | undefined;
  const common = { case: 'search in 100,000, plan', against: 'the better of its two plans', goalId: 'search-plan' };
  const bench = worstCase(common, [], async () => {
    const store = await openStore({
      ...{ file: await seedOffice(LARGE), sqlite: sqliteModule(), clock: benchClock, log: () => undefined },
      identity: { user: 'Messung', machine: 'bench' },
    });
    opened = store;
    return combinationsOf(searchesFor([...FULL_PAGE, ...FEW_OR_NONE]), ({ asked, terms }) => ({
      ours: callOf(store, asked),
      ways: [
        callOf(store, asked, () => Promise.resolve({ kind: 'walk', terms })),
        callOf(store, asked, (reader) => allHits(reader, terms)),
      ],
    }));
  });
  return { ...bench, close: () => opened?.close() };
}

function statementCase(): BenchCase {
  const common = {
    case: 'search in 100,000, invoices.list with a full page',
    against: 'the better prepared statement',
    goalId: 'search-prepared-statement',
  };
  return worstCase(common, [LARGE], async ([office]) => {
    if (!office) return [];
    const queries = queriesOf(office);
    return combinationsOf(searchesFor(FULL_PAGE), ({ asked, parsed, terms }) => {
      const rowsBy = (plan: SearchPlan): Promise<{ id: number }[]> => {
        const { sql, values } = listSql(parsed, today, plan);
        return queries.query<{ id: number }[]>(sql, values);
      };
      return {
        ours: async () => (await list(office, asked)).rows,
        ways: [() => rowsBy({ kind: 'walk', terms }), async () => rowsBy(await allHits(queries, terms))],
      };
    });
  });
}

/** Searches through the list, 50 rows a call. */
export function searchCases(): BenchCase[] {
  return [planCase(), statementCase()];
}
