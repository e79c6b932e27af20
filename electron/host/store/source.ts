import { DataSource, type Logger } from 'typeorm';
import type { SqliteDatabase } from './database.ts';
import { entities } from './entities/index.ts';
import { SLOW_MILLISECONDS } from './gate.ts';
import type { Migration } from './migrations/index.ts';

/** Enough of a statement to know it again in the log. */
const LOGGED_CHARACTERS = 200;

/** TypeORM over a connection that is already open, locked and configured. Never leaves this folder. */
export async function createSource(
  file: string,
  database: SqliteDatabase,
  migrations: Migration[],
  log: (message: string) => void,
): Promise<DataSource> {
  const source = new DataSource({
    type: 'better-sqlite3',
    database: file,
    // TypeORM constructs this; a constructor that returns an object gives that object.
    driver: function alreadyOpen() {
      return database;
    },
    entities,
    migrations,
    synchronize: false,
    maxQueryExecutionTime: SLOW_MILLISECONDS,
    logger: slowStatements(log),
  });
  return source.initialize();
}

/** Parameters stay out of the log: they are the office's data. */
function slowStatements(log: (message: string) => void): Logger {
  return {
    logQuerySlow: (milliseconds, query) => log(`slow: ${query.slice(0, LOGGED_CHARACTERS)} took ${milliseconds} ms`),
    logQuery: () => undefined,
    logQueryError: () => undefined,
    logSchemaBuild: () => undefined,
    logMigration: (message) => log(message),
    log: () => undefined,
  };
}
