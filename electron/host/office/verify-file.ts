import type { Reader } from '../store/open.ts';
import { existingProtections, protections } from '../store/triggers.ts';
import type { Damage } from './damages.ts';

/** Tables whose bytes are read invoice by invoice; SQLite's check of them takes most of the time of a large file. */
const CONTENT_TABLES = ['stored_file', 'invoice_snapshot'];

/** What SQLite itself finds; `whole` false leaves the tables of large contents to the walk over the invoices. */
export async function verifyDatabase(reader: Reader, whole: boolean): Promise<Damage[]> {
  const checks = whole ? ['integrity_check'] : await tableChecks(reader);
  const damages: Damage[] = [];
  for (const check of checks) {
    const rows = await reader.query<{ integrity_check: string }[]>(`PRAGMA ${check}`);
    const messages = rows.map((row) => row.integrity_check).filter((message) => message !== 'ok');
    damages.push(...messages.map((detail): Damage => ({ rule: 'integrity', record: '', recordId: null, detail })));
  }
  return damages;
}

async function tableChecks(reader: Reader): Promise<string[]> {
  const tables = await reader.query<{ name: string }[]>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
  );
  return tables.filter(({ name }) => !CONTENT_TABLES.includes(name)).map(({ name }) => `integrity_check("${name}")`);
}

/** Rows that refer to nothing. */
export async function verifyReferences(reader: Reader): Promise<Damage[]> {
  const rows =
    await reader.query<{ table: string; rowid: number | null; parent: string }[]>('PRAGMA foreign_key_check');
  return rows.map(({ table, rowid, parent }) => ({
    rule: 'foreign-key',
    record: table,
    recordId: rowid,
    detail: parent,
  }));
}

/** Triggers that somebody took away or changed with another program (F2.1). */
export async function verifyProtections(reader: Reader): Promise<Damage[]> {
  const found = new Map((await existingProtections(reader)).map(({ name, sql }) => [name, sql]));
  const missing = (await protections(reader)).filter(({ name, sql }) => found.get(name) !== sql);
  return missing.map(({ name }) => ({ rule: 'protection', record: '', recordId: null, detail: name }));
}
