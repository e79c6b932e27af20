/** Searches of `invoices.list`: the plan that the host chooses beside the better of its two, and the call beside its statement. */
import { contract } from '#shared/contract/index.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import { timed, type BenchCase } from '../../build/lib/bench.ts';
import { listInvoices, listSql } from '../../electron/host/invoices/list.ts';
import type { SearchPlan } from '../../electron/host/invoices/search-sql.ts';
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
import { benchClock } from './seed-office.ts';

/** From every invoice to none, near both ends of the list, with umlauts in one and two spellings, of each length. */
const TERMS = [
  ...['auftrag', 'ung', 'halle', 'Filiale Süd', 'büro', 'buero', 'Wartung Halle Nord'],
  ...['2023-00', 'RE-2026-01', 'RE-2021-0', '1234', '98765', 'xyzzy', 'kein Treffer weit und breit'],
  ...['a', '7', 'x', 'ü', 're', 'qx', '-2', '99', '"', '%'],
];
const SORTS = ['issueDate', 'net', 'customer'] as const;
/** Calls until the middle of a plan's time is known well enough to say which of two is better. */
const CALLS = 5;

type Parsed = Parameters<typeof listInvoices>[1];
type Queries = Parameters<typeof listInvoices>[0];

const parse = (input: ListInput): Parsed => contract['invoices.list'].input.parse({ limit: LIMIT, ...input });
const today = benchClock.today();

/** The host's queries as prepared statements: what is compared is the choice of the plan, nothing around it. */
function queriesOf({ connection }: ListOffice): Queries {
  return {
    query: <T>(sql: string, values: unknown[] = []) =>
      Promise.resolve(statementOf(connection, sql).all(...values) as T),
  } as Queries;
}

type Statement = ReturnType<typeof prepared>;
const prepared = (connection: ListOffice['connection'], sql: string) => connection.prepare<unknown[], unknown>(sql);
const statements = new Map<string, Statement>();
function statementOf(connection: ListOffice['connection'], sql: string): Statement {
  const known = statements.get(sql);
  if (known?.database === connection) return known;
  const statement = prepared(connection, sql);
  statements.set(sql, statement);
  return statement;
}

/** Both plans of a search, the hits from the statement that finds all of them. */
function plansOf(queries: Queries, input: Parsed): { walk: () => Promise<unknown>; hits: () => Promise<unknown> } {
  const terms = searchTerms(input.filter.search);
  return {
    walk: () => listInvoices(queries, input, today, { kind: 'walk', terms }),
    hits: async () => listInvoices(queries, input, today, await allHits(queries, terms)),
  };
}

async function allHits(queries: Queries, terms: string[]): Promise<SearchPlan> {
  const short = terms.some((term) => term.length < 3);
  const sql = short
    ? `SELECT invoice_id AS id FROM invoice_search WHERE ${terms.map(() => 'instr(text, ?) > 0').join(' OR ')}`
    : 'SELECT rowid AS id FROM invoice_search_trigram WHERE invoice_search_trigram MATCH ?';
  const values = short ? terms : [terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')];
  const [found] = await queries.query<{ ids: string }[]>(`SELECT json_group_array(id) AS ids FROM (${sql})`, values);
  return { kind: 'hits', ids: found?.ids ?? '[]' };
}

async function fasterOf<T>(...works: (() => T)[]): Promise<() => T> {
  const times = await Promise.all(works.map(() => [] as number[]));
  for (let call = 0; call < CALLS; call++) {
    for (const [index, work] of works.entries()) times[index]?.push(await timed(work));
  }
  const best = times.map((figures) => Math.min(...figures));
  const fastest = works[best.indexOf(Math.min(...best))];
  if (!fastest) throw new Error('nothing to choose from');
  return fastest;
}

function searchesOf(office: ListOffice): { name: string; input: Parsed; asked: ListInput }[] {
  const row = office.connection.prepare<[], { id: number }>('SELECT customer_id AS id FROM invoice LIMIT 1').get();
  const filters = [{}, { customerIds: [row?.id ?? 0] }, { issuedFrom: '2024-01-01' }];
  return TERMS.flatMap((search) =>
    SORTS.flatMap((sort) =>
      filters.map((filter, index) => {
        const asked: ListInput = { filter: { search, ...filter }, sort };
        return {
          name: `"${search}" by ${sort}${['', ', one customer', ', by date'][index] ?? ''}`,
          asked,
          input: parse(asked),
        };
      }),
    ),
  );
}

const idsOf = (part: unknown): { id: number }[] => (part as { rows: { id: number }[] }).rows;

function sameOrNone(ours: { id: number }[], peer: { id: number }[], where: string): void {
  if (ours.length === 0 && peer.length === 0) return;
  assertSameIds(ours, peer, where);
}

function planCase(): BenchCase {
  const common = { case: 'search in 100,000, the chosen plan', against: 'the better of its two plans' };
  return worstCase({ ...common, goalId: 'search-plan' }, [LARGE], async ([office]) => {
    if (!office) return [];
    const queries = queriesOf(office);
    const combinations: Combination[] = [];
    for (const { name, input } of searchesOf(office)) {
      const { walk, hits } = plansOf(queries, input);
      const ours = () => listInvoices(queries, input, today);
      const found = idsOf(await ours());
      sameOrNone(found, idsOf(await walk()), name);
      sameOrNone(found, idsOf(await hits()), name);
      combinations.push({ name, ours, peer: await fasterOf(walk, hits) });
    }
    return combinations;
  });
}

function statementCase(): BenchCase {
  const common = { case: 'search in 100,000, invoices.list', against: 'the better prepared statement' };
  return worstCase({ ...common, goalId: 'search-prepared-statement' }, [LARGE], async ([office]) => {
    if (!office) return [];
    const queries = queriesOf(office);
    const combinations: Combination[] = [];
    for (const { name, asked, input } of searchesOf(office)) {
      const terms = searchTerms(input.filter.search);
      const walk = listSql(input, today, { kind: 'walk', terms });
      const walkStatement = office.connection.prepare<unknown[], { id: number }>(walk.sql);
      const hits = async () => {
        const { sql, values } = listSql(input, today, await allHits(queries, terms));
        return queries.query<{ id: number }[]>(sql, values);
      };
      const peer = await fasterOf<unknown>(() => walkStatement.all(...walk.values), hits);
      sameOrNone((await list(office, asked)).rows, (await peer()) as { id: number }[], name);
      combinations.push({ name, ours: () => list(office, asked), peer });
    }
    return combinations;
  });
}

/** Searches through the list, 50 rows a call. */
export function searchCases(): BenchCase[] {
  return [planCase(), statementCase()];
}
