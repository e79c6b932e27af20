import type { InvoiceFilter } from '#shared/contract/invoice-list.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import type { Reader } from '../store/open.ts';
import type { Where } from './filter-sql.ts';

/**
 * Two ways to search, and which is better depends on how many invoices have the term. A **walk** follows the order of the
 * list and looks at the text of each row: a page of a common term is full after a few rows, that of a rare one never. The
 * **hits** are found first and then sorted: nothing for a rare term, half the office for a common one. So, each step only when
 * the one before had no answer: a few rows of the walk, a handful of hits, a few texts from all over the office, and the hits up to the
 * number at which they would cost more than the walk.
 */
export type SearchPlan =
  | { kind: 'walk'; terms: readonly string[] }
  /** A JSON array. */
  | { kind: 'hits'; ids: string };

/** No hits, as SQLite writes it. */
export const NO_HITS = '[]';

/** The trigram index knows nothing shorter. */
const SHORTEST_INDEXED = 3;
/** Rows of the walk that are looked at, and how many hits among them say that it goes on like that. */
const FIRST_ROWS = 32;
const ENOUGH_FIRST_HITS = 3;
/** Each trigram of a term costs the index as much as the rows above: a handful of hits is asked for by so many characters. */
const PIECE = 5;
const HANDFUL = 128;
/** Texts from all over the office: the places, and texts in each; a term with hits in several places is spread. */
const PLACES = Array.from({ length: 16 }, (_, index) => (2 * index + 1) / 32);
const TEXTS_PER_PLACE = 16;
const TEXTS = PLACES.length * TEXTS_PER_PLACE;
const ENOUGH_PLACES = 3;
/** Rows that a walk passes while one hit is fetched and sorted; under a filter it has to read them. */
const ROWS_PER_HIT = { free: 4, filtered: 1 };
/** A scan for a short term passes so many texts in the time of one row of a walk, so a longer look comes before it. */
const SCANNED_PER_ROW = 5;
const LONGER_LOOK = 2048;
/** Up to so many hits, a sum looks them up one by one. */
const FEW_HITS = 2000;

