import type { SqliteConstructor, SqliteDatabase } from './database.ts';
import { APPLICATION_ID, checkFile, fileIdentity } from './file-check.ts';
import { readNote, removeNote, writeNote } from './lock-note.ts';
import { causeCode, StoreError, type Holder } from './store-error.ts';

/** An open Kontor file with its lock. */
export interface Connection {
  database: SqliteDatabase;
  /** No tables yet. */
  isNew: boolean;
  /** Gives up note and lock; a second call does nothing. */
  close(): void;
}

export interface ConnectOptions {
  file: string;
  sqlite: unknown;
  holder: Holder;
  maximumPages?: number | undefined;
  log: (message: string) => void;
}

/**
 * Every file that this process has open, by identity. An unreferenced handle would be collected and its lock vanish; and
 * a second opener in the same process must be refused before it touches the file (see `checkFile`).
 */
const openFiles = new Map<string, { database: SqliteDatabase; holder: Holder }>();

/**
 * Opens a Kontor file, or makes it, for this process alone. Nothing waits: a second opener is refused at once.
 * @throws StoreError `office-in-use`, `office-foreign`, `office-not-writable`; errors of SQLite as they are
 */
export function connect({ file, sqlite, holder, maximumPages, log }: ConnectOptions): Connection {
  const holding = openFiles.get(fileIdentity(file) ?? '');
  if (holding) throw inUse(file, holding.holder);
  checkFile(file);
  const database = new (sqlite as SqliteConstructor)(file, { timeout: 0 });
  let identity: string;
  try {
    lock(database, file, holder.machine);
    identity = fileIdentity(file) ?? '';
    openFiles.set(identity, { database, holder });
    if (maximumPages !== undefined) database.pragma(`max_page_count = ${maximumPages}`);
  } catch (error) {
    database.close();
    throw error;
  }
  try {
    writeNote(file, holder);
  } catch (error) {
    // Information only, and the disk may be full.
    log(`the note beside ${file} could not be written: ${String(error)}`);
  }
  return {
    database,
    isNew: tableCount(database) === 0,
    close: () => {
      if (!openFiles.delete(identity)) return;
      removeNote(file);
      database.close();
    },
  };
}

/**
 * Exclusive before the first access, so that the write-ahead log needs no shared memory and the lock lasts until closing.
 * A new file gets its form here, in one transaction: the first page cannot be changed later. A file with content is not
 * written to: it may be damaged, or of a newer version.
 */
function lock(database: SqliteDatabase, file: string, machine: string): void {
  database.pragma('locking_mode = EXCLUSIVE');
  try {
    const isEmpty = database.pragma('page_count', { simple: true }) === 0;
    if (isEmpty) database.pragma('auto_vacuum = INCREMENTAL');
    database.exec('BEGIN EXCLUSIVE');
    if (isEmpty) database.pragma(`application_id = ${APPLICATION_ID}`);
    database.exec('COMMIT');
  } catch (error) {
    if (causeCode(error).startsWith('SQLITE_BUSY')) throw inUse(file, readNote(file, machine));
    throw error;
  }
}

/** How the connection works from here on; once the file is known to be sound and ours. One write proves that it can be written. */
export function configure(database: SqliteDatabase): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // macOS: a plain fsync leaves data in the drive's cache. Elsewhere without effect.
  database.pragma('fullfsync = ON');
  database.pragma('foreign_keys = ON');
  // Else INSERT OR REPLACE slips past the DELETE triggers.
  database.pragma('recursive_triggers = ON');
  // Functions and virtual tables with side effects stay out of triggers and checks of a file that somebody else made.
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  const version = database.pragma('user_version', { simple: true }) as number;
  database.pragma(`user_version = ${version}`);
}

function tableCount(database: SqliteDatabase): number {
  return (database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number }).count;
}

function inUse(file: string, holder: Holder): StoreError {
  const who = holder.user === '' ? 'another process' : `${holder.user} on ${holder.machine} since ${holder.since}`;
  return new StoreError('office-in-use', `${file} is open: ${who}`, holder);
}
