import { sha256 } from '../journal/hash.ts';
import type { Reader } from '../store/open.ts';
import { CHANGEABLE_INVOICE_COLUMNS } from '../store/triggers.ts';

/** By their key, in the table itself: an index may say something else than the row. */
const below = (table: string): string =>
  `SELECT * FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE invoice_id = ?) ORDER BY id`;

/** The rows of a final invoice that never change again. */
const TABLES = {
  invoice: 'SELECT * FROM invoice WHERE id = ?',
  invoice_entry: below('invoice_entry'),
  invoice_allowance: below('invoice_allowance'),
  invoice_file: 'SELECT * FROM invoice_file WHERE invoice_id = ? ORDER BY kind',
};
type Table = keyof typeof TABLES;

/** Written after the journal entry that holds the hashes: the entry itself knows the number, the row the entry's hash. */
const WRITTEN_LATER = ['number', 'journal_hash'];

/** By `table.column`; '' when the column holds nothing in all rows. */
export type ColumnHashes = Record<string, string>;

/** Enough to notice a change; the chain of the journal protects them. */
const DIGITS = 16;

/**
 * A hash of each column over all rows of an invoice, as the journal keeps it of the moment of finalising: whatever is
 * changed past the program later is found and named (F2.1), also what no document shows.
 */
export async function columnHashes(reader: Reader, invoiceId: number): Promise<ColumnHashes> {
  const hashes: ColumnHashes = {};
  for (const table of Object.keys(TABLES) as Table[]) {
    const rows = await reader.query<Record<string, unknown>[]>(TABLES[table], [invoiceId]);
    for (const column of await fixedColumns(reader, table)) {
      hashes[`${table}.${column}`] = hashOf(rows.map((row) => row[column]));
    }
  }
  return hashes;
}

/** Columns that are other than they were; one that a later form of the file added was not known then. */
export function differingColumns(then: ColumnHashes, now: ColumnHashes): string[] {
  return Object.keys(then).filter((column) => column in now && then[column] !== now[column]);
}

async function fixedColumns(reader: Reader, table: Table): Promise<string[]> {
  const columns = await reader.query<{ name: string }[]>('SELECT name FROM pragma_table_info(?)', [table]);
  const names = columns.map(({ name }) => name);
  if (table !== 'invoice') return names;
  return names.filter((name) => !Object.hasOwn(CHANGEABLE_INVOICE_COLUMNS, name) && !WRITTEN_LATER.includes(name));
}

function hashOf(values: unknown[]): string {
  return values.every((value) => value === null) ? '' : sha256(JSON.stringify(values)).slice(0, DIGITS);
}