/** What the list asks for, as far as the plan depends on it. */
export interface SearchQuestion {
  terms: readonly string[];
  /** What else the filter asks for. */
  filter: Where;
  /** The part of it that an index answers: a walk passes all of that. Null: it passes the list. */
  narrow: Where | null;
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

/** Questions whose answer is remembered: the next page and the look after a change ask the same again. */
const MOST_REMEMBERED = 200;
/** Only speed depends on it: the rows are the same by either plan, and hits are looked up anew. */
const remembered = new Map<string, SearchPlan['kind']>();
/** More hits than that are never the better plan. */
const MOST_HITS = 30_000;

/** Chooses how a part of the list is searched. */
export async function chooseSearchPlan(reader: Queries, question: SearchQuestion): Promise<SearchPlan> {
  const { terms, filter, order, wanted } = question;
  if (terms.length === 0) return { kind: 'hits', ids: NO_HITS };
  const key = JSON.stringify([terms, filter, order, wanted]);
  const before = remembered.get(key);
  if (before === 'walk') return { kind: 'walk', terms };
  const ids = before === 'hits' ? await hitsUpTo(reader, terms, MOST_HITS) : null;
  if (ids !== null) return { kind: 'hits', ids };
  const plan = await chooseByLooking(reader, question);
  remembered.set(key, plan.kind);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return plan;
}

async function chooseByLooking(reader: Queries, question: SearchQuestion): Promise<SearchPlan> {
  const { terms, wanted, filter, narrow } = question;
  const walk: SearchPlan = { kind: 'walk', terms };
  const indexed = isIndexed(terms);

  const begin = await firstRows(reader, question, FIRST_ROWS);
  if (begin.rows < FIRST_ROWS) return walk;
  const beginsWell = narrow === null && begin.hits >= ENOUGH_FIRST_HITS;
  if (beginsWell && wanted <= FIRST_ROWS * begin.hits) return walk;

  const handful = indexed ? await handfulOf(reader, terms) : null;
  if (handful !== null) return { kind: 'hits', ids: handful };

  const { places, hits, last } = await fromAllOver(reader, terms);
  const share = Math.max(beginsWell ? begin.hits / begin.rows : 0, Math.max(hits, 0.5) / TEXTS);
  const walked = narrow === null ? Math.min(last, wanted / share) : await countRows(reader, narrow);
  const perHit = filter.sql === '' ? ROWS_PER_HIT.free : ROWS_PER_HIT.filtered;
  const most = Math.floor((walked - (indexed ? 0 : last / SCANNED_PER_ROW)) / perHit);
  if (most <= 0 || (places >= ENOUGH_PLACES && (hits / TEXTS) * last > most)) return walk;

  if (!indexed) {
    const longer = await firstRows(reader, question, LONGER_LOOK);
    if (longer.rows < LONGER_LOOK || (longer.hits / longer.rows) * last > most) return walk;
  }
  const ids = await hitsUpTo(reader, terms, most);
  return ids === null ? walk : { kind: 'hits', ids };
}

/** The rows that a search leaves, for what looks at all of them: where they are found, and by which index they are read. */
export async function searchForSums(
  reader: Queries,
  terms: readonly string[],
): Promise<{ condition: Where; index: string }> {
  if (terms.length === 0) return { condition: planSql({ kind: 'hits', ids: NO_HITS }), index: '' };
  const few = isIndexed(terms) ? await hitsUpTo(reader, terms, FEW_HITS) : null;
  if (few !== null) return { condition: planSql({ kind: 'hits', ids: few }), index: '' };
  const { sql, values } = hitsSql(terms);
  return { condition: { sql: `id IN (${sql})`, values }, index: 'INDEXED BY invoice_sums' };
}

/** Hits in the first rows of the walk; under a filter in any of its rows: to sort them may cost more than the list. */
async function firstRows(
  reader: Queries,
  { terms, filter, order }: SearchQuestion,
  size: number,
): Promise<{ rows: number; hits: number }> {
  const contains = planSql({ kind: 'walk', terms });
  const from = filter.sql === '' ? `invoice ${order}` : `invoice WHERE ${filter.sql}`;
  const [seen] = await reader.query<{ rows: number; hits: number }[]>(
    `SELECT count(*) AS rows, coalesce(sum(hit), 0) AS hits FROM (SELECT ${contains.sql} AS hit FROM ${from} LIMIT ?)`,
    [...contains.values, ...filter.values, size],
  );
  return seen ?? { rows: 0, hits: 0 };
}

/** The ids of all hits when the end of the term alone has only a handful; else null, as for a term of two spellings. */
async function handfulOf(reader: Queries, terms: readonly string[]): Promise<string | null> {
  const [term = '', another] = terms;
  if (another !== undefined) return null;
  const piece = [...term].slice(-PIECE).join('');
  const ids = await hitsUpTo(reader, [piece], HANDFUL);
  if (ids === null || ids === NO_HITS || piece === term) return ids;
  const [found] = await reader.query<{ ids: string }[]>(
    `SELECT json_group_array(invoice_id) AS ids FROM invoice_search
      WHERE invoice_id IN (SELECT value FROM json_each(?)) AND instr(text, ?) > 0`,
    [ids, term],
  );
  return found?.ids ?? NO_HITS;
}

/** Places of the office with a hit, hits in all of them, and about how many invoices there are. */
async function fromAllOver(
  reader: Queries,
  terms: readonly string[],
): Promise<{ places: number; hits: number; last: number }> {
  const { sql, values } = containsSql(terms);
  const [seen] = await reader.query<{ places: number; hits: number; last: number }[]>(
    `SELECT coalesce(sum(hits > 0), 0) AS places, coalesce(sum(hits), 0) AS hits, max(last) AS last FROM (
      SELECT last, (SELECT sum(${sql}) FROM (SELECT text FROM invoice_search WHERE invoice_id > last * part.value
        ORDER BY invoice_id LIMIT ${TEXTS_PER_PLACE})) AS hits
      FROM (SELECT coalesce(max(invoice_id), 0) AS last FROM invoice_search), json_each(?) AS part)`,
    [...values, JSON.stringify(PLACES)],
  );
  return seen ?? { places: 0, hits: 0, last: 0 };
}

async function countRows(reader: Queries, { sql, values }: Where): Promise<number> {
  const [counted] = await reader.query<{ rows: number }[]>(`SELECT count(*) AS rows FROM invoice WHERE ${sql}`, values);
  return counted?.rows ?? 0;
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
