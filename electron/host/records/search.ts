import { searchTerms, searchText } from '#shared/domain/search-text.ts';
import type { Reader } from '../store/open.ts';

/**
 * The ids of the rows with the term in one of these columns, whatever the case, the accents and the spelling of umlauts:
 * "muller" and "mueller" find "Müller". SQLite folds ASCII only, so the texts are compared here; for tables of some thousand rows.
 */
export async function idsOfHits(
  reader: Pick<Reader, 'query'>,
  { table, columns }: { table: 'customer' | 'text_block'; columns: readonly string[] },
  term: string,
): Promise<number[]> {
  const terms = searchTerms(term);
  const rows: Record<string, unknown>[] = await reader.query(`SELECT id, ${columns.join(', ')} FROM ${table}`);
  const hits = rows.filter((row) => {
    const text = searchText(...columns.map((column) => String(row[column])));
    return terms.some((spelled) => text.includes(spelled));
  });
  return hits.map(({ id }) => Number(id));
}

/** The condition that leaves these rows, with their ids as parameter `ids`. */
export const IS_HIT = 'id IN (SELECT value FROM json_each(:ids))';
