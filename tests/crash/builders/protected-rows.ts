import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CHANGEABLE_INVOICE_COLUMNS } from '../../../electron/host/store/triggers.ts';
import { bytesByColumn, rowsIn, type BytePlace } from './payload.ts';
import { testFolder } from './store.ts';

/** What a row is called by in a finding. */
interface Owner {
  record: string;
  recordId: number;
  /** Names of columns as they are stored. */
  columns: string[];
}

/** What must never change, by table: which rows, and whom a finding must name. */
const PAYLOADS = {
  invoice: "SELECT 'invoice' AS record, id AS recordId, status <> 'draft' AS final FROM invoice ORDER BY id",
  invoice_entry:
    "SELECT 'invoice' AS record, invoice_id AS recordId, status <> 'draft' AS final FROM invoice_entry AS e JOIN invoice AS i ON i.id = invoice_id ORDER BY e.id",
  invoice_allowance:
    "SELECT 'invoice' AS record, invoice_id AS recordId, status <> 'draft' AS final FROM invoice_allowance AS e JOIN invoice AS i ON i.id = invoice_id ORDER BY e.id",
  invoice_snapshot:
    "SELECT 'invoice' AS record, invoice_id AS recordId, 1 AS final FROM invoice_snapshot ORDER BY invoice_id",
  invoice_file:
    "SELECT 'invoice' AS record, invoice_id AS recordId, 1 AS final FROM invoice_file ORDER BY invoice_id, kind",
  stored_file:
    "SELECT 'invoice' AS record, invoice_id AS recordId, invoice_id IS NOT NULL AS final FROM stored_file AS s LEFT JOIN invoice_file AS f ON f.hash = s.hash ORDER BY s.rowid",
  journal: "SELECT 'journal' AS record, sequence AS recordId, 1 AS final FROM journal ORDER BY sequence",
  number_counter:
    "SELECT 'numberRange' AS record, number_range_id AS recordId, 1 AS final FROM number_counter ORDER BY number_range_id, period",
};
export type Payload = keyof typeof PAYLOADS;

export interface PlacedRow extends Owner {
  bytes: BytePlace[];
}

/** Every byte of what must never change, row by row. */
export function placedRows(file: Buffer): Record<Payload, PlacedRow[]> {
  const path = join(testFolder(), 'look.kontor');
  writeFileSync(path, file);
  const database = new Database(path, { readonly: true });
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const stored = database.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  const placed = (Object.entries(PAYLOADS) as [Payload, string][]).map(([table, sql]) => {
    const columns = stored.all(table) as string[];
    const owners = database.prepare(sql).all() as (Omit<Owner, 'columns'> & { final: number })[];
    const places = rowsIn(file, root.get(table) as number);
    if (owners.length !== places.length) throw new Error(`${table}: ${owners.length} rows, ${places.length} found`);
    const final = owners.flatMap(({ final: isFinal, ...owner }, index) => {
      const place = places[index];
      const bytes = place ? bytesByColumn(file, place).filter(({ column }) => column >= 0) : [];
      return isFinal ? [{ ...owner, columns, bytes }] : [];
    });
    return [table, final.map((row) => (table === 'invoice' ? withoutChangeable(row) : row))] as const;
  });
  database.close();
  return Object.fromEntries(placed) as Record<Payload, PlacedRow[]>;
}

function withoutChangeable(row: PlacedRow): PlacedRow {
  const isFixed = ({ column }: BytePlace) => !Object.hasOwn(CHANGEABLE_INVOICE_COLUMNS, row.columns[column] ?? '');
  return { ...row, bytes: row.bytes.filter(isFixed) };
}

/** Opens a file although the quick look at opening finds it damaged, and says whether it does. */
export function uncheckedSqlite() {
  const looked = { refused: false };
  class Unchecked extends Database {
    override pragma(text: string, options?: Database.PragmaOptions): unknown {
      if (!text.startsWith('quick_check')) return super.pragma(text, options);
      try {
        looked.refused ||= super.pragma(text, options) !== 'ok';
      } catch {
        looked.refused = true;
      }
      return 'ok';
    }
  }
  return { sqlite: Unchecked, looked };
}
