import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from '../../../tests/crash/builders/processes.ts';
import { AT } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { notePath } from './lock-note.ts';

const inUse = (user: string, machine: string, since: string) => ({
  name: 'StoreError',
  code: 'office-in-use',
  details: { user, machine, since },
});

test('a second process is refused at once, with who, where and since when', async () => {
  const file = join(testFolder(), 'a.kontor');
  const store = await openTestStore(file);
  expect(await startChild('attempt', [file]).next()).toMatchObject(inUse('anna', 'buero', AT));
  // The refusal has not loosened the lock: closing a second descriptor could.
  expect(await startChild('attempt', [file]).next()).toMatchObject(inUse('anna', 'buero', AT));
  expect(await store.read((reader) => reader.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
});

test('a second opener in the same process is refused too and does not loosen the lock', async () => {
  const file = join(testFolder(), 'a.kontor');
  await openTestStore(file);
  await expect(openTestStore(file)).rejects.toMatchObject(inUse('anna', 'buero', AT));
  await expect(openTestStore(join(file, '..', '.', 'a.kontor'))).rejects.toMatchObject({ code: 'office-in-use' });
  expect(await startChild('attempt', [file]).next()).toMatchObject(inUse('anna', 'buero', AT));
});

test('after kill -9 of the first the file opens at once, whatever its note says', async () => {
  const file = join(testFolder(), 'a.kontor');
  const holder = startChild('hold', [file]);
  expect(await holder.next()).toBe('open');
  await expect(openTestStore(file)).rejects.toMatchObject({
    code: 'office-in-use',
    details: { user: 'kind', machine: 'test' },
  });
  await holder.kill();
  expect(existsSync(notePath(file))).toBe(true);
  const store = await openTestStore(file);
  expect(store.isNew).toBe(false);
  const note: unknown = JSON.parse(readFileSync(notePath(file), 'utf8'));
  expect(note).toEqual({ user: 'anna', machine: 'buero', since: AT, pid: process.pid });
});

test('closing gives the file up and takes the note away', async () => {
  const file = join(testFolder(), 'a.kontor');
  const store = await openTestStore(file);
  expect(existsSync(notePath(file))).toBe(true);
  await store.close();
  await store.close();
  expect(existsSync(notePath(file))).toBe(false);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(await startChild('attempt', [file]).next()).toEqual({ name: 'open' });
});

test('a note that is lost, broken or of a dead process of this machine names nobody', async () => {
  const file = join(testFolder(), 'a.kontor');
  const holder = startChild('hold', [file]);
  await holder.next();
  const notes = [
    '',
    '[]',
    'null',
    '{"user":7}',
    JSON.stringify({ user: 'x', machine: 'buero', since: AT, pid: 2 ** 30 }),
  ];
  for (const note of notes) {
    writeFileSync(notePath(file), note);
    await expect(openTestStore(file)).rejects.toMatchObject(inUse('', '', ''));
  }
  writeFileSync(notePath(file), JSON.stringify({ user: 'x', machine: 'laden', since: AT, pid: 2 ** 30 }));
  await expect(openTestStore(file)).rejects.toMatchObject(inUse('x', 'laden', AT));
  await holder.kill();
  expect(await openTestStore(file)).toMatchObject({ isNew: false });
});
