import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { insertRow, seedOffice } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { flag } from './convert.ts';
import { CustomerEntity, ProfileEntity, RequestEntity } from './entities/index.ts';
import type { Store } from './open.ts';
import { assertRuntime } from './sqlite.ts';

async function newStore(): Promise<Store> {
  const store = await openTestStore(join(testFolder(), 'a.kontor'));
  await store.write(seedOffice);
  return store;
}

const request = (id: string) => ({ id, call: 'a', inputHash: 'b', recordId: 1, at: 'c' });
const requestIds = (store: Store) =>
  store.read(async (reader) => (await reader.find(RequestEntity, { order: { id: 'ASC' } })).map(({ id }) => id));

test('the live connection is durable and strict', async () => {
  const store = await newStore();
  const pragma = (name: string) =>
    store.write(
      async (writer) => Object.values((await writer.query<object[]>(`PRAGMA ${name}`))[0] ?? {})[0] as unknown,
    );
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('locking_mode')).toBe('exclusive');
  expect(await pragma('foreign_keys')).toBe(1);
  expect(await pragma('recursive_triggers')).toBe(1);
  expect(await pragma('auto_vacuum')).toBe(2);
  expect(await pragma('trusted_schema')).toBe(0);
  expect(await pragma('cell_size_check')).toBe(1);
  expect(await pragma('fullfsync')).toBe(1);
  expect(await pragma('application_id')).toBe(0x4b4f4e54);
  expect(await pragma('busy_timeout')).toBe(0);
});

