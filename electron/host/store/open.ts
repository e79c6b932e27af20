import type { DataSource, EntityManager } from 'typeorm';
import { crashPoint } from './crash-point.ts';
import type { Clock } from '../platform.ts';
import { configure, connect, type Connection } from './connection.ts';
import { copyDatabase } from './copy.ts';
import { assertUndamaged } from './damage.ts';
import { adaptStatements } from './database.ts';
import { createGate } from './gate.ts';
import { backupPath, migrate, pendingMigrations, restore } from './migrate.ts';
import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import { createSource } from './source.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** What a read may do: find, count, select. A `Writer` may do it too. */
export type Reader = Pick<
  EntityManager,
  | 'find'
  | 'findBy'
  | 'findOne'
  | 'findOneBy'
  | 'findOneOrFail'
  | 'findOneByOrFail'
  | 'findAndCount'
  | 'count'
  | 'countBy'
  | 'exists'
  | 'existsBy'
  | 'sum'
  | 'minimum'
  | 'maximum'
  | 'query'
  | 'createQueryBuilder'
>;

/** Everything, inside one transaction. */
export type Writer = EntityManager;

/**
 * One Kontor file. Reads and writes pass one gate, one after another in the order in which they came; only handlers open
 * it, and nothing slow (PDF, network) happens inside. A work that opens the gate again is refused: it would wait for itself.
 * Both throw `StoreError` when disk or file are the cause; every other error of `work` comes through as it is.
 */
export interface Store {
  /** Reads without a transaction: there is one connection, and the queue keeps writers out. `name` appears in the log when slow. */
  read<T>(work: (reader: Reader) => Promise<T>, name?: string): Promise<T>;
  /** One transaction: done and on the disk when the promise resolves, without a trace when it rejects. */
  write<T>(work: (writer: Writer) => Promise<T>, name?: string): Promise<T>;
  /** Copies the whole file while work goes on; replaces `file` when it exists. */
  backup(file: string): Promise<void>;
  /** Whether opening made the file. */
  readonly isNew: boolean;
  /** Waits for what is under way, then gives up the lock. */
  close(): Promise<void>;
}

export interface StoreOptions {
  file: string;
  /** From `sqliteModule()`. */
  sqlite: unknown;
  clock: Clock;
  /** Stands in the note beside the file. */
  identity: { user: string; machine: string };
  /** For tests of a full disk: the file may not grow beyond this many pages of 4096 bytes. */
  maximumPages?: number;
  /** For tests of migrations. */
  migrations?: Migration[];
  log: (message: string) => void;
}

/**
 * Opens a Kontor file or makes it: path and header, lock, quick look for damage, known migrations only, then, only when a
 * migration is due, backup and migration (design, section 6).
 * @throws StoreError with each of its codes
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { file, sqlite, clock, identity, maximumPages, migrations = allMigrations, log } = options;
  try {
    const connection = connect({ file, sqlite, holder: { ...identity, since: clock.now() }, maximumPages, log });
    try {
      const { database, isNew } = connection;
      if (!isNew) assertUndamaged(database, file);
      const pending = pendingMigrations(database, file, migrations);
      configure(database);
      const state = { writing: true };
      adaptStatements(database, state);
      const source = await createSource(file, database, migrations, log);
      if (pending[0] !== undefined)
        await update(source, connection, { file, first: pending[0], version: migrations.length });
      state.writing = false;
      return makeStore(source, connection, state, log);
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

/** @throws StoreError `office-update-failed`, after the file was put back as it was */
async function update(
  source: DataSource,
  connection: Connection,
  { file, first, version }: { file: string; first: string; version: number },
): Promise<void> {
  const { database, isNew } = connection;
  if (isNew) return migrate(source, database, version);
  const backup = backupPath(file, first);
  await copyDatabase(database, backup);
  const before = database.pragma('user_version', { simple: true });
  try {
    await migrate(source, database, version);
  } catch (cause) {
    // The version is written first in the transaction: the old one means that all of it was rolled back, and no copy
    // (which would need room on a disk that may be full) can make the file more as it was.
    const rolledBack = database.pragma('user_version', { simple: true }) === before;
    connection.close();
    if (!rolledBack) restore(file, backup);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      'office-update-failed',
      `${file} could not be updated: ${reason}`,
      { backup, reason },
      { cause },
    );
  }
}

function makeStore(
  source: DataSource,
  connection: Connection,
  state: { writing: boolean },
  log: (message: string) => void,
): Store {
  const { database, isNew } = connection;
  const gate = createGate(log);
  const manager = source.createQueryRunner().manager;
  const backups = new Set<Promise<void>>();
  let closing: Promise<void> | undefined;

  async function write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    state.writing = true;
    try {
      const result = await source.transaction(work);
      crashPoint('store:committed');
      return result;
    } catch (error) {
      throw asStoreError(error);
    } finally {
      state.writing = false;
    }
  }

  async function read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    try {
      return await work(manager);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** The gate is free again after the first step (see `copyDatabase`). */
  async function beginCopy(file: string): Promise<{ done: Promise<void> }> {
    let begun = () => {};
    const first = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const done = copyDatabase(database, file, begun);
    backups.add(done);
    await Promise.race([first, done.catch(() => undefined)]);
    return { done };
  }

  return {
    isNew,
    read: (work, name = work.name || 'read') => gate.pass(name, () => read(work)),
    write: (work, name = work.name || 'write') => gate.pass(name, () => write(work)),
    backup: async (file) => {
      const { done } = await gate.pass('backup', () => beginCopy(file));
      try {
        await done;
      } catch (error) {
        throw asStoreError(error);
      } finally {
        backups.delete(done);
      }
    },
    close: () =>
      (closing ??= (async () => {
        await gate.shut();
        await Promise.allSettled(backups);
        connection.close();
        await source.destroy();
      })()),
  };
}
