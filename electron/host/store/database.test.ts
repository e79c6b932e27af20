import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { adaptStatements, type SqliteDatabase } from './database.ts';

test('a transaction takes the write lock at its beginning, and its end may come twice', () => {
  const prepared: string[] = [];
  const database = new Database(':memory:') as SqliteDatabase;
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    prepared.push(sql);
    return prepare(sql);
  };
  adaptStatements(database, { writing: true });
  database.prepare('BEGIN TRANSACTION').run();
  expect(prepared).toEqual(['BEGIN IMMEDIATE']);
  expect(database.inTransaction).toBe(true);
  const rollback = database.prepare('ROLLBACK');
  rollback.run();
  expect(database.inTransaction).toBe(false);
  expect(() => rollback.run()).not.toThrow();
});
