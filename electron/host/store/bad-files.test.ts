import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { finaliseDraft, insertDraft, seedOffice } from '../../../tests/crash/builders/office.ts';
import { startChild } from '../../../tests/crash/builders/processes.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { verifyOffice } from '../office/verify.ts';
import { assertUndamaged } from './damage.ts';

const PAGE = 4096;
const INVOICES = 40;

/** A closed file with invoices. */
async function madeFile(): Promise<string> {
  const file = join(testFolder(), 'a.kontor');
  const store = await openTestStore(file);
  await store.write(async (writer) => {
    await seedOffice(writer);
    for (let count = 0; count < INVOICES; count += 1) await finaliseDraft(writer, await insertDraft(writer));
  });
  await store.close();
  return file;
}

function overwrite(file: string, position: number, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

/** Noise that is the same in every run. */
function noise(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => (index * 167 + (index >> 3) * 31 + 13) % 256));
}

const refusal = (file: string) =>
  openTestStore(file).then(
    () => 'opened',
    (error: unknown) => (error as { code?: unknown }).code ?? String(error),
  );

describe('a damaged file is refused and left as it is', () => {
  test.each([
    ['its first bytes', 0, 16],
    ['its header behind the first bytes', 16, 50],
    ['its first page behind the header', 100, PAGE - 100],
  ])('noise in %s', async (_where, position, length) => {
    const file = await madeFile();
    overwrite(file, position, noise(length));
    const before = readFileSync(file);
    expect(await refusal(file)).toBe('office-damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('noise over the whole header: the file cannot be told from a foreign one', async () => {
    const file = await madeFile();
    overwrite(file, 0, noise(100));
    await expect(openTestStore(file)).rejects.toThrow('is not a Kontor file, or its beginning is destroyed');
  });

  const smallTables = ['invoice', 'invoice_by_title', 'invoice_entry', 'migrations'];
  const largeTables = ['journal', 'stored_file', 'invoice_snapshot'];

  /** The outcome of `look` at the file when the first page of a table or index is noise. */
  async function outcomes<T>(names: string[], look: (file: string) => Promise<T>): Promise<T[]> {
    const file = await madeFile();
    const database = new Database(file);
    const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
    const pages = names.map((name) => root.get(name) as number);
    database.close();
    const sound = readFileSync(file);
    const found: T[] = [];
    for (const page of pages) {
      writeFileSync(file, sound);
      overwrite(file, (page - 1) * PAGE, noise(PAGE));
      found.push(await look(file));
    }
    return found;
  }

  test('noise in the middle: wherever the tables are hit, opening refuses', async () => {
    const names = [...smallTables, ...largeTables];
    expect(await outcomes(names, refusal)).toEqual(names.map(() => 'office-damaged'));
  });

  test('of a large file the tables that make it large are left to office.verify', async () => {
    const look = async (file: string) => {
      const database = new Database(file);
      try {
        assertUndamaged(database, file, 0);
        return 'passed';
      } catch (error) {
        return (error as { code?: unknown }).code;
      } finally {
        database.close();
      }
    };
    expect(await outcomes(smallTables, look)).toEqual(smallTables.map(() => 'office-damaged'));
    expect(await outcomes(largeTables, look)).toEqual(largeTables.map(() => 'passed'));
  });

  test('noise inside a stored document: opens, and office.verify names the invoice', async () => {
    const file = await madeFile();
    overwrite(file, readFileSync(file).indexOf('%PDF of RE-2026-0007') + 3000, noise(20));
    const store = await openTestStore(file);
    const { sound, damages } = await verifyOffice(store);
    expect(sound).toBe(false);
    expect(damages).toEqual([{ rule: 'file-hash', record: 'invoice', recordId: 7, detail: 'pdf' }]);
  });

  test.each([1, 10, PAGE, 5 * PAGE + 7])('cut by %d bytes at its end', async (bytes) => {
    const file = await madeFile();
    truncateSync(file, statSync(file).size - bytes);
    expect(await refusal(file)).toBe('office-damaged');
  });

  test('cut to its first bytes', async () => {
    const file = await madeFile();
    truncateSync(file, PAGE / 2);
    expect(await refusal(file)).toBe('office-damaged');
    truncateSync(file, 50);
    expect(await refusal(file)).toBe('office-foreign');
  });
});

describe('what is no Kontor file is refused and left as it is', () => {
  test.each([
    ['text', 'Rechnungen 2026\n'],
    ['long text', 'Rechnungen 2026\n'.repeat(1000)],
    ['one byte', 'x'],
  ])('%s', async (_what, content) => {
    const file = join(testFolder(), 'a.kontor');
    writeFileSync(file, content);
    expect(await refusal(file)).toBe('office-foreign');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  test("another program's SQLite file, also one without tables", async () => {
    const file = join(testFolder(), 'a.kontor');
    const database = new Database(file);
    database.pragma('user_version = 3');
    database.close();
    expect(await refusal(file)).toBe('office-foreign');
    const again = new Database(file);
    again.exec('CREATE TABLE invoice (id INTEGER PRIMARY KEY)');
    again.close();
    const before = readFileSync(file);
    expect(await refusal(file)).toBe('office-foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a folder', async () => {
    const folder = join(testFolder(), 'a.kontor');
    mkdirSync(folder);
    expect(await refusal(folder)).toBe('office-foreign');
  });

  test('an empty file is a new one', async () => {
    const file = join(testFolder(), 'a.kontor');
    writeFileSync(file, '');
    const store = await openTestStore(file);
    expect(store.isNew).toBe(true);
    expect(await verifyOffice(store)).toMatchObject({ sound: true });
  });
});

describe('without permission to write', () => {
  const NOBODY = 65534;
  const isRoot = process.getuid?.() === 0;
  /** Root is asked no permission, so the child gives up being root. */
  const attempt = (file: string) => startChild('attempt', isRoot ? [file, String(NOBODY)] : [file]).next();

  test('a folder that may not be written to is refused, whether the file is there or not', async () => {
    const file = await madeFile();
    chmodSync(file, 0o666);
    chmodSync(join(file, '..'), 0o555);
    const message = `no permission to write to ${join(file, '..')}`;
    const refused = { name: 'StoreError', code: 'office-not-writable', message };
    expect(await attempt(file)).toMatchObject(refused);
    expect(await attempt(join(file, '..', 'new.kontor'))).toMatchObject(refused);
    chmodSync(join(file, '..'), 0o777);
    expect(await attempt(file)).toEqual({ name: 'open' });
  });

  test('a file that may not be written to is refused', async () => {
    const file = await madeFile();
    chmodSync(join(file, '..'), 0o777);
    chmodSync(file, 0o444);
    expect(await attempt(file)).toMatchObject({
      code: 'office-not-writable',
      message: expect.stringContaining('permission') as string,
    });
    chmodSync(file, 0o666);
    expect(await attempt(file)).toEqual({ name: 'open' });
  });

  test('a folder that may not be looked into, or is not there, is refused', async () => {
    const file = await madeFile();
    chmodSync(join(file, '..'), 0o000);
    expect(await attempt(file)).toMatchObject({ code: 'office-not-writable' });
    chmodSync(join(file, '..'), 0o755);
    expect(await refusal(join(testFolder(), 'missing', 'a.kontor'))).toBe('office-not-writable');
  });
});
