import type { InvoiceFilter } from '#shared/contract/invoice-list.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import type { Reader } from '../store/open.ts';
import type { Where } from './filter-sql.ts';

/**
 * Two ways to search, and which is better depends on how many invoices have the term. A **walk** follows the order of the
 * list and looks at the text of each row: a page of a common term is full after a few rows, that of a rare one never. The
 * **hits** are found first and then sorted: nothing for a rare term, half the office for a common one. So a few rows of the
 * walk are looked at; unless they promise a full page soon, hits are counted, up to the number at which they would cost more.
 */
export type SearchPlan =
  | { kind: 'walk'; terms: readonly string[] }
  /** A JSON array. */
  | { kind: 'hits'; ids: string };

/** The trigram index knows nothing shorter. */
const SHORTEST_INDEXED = 3;
/** Rows of the walk that are looked at; the second time when the first had no answer. */
const SAMPLES = [64, 2048] as const;
/** A walk over so many rows is over before anything is counted. */
const SHORT_WALK = 600;
/** Rows that a walk passes while one hit is fetched and sorted, and those that the scan for a short term passes meanwhile. */
const ROWS_PER_HIT = 4;
const SCANNED_PER_ROW = 5;
/** Up to so many hits, a sum looks them up one by one. */
const FEW_HITS = 2000;

/** What the list asks for, as far as the plan depends on it. */
export interface SearchQuestion {
  terms: readonly string[];
  /** What else the filter asks for. */
  filter: Where;
  /** `ORDER BY …` of the walk. */
  order: string;
  /** Hits until the page is full, those of earlier pages too. */
  wanted: number;
}

type Queries = Pick<Reader, 'query'>;

/** What a filter searches for; null: it does not search. */
export function termsOf({ search }: Pick<InvoiceFilter, 'search'>): string[] | null {
  return search === '' ? null : searchTerms(search);
}

/** The condition of a plan. */
export function planSql(plan: SearchPlan): Where {
  if (plan.kind === 'hits') return { sql: 'id IN (SELECT value FROM json_each(?))', values: [plan.ids] };
  const { sql, values } = containsSql(plan.terms);
  return { sql: `(SELECT ${sql} FROM invoice_search WHERE invoice_id = invoice.id)`, values };
}

/** Chooses how a part of the list is searched. */
export async function chooseSearchPlan(reader: Queries, question: SearchQuestion): Promise<SearchPlan> {
  const { terms, wanted } = question;
  const walk: SearchPlan = { kind: 'walk', terms };
  if (terms.length === 0) return { kind: 'hits', ids: '[]' };
  for (const size of SAMPLES) {
    const { all, rows, hits } = await sample(reader, question, size);
    // The filter leaves no more than that.
    if (rows < size) return walk;
    const walked = Math.min(all, (wanted * rows) / Math.max(hits, 0.5));
    if (walked <= SHORT_WALK) return walk;
    const isLast = size === SAMPLES[1];
    // The scan costs as much for no hit as for a thousand: worth a better look first.
    if (!isIndexed(terms) && !isLast) continue;
    const saved = isIndexed(terms) ? walked : walked - all / SCANNED_PER_ROW;
    const found = saved <= 0 ? null : await hitsUpTo(reader, terms, Math.ceil(saved / ROWS_PER_HIT));
    if (found !== null) return { kind: 'hits', ids: found };
    if (hits > 0) return walk;
  }
  return walk;
}

/** The rows that a search leaves, for what looks at all of them: where they are found, and by which index they are read. */
export async function searchForSums(
  reader: Queries,
  terms: readonly string[],
): Promise<{ condition: Where; index: string }> {
  const few = terms.length === 0 ? '[]' : isIndexed(terms) ? await hitsUpTo(reader, terms, FEW_HITS) : null;
  if (few !== null) return { condition: planSql({ kind: 'hits', ids: few }), index: '' };
  const { sql, values } = hitsSql(terms);
  return { condition: { sql: `id IN (${sql})`, values }, index: 'INDEXED BY invoice_sums' };
}

/** The first rows of the walk. Under a filter any rows will do: to sort them may cost more than the whole list. */
async function sample(
  reader: Queries,
  { terms, filter, order }: SearchQuestion,
  size: number,
): Promise<{ all: number; rows: number; hits: number }> {
  const contains = planSql({ kind: 'walk', terms });
  const from = filter.sql === '' ? `invoice ${order}` : `invoice WHERE ${filter.sql}`;
  const [counted] = await reader.query<{ all: number; rows: number; hits: number }[]>(
    `SELECT (SELECT max(id) FROM invoice) AS "all", count(*) AS rows, coalesce(sum(hit), 0) AS hits
      FROM (SELECT ${contains.sql} AS hit FROM ${from} LIMIT ?)`,
    [...contains.values, ...filter.values, size],
  );
  return counted ?? { all: 0, rows: 0, hits: 0 };
}

/** The ids of all invoices with one of the terms, as JSON; null when there are more than `most`. */
async function hitsUpTo(reader: Queries, terms: readonly string[], most: number): Promise<string | null> {
  const { sql, values } = hitsSql(terms);
  const [found] = await reader.query<{ ids: string; count: number }[]>(
    `SELECT json_group_array(id) AS ids, count(*) AS count FROM (${sql} LIMIT ?)`,
    [...values, most + 1],
  );
  return found === undefined || found.count > most ? null : found.ids;
}

function hitsSql(terms: readonly string[]): Where {
  if (isIndexed(terms)) {
    const phrases = terms.map((term) => `"${term.replaceAll('"', '""')}"`);
    const sql = 'SELECT rowid AS id FROM invoice_search_trigram WHERE invoice_search_trigram MATCH ?';
    return { sql, values: [phrases.join(' OR ')] };
  }
  const { sql, values } = containsSql(terms);
  return { sql: `SELECT invoice_id AS id FROM invoice_search WHERE ${sql}`, values };
}

function containsSql(terms: readonly string[]): Where {
  return { sql: terms.map(() => 'instr(text, ?) > 0').join(' OR '), values: [...terms] };
}

/** Whether the trigram index knows all of them; it counts code points. */
function isIndexed(terms: readonly string[]): boolean {
  return terms.every((term) => [...term].length >= SHORTEST_INDEXED);
}
