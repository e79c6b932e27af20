/** The part of better-sqlite3 that the store uses; a stand-in must offer the same. */

export interface SqliteStatement {
  readonly reader: boolean;
  readonly readonly: boolean;
  run(...parameters: unknown[]): unknown;
  get(...parameters: unknown[]): unknown;
  all(...parameters: unknown[]): unknown[];
}

export interface SqliteDatabase {
  readonly inTransaction: boolean;
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  pragma(text: string, options?: { simple?: boolean }): unknown;
  backup(file: string, options?: { progress: () => number }): Promise<unknown>;
  close(): unknown;
}

export type SqliteConstructor = new (file: string, options: { timeout: number }) => SqliteDatabase;

/** Whether the running work may write; switched by the gate. */
export interface WriteSwitch {
  writing: boolean;
}

/**
 * Cures three things of the pair TypeORM and SQLite, where every statement passes:
 * - TypeORM begins deferred, so that a write after a read can fail; `BEGIN IMMEDIATE` waits for nothing later.
 * - SQLite rolls back by itself when the disk is full; TypeORM's own `ROLLBACK` would then fail and leave it believing in
 *   a transaction for ever.
 * - A read that writes would do so outside any transaction: it is refused, at no cost for statements that only read.
 */
export function adaptStatements(database: SqliteDatabase, state: WriteSwitch): void {
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    if (sql === 'ROLLBACK') return tolerantRollback(database, prepare(sql));
    const statement = prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
    return statement.readonly ? statement : refuseInReads(statement, sql, state);
  };
}

function tolerantRollback(database: SqliteDatabase, rollback: SqliteStatement): SqliteStatement {
  const run = rollback.run.bind(rollback);
  rollback.run = () => (database.inTransaction ? run() : { changes: 0, lastInsertRowid: 0 });
  return rollback;
}

function refuseInReads(statement: SqliteStatement, sql: string, state: WriteSwitch): SqliteStatement {
  for (const method of ['run', 'get', 'all'] as const) {
    const original = statement[method].bind(statement) as (...parameters: unknown[]) => never;
    statement[method] = (...parameters: unknown[]) => {
      if (!state.writing) throw new Error(`store.read may not write: ${sql}`);
      return original(...parameters);
    };
  }
  return statement;
}
