import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { SqliteDatabase } from './database.ts';
import type { Migration } from './migrations/index.ts';
import { StoreError } from './store-error.ts';

/**
 * The names of the migrations that the file has not seen yet, oldest first.
 * @throws StoreError `office-newer` when it has seen one that this version does not know
 */
export function pendingMigrations(database: SqliteDatabase, file: string, migrations: Migration[]): string[] {
  const known = migrations.map((migration) => new migration().name ?? migration.name);
  const executed = executedMigrations(database);
  const unknown = executed.find((name) => !known.includes(name));
  const version = database.pragma('user_version', { simple: true }) as number;
  if (unknown !== undefined || version > known.length) {
    const reason = unknown ?? `form ${version}`;
    throw new StoreError('office-newer', `${file} was written by a newer version (${reason})`, { reason });
  }
  return known.filter((name) => !executed.includes(name));
}

function executedMigrations(database: SqliteDatabase): string[] {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get();
  if (table === undefined) return [];
  return (database.prepare('SELECT name FROM migrations ORDER BY id').all() as { name: string }[]).map(
    ({ name }) => name,
  );
}

/**
 * Runs every migration that is due and proves the result, in one transaction: either the file has the new form whole and
 * sound, or nothing has happened.
 */
export async function migrate(source: DataSource, database: SqliteDatabase, version: number): Promise<void> {
  // Off for the time of rebuilding tables, which would cascade; the check below replaces it.
  database.pragma('foreign_keys = OFF');
  try {
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    try {
      database.pragma(`user_version = ${version}`);
      await source.runMigrations({ transaction: 'none' });
      assertSound(database);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function assertSound(database: SqliteDatabase): void {
  const orphans = database.pragma('foreign_key_check') as { table: string }[];
  if (orphans[0])
    throw new Error(`${orphans.length} rows without the row that they refer to, first in ${orphans[0].table}`);
  const integrity = database.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') throw new Error(String(integrity));
}

/** Where the backup before a migration goes: beside the file, over no earlier one. */
export function backupPath(file: string, migration: string): string {
  const base = `${file.replace(/\.kontor$/, '')}.before-${migration}`;
  let path = `${base}.kontor-backup`;
  for (let copy = 2; existsSync(path); copy += 1) path = `${base}-${copy}.kontor-backup`;
  return path;
}

/** Puts the backup in place of the file, which must be closed. The backup stays. */
export function restore(file: string, backup: string): void {
  const partial = `${file}.restored`;
  copyFileSync(backup, partial);
  const descriptor = openSync(partial, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  // A log of the old file must not be replayed into the restored one.
  rmSync(`${file}-wal`, { force: true });
  renameSync(partial, file);
}