describe('transactions', () => {
  test('overlapping writes stay apart: the failed one leaves nothing, the others everything', async () => {
    const store = await newStore();
    const write = (id: string, fails: boolean) =>
      store.write(async (writer) => {
        await writer.insert(RequestEntity, request(`${id}1`));
        await tick();
        if (fails) throw new Error('no');
        await writer.insert(RequestEntity, request(`${id}2`));
      });
    const outcomes = await Promise.allSettled([write('a', false), write('b', true), write('c', false)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await requestIds(store)).toEqual(['a1', 'a2', 'c1', 'c2']);
  });

  test('a read sees nothing of a write that is not done', async () => {
    const store = await newStore();
    const writing = store.write(async (writer) => {
      await writer.insert(RequestEntity, request('a'));
      await tick();
      throw new Error('no');
    });
    const reading = requestIds(store);
    await expect(writing).rejects.toThrow('no');
    expect(await reading).toEqual([]);
  });

  test('save and nested transactions take part in the one transaction', async () => {
    const store = await newStore();
    const writing = store.write(async (writer) => {
      await writer.save(RequestEntity, request('a'));
      await writer.transaction((inner) => inner.insert(RequestEntity, request('b')));
      throw new Error('no');
    });
    await expect(writing).rejects.toThrow('no');
    expect(await requestIds(store)).toEqual([]);
  });

  test('a transaction that SQLite has rolled back by itself does not disturb the next one', async () => {
    const store = await newStore();
    await store.write((writer) => writer.insert(RequestEntity, request('a')));
    const conflict = store.write(async (writer) => {
      await writer.insert(RequestEntity, request('b'));
      await writer.query("INSERT OR ROLLBACK INTO request VALUES ('a', '', '', 1, '')");
    });
    await expect(conflict).rejects.toThrow('UNIQUE');
    const failing = store.write(async (writer) => {
      await writer.insert(RequestEntity, request('c'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await requestIds(store)).toEqual(['a']);
  });

  test('a read that writes is refused', async () => {
    const store = await newStore();
    await expect(store.read((reader) => reader.query("UPDATE profile SET name = 'x'"))).rejects.toThrow(
      'may not write',
    );
    // The same statement, prepared and allowed in a write before, is refused too.
    await store.write((writer) => writer.query("UPDATE profile SET phone = 'x'"));
    await expect(store.read((reader) => reader.query("UPDATE profile SET phone = 'x'"))).rejects.toThrow(
      'may not write',
    );
    expect(await store.read((reader) => reader.findOneBy(ProfileEntity, { id: 1 }))).toMatchObject({ phone: 'x' });
  });

  test('an error of the work comes through as it is', async () => {
    const store = await newStore();
    const error = new RangeError('mine');
    await expect(store.write(() => Promise.reject(error))).rejects.toBe(error);
    await expect(store.read(() => Promise.reject(error))).rejects.toBe(error);
  });

  test('a slow statement is logged without its parameters', async () => {
    const messages: string[] = [];
    const store = await openTestStore(join(testFolder(), 'a.kontor'), { log: (message) => messages.push(message) });
    const counting =
      'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) FROM n WHERE i <> ?';
    await store.read((reader) => reader.query(counting, [-123456]), 'slow one');
    expect(messages.join('\n')).toMatch(/slow: WITH RECURSIVE[\s\S]*slow: slow one held the gate/);
    expect(messages.join('\n')).not.toContain('123456');
  });
});

describe('facts about STRICT tables that repositories rely on', () => {
  test('what has the wrong type is refused, not bent', async () => {
    const store = await newStore();
    const update = (column: string, value: unknown) =>
      store.write((writer) => writer.query(`UPDATE customer SET "${column}" = ?`, [value]));
    await expect(update('due_days', 'many')).rejects.toThrow('cannot store TEXT value in INTEGER column');
    await expect(update('due_days', 1.5)).rejects.toThrow('cannot store REAL value in INTEGER column');
    await expect(update('due_days', 3651)).rejects.toThrow('CHECK');
    await expect(update('currency', 'JPY')).rejects.toThrow('CHECK');
    await expect(update('name', null)).rejects.toThrow('NOT NULL');
    await expect(update('changed_at', '2026-11-21')).rejects.toThrow('CHECK');
    await expect(update('skonto_days', 5)).rejects.toThrow('CHECK');
  });

  test('a number in a TEXT column becomes text with a decimal place', async () => {
    const store = await newStore();
    await store.write((writer) => writer.query('UPDATE customer SET email = ?', [12]));
    expect(await store.read((reader) => reader.findOneBy(CustomerEntity, { id: 1 }))).toMatchObject({ email: '12.0' });
  });

  test('a row that others refer to stays, and flags are 0 and 1', async () => {
    const store = await newStore();
    await expect(store.write((writer) => writer.delete(ProfileEntity, { id: 1 }))).rejects.toThrow('FOREIGN KEY');
    await store.write((writer) => writer.update(CustomerEntity, { id: 1 }, { archived: flag.to(true) }));
    const customer = await store.read((reader) => reader.findOneByOrFail(CustomerEntity, { id: 1 }));
    expect(flag.from(customer.archived)).toBe(true);
    expect(flag.from(flag.to(false))).toBe(false);
  });

  test('every table of ours is STRICT', async () => {
    const store = await newStore();
    const tables = await store.read((reader) =>
      reader.query<{ name: string }[]>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
      ),
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(['migrations', 'sqlite_schema', 'sqlite_sequence']);
  });

  test('blobs of every length come back byte by byte', async () => {
    const store = await newStore();
    for (const content of [Buffer.alloc(0), Buffer.from([0, 1, 255]), Buffer.alloc(100_000, 7)]) {
      const hash = String(content.length).padStart(64, '0');
      await store.write((writer) => insertRow(writer, 'stored_file', { hash, size: content.length, content }));
      const rows = await store.read((reader) =>
        reader.query<{ content: Uint8Array }[]>('SELECT content FROM stored_file WHERE hash = ?', [hash]),
      );
      expect(Buffer.compare(Buffer.from(rows[0]?.content ?? []), content)).toBe(0);
      expect(rows).toHaveLength(1);
    }
  });
});

describe('backup', () => {
  test('is whole and opens, though writing goes on meanwhile', async () => {
    const folder = testFolder();
    const store = await openTestStore(join(folder, 'a.kontor'));
    await store.write(seedOffice);
    const content = Buffer.alloc(20_000_000, 1);
    await store.write((writer) =>
      insertRow(writer, 'stored_file', { hash: '0'.repeat(64), size: content.length, content }),
    );
    const target = join(folder, 'copy.kontor');
    const backup = store.backup(target);
    for (let count = 0; count < 20; count += 1) {
      await store.write(async (writer) => {
        await writer.insert(RequestEntity, request(`${count}a`));
        await tick();
        await writer.insert(RequestEntity, request(`${count}b`));
      });
    }
    await backup;
    const copy = await openTestStore(target);
    const ids = await requestIds(copy);
    // Never half a transaction.
    expect(ids.filter((id) => id.endsWith('a'))).toHaveLength(ids.filter((id) => id.endsWith('b')).length);
    expect(await copy.read((reader) => reader.query('PRAGMA integrity_check'))).toEqual([{ integrity_check: 'ok' }]);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('closing waits for it; one that cannot be written leaves nothing', async () => {
    const folder = testFolder();
    const store = await openTestStore(join(folder, 'a.kontor'));
    const backup = store.backup(join(folder, 'copy.kontor'));
    await store.close();
    await backup;
    expect(existsSync(join(folder, 'copy.kontor'))).toBe(true);
    const again = await openTestStore(join(folder, 'a.kontor'));
    await expect(again.backup(join(folder, 'missing', 'copy.kontor'))).rejects.toThrow('directory does not exist');
  });
});

test('a runtime on which better-sqlite3 would crash is refused in words', () => {
  expect(() => assertRuntime('20.18.1', '9', undefined)).toThrow('needs Node 24');
  expect(() => assertRuntime('22.1.0', '10', undefined)).toThrow('this is Node 22.1.0');
  expect(() => assertRuntime('20.18.1', '9', '33.2.1')).toThrow('Node-API 9');
  expect(assertRuntime('24.21.0', '10', undefined)).toBeUndefined();
  expect(assertRuntime('22.20.0', '10', '45.4.1')).toBeUndefined();
});
