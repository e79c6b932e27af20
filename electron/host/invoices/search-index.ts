import { searchText } from '#shared/domain/search-text.ts';
import type { Reader, Writer } from '../store/open.ts';

/** Invoices whose texts are compared in one look. */
const BATCH = 5000;

interface SearchedFields {
  title: string;
  number: string;
}

/** Notes what the search finds an invoice by. Belongs into the transaction that writes title or number. */
export async function indexForSearch(writer: Writer, id: number, { title, number }: SearchedFields): Promise<void> {
  await writer.query(
    `INSERT INTO invoice_search (invoice_id, text) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text`,
    [id, searchText(title, number)],
  );
}

/** Invoices after `last` that the index knows otherwise than they are, in id order; `next` null: that was the last look. */
export async function wronglyIndexed(reader: Reader, last: number): Promise<{ ids: number[]; next: number | null }> {
  const rows = await reader.query<(SearchedFields & { id: number; text: string | null })[]>(
    `SELECT id, title, number, text FROM invoice LEFT JOIN invoice_search ON invoice_id = id WHERE id > ? ORDER BY id LIMIT ?`,
    [last, BATCH],
  );
  const ids = rows.filter(({ title, number, text }) => searchText(title, number) !== text).map(({ id }) => id);
  return { ids, next: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null) };
}

/** Rows of the index whose invoice is gone. */
export async function indexedWithoutInvoice(reader: Reader): Promise<number[]> {
  const rows = await reader.query<{ id: number }[]>(
    'SELECT invoice_id AS id FROM invoice_search WHERE invoice_id NOT IN (SELECT id FROM invoice)',
  );
  return rows.map(({ id }) => id);
}

/** Whether SQLite's own index over the texts says what the texts say. Its check counts as a write. */
export async function isTrigramIndexSound(writer: Writer): Promise<boolean> {
  try {
    await writer.query(
      `INSERT INTO invoice_search_trigram (invoice_search_trigram, rank) VALUES ('integrity-check', 1)`,
    );
    return true;
  } catch {
    return false;
  }
}

/** Makes the index anew from the invoices: it is derived, so nothing is lost. */
export async function rebuildSearch(writer: Writer): Promise<void> {
  await writer.query(`INSERT INTO invoice_search_trigram (invoice_search_trigram) VALUES ('rebuild')`);
  await writer.query('DELETE FROM invoice_search WHERE invoice_id NOT IN (SELECT id FROM invoice)');
  for (let last: number | null = 0; last !== null;) {
    const { ids, next } = await wronglyIndexed(writer, last);
    for (const id of ids) {
      const [row] = await writer.query<SearchedFields[]>('SELECT title, number FROM invoice WHERE id = ?', [id]);
      if (row) await indexForSearch(writer, id, row);
    }
    last = next;
  }
}
