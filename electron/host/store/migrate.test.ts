import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { finaliseDraft, insertDraft, seedOffice } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { verifyOffice } from '../office/verify.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { protectFinalInvoices } from './triggers.ts';

/** A migration made for a test. */
function migration(name: string, up: (runner: QueryRunner) => Promise<void>): Migration {
  return class {
    readonly name = name;
    up(runner: QueryRunner): Promise<void> {
      return up(runner);
    }
    down(): Promise<void> {
      return Promise.reject(new Error('forward only'));
    }
  };
}

const NEXT = 'Next1800000000002';
const addColumn = (runner: QueryRunner) =>
  runner.query('ALTER TABLE profile ADD COLUMN nickname TEXT').then(() => undefined);

/** A closed file of today's form with one final invoice. */
async function madeFile(): Promise<string> {
  const file = join(testFolder(), 'a.kontor');
  const store = await openTestStore(file, { migrations });
  await store.write(async (writer) => {
    await seedOffice(writer);
    await finaliseDraft(writer, await insertDraft(writer));
  });
  await store.close();
  return file;
}

const backupsBeside = (file: string) => readdirSync(join(file, '..')).filter((name) => name.endsWith('-backup'));
const backupName = (file: string) => basename(file).replace('.kontor', `.before-${NEXT}.kontor-backup`);
const withNext = (up: (runner: QueryRunner) => Promise<void>) => [...migrations, migration(NEXT, up)];

describe('a migration that is due', () => {
  test('runs after a backup, once', async () => {
    const file = await madeFile();
    const store = await openTestStore(file, { migrations: withNext(addColumn) });
    expect(await store.read((reader) => reader.query('SELECT nickname FROM profile'))).toEqual([{ nickname: null }]);
    expect(await store.read((reader) => reader.query('PRAGMA user_version'))).toEqual([
      { user_version: migrations.length + 1 },
    ]);
    expect(await store.read((reader) => reader.query('PRAGMA foreign_keys'))).toEqual([{ foreign_keys: 1 }]);
    expect(backupsBeside(file)).toEqual([backupName(file)]);
    await store.close();
    await openTestStore(file, { migrations: withNext(addColumn) });
    expect(backupsBeside(file)).toHaveLength(1);

    const backup = await openTestStore(join(file, '..', backupName(file)), { migrations });
    expect(await verifyOffice(backup)).toMatchObject({ sound: true, invoices: 1 });
  });

  test('is not preceded by a backup when the file is new, nor repeated when nothing is due', async () => {
    const file = await madeFile();
    const store = await openTestStore(file, { migrations });
    expect(store.isNew).toBe(false);
    expect(backupsBeside(file)).toEqual([]);
  });
});

describe('a migration that fails', () => {
  const failures: [what: string, up: (runner: QueryRunner) => Promise<void>, reason: string][] = [
    [
      'with an error',
      async (runner) => {
        await addColumn(runner);
        await runner.query('DELETE FROM vat_rate_period');
        throw new Error('not this time');
      },
      'not this time',
    ],
    [
      'by leaving rows without the row that they refer to',
      (runner) => runner.query('DELETE FROM template').then(() => undefined),
      'rows without the row that they refer to',
    ],
    [
      'after it has committed by itself',
      async (runner) => {
        await addColumn(runner);
        await runner.query('COMMIT');
        throw new Error('half done');
      },
      'half done',
    ],
  ];

  test.each(failures)('%s: the file is put back as it was, and says so', async (_what, up, reason) => {
    const file = await madeFile();
    const backup = join(file, '..', backupName(file));
    const opening = openTestStore(file, { migrations: withNext(up) });
    await expect(opening).rejects.toMatchObject({
      name: 'StoreError',
      code: 'office-update-failed',
      details: { backup },
    });
    await expect(opening).rejects.toThrow(reason);
    expect(existsSync(backup)).toBe(true);
    expect(readdirSync(join(file, '..')).sort()).toEqual([basename(file), basename(backup)].sort());

    const store = await openTestStore(file, { migrations });
    expect(await verifyOffice(store)).toMatchObject({ sound: true, invoices: 1 });
    const columns = await store.read((reader) =>
      reader.query<{ name: string }[]>("SELECT name FROM pragma_table_info('profile')"),
    );
    expect(columns).not.toContainEqual({ name: 'nickname' });
    expect(await store.read((reader) => reader.query('SELECT count(*) AS n FROM vat_rate_period'))).toEqual([{ n: 1 }]);
  });

  test('can be tried again; no backup is written over another', async () => {
    const file = await madeFile();
    const failing = withNext(() => Promise.reject(new Error('no')));
    await expect(openTestStore(file, { migrations: failing })).rejects.toMatchObject({ code: 'office-update-failed' });
    const first = readFileSync(join(file, '..', backupName(file)));
    const store = await openTestStore(file, { migrations: withNext(addColumn) });
    expect(store.isNew).toBe(false);
    expect(backupsBeside(file)).toHaveLength(2);
    expect(readFileSync(join(file, '..', backupName(file))).equals(first)).toBe(true);
  });

  test('on a new file leaves one that is still new', async () => {
    const file = join(testFolder(), 'a.kontor');
    const failing = [migration('First1800000000001', () => Promise.reject(new Error('no')))];
    await expect(openTestStore(file, { migrations: failing })).rejects.toThrow('no');
    expect(await openTestStore(file)).toMatchObject({ isNew: true });
  });
});

describe('a file of a newer version is refused and left as it is', () => {
  test('by the name of a migration that this version does not know', async () => {
    const file = await madeFile();
    await (await openTestStore(file, { migrations: withNext(addColumn) })).close();
    const before = readFileSync(file);
    await expect(openTestStore(file, { migrations })).rejects.toMatchObject({
      ...{ code: 'office-newer', details: { reason: NEXT } },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('by its form', async () => {
    const file = await madeFile();
    const store = await openTestStore(file);
    await store.write((writer) => writer.query('PRAGMA user_version = 99'));
    await store.close();
    await expect(openTestStore(file)).rejects.toMatchObject({ code: 'office-newer', details: { reason: 'form 99' } });
  });
});

test('[F2.1] a migration that adds a column or a table below an invoice regenerates the protection', async () => {
  const file = await madeFile();
  const second = withNext(async (runner) => {
    await runner.query('ALTER TABLE invoice ADD COLUMN subtitle TEXT');
    await runner.query(
      'CREATE TABLE entry_note (id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES invoice_entry, text TEXT) STRICT',
    );
    await protectFinalInvoices(runner);
  });
  const store = await openTestStore(file, { migrations: second });
  const write = (sql: string) => store.write((writer) => writer.query(sql));
  await expect(write("UPDATE invoice SET subtitle = 'x'")).rejects.toThrow('final: invoice');
  // Two references away from the invoice.
  await expect(write("INSERT INTO entry_note (entry_id, text) VALUES (1, 'x')")).rejects.toThrow('final: entry_note');
  await store.write(insertDraft);
  expect(await write("INSERT INTO entry_note (entry_id, text) VALUES (2, 'x')")).toBe(1);
});
