/** better-sqlite3 as the cases use it beside the host. */
import type Database from 'better-sqlite3';
import { sqliteModule } from '../../electron/host/store/sqlite.ts';

export type Connection = Database.Database;

const Sqlite = sqliteModule() as typeof Database;

/** Opens a Kontor file that no host has open. */
export function openConnection(file: string): Connection {
  return new Sqlite(file);
}

/**
 * A SQLite module for `createHost` that also hands out the connection which it opens: a peer on the same connection has
 * the same file, the same lock and the same warm pages.
 */
export function sharedConnection(): { sqlite: unknown; connection: () => Connection } {
  let opened: Connection | undefined;
  function open(file: string, options: Database.Options): Connection {
    opened = new Sqlite(file, options);
    return opened;
  }
  return {
    sqlite: open,
    connection: () => {
      if (!opened) throw new Error('no host has opened its file');
      return opened;
    },
  };
}
