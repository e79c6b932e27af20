import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyOffice } from '../../electron/host/office/verify.ts';
import { finaliseDraft, insertDraft, insertRow, seedOffice } from './builders/office.ts';
import { startChild } from './builders/processes.ts';
import { openTestStore, testFolder } from './builders/store.ts';

interface Report {
  numbers: string[];
  found: string[];
  errors: { code: string }[];
}

test('[F2.3] a file that may not grow (ulimit -f): the write is refused as disk-full, everything before it stays', async () => {
  const file = join(testFolder(), 'a.kontor');
  const first = await openTestStore(file);
  await first.write(seedOffice);
  await first.close();

  const limit = Math.ceil(statSync(file).size / 1024) + 700;
  const [report] = (await startChild('fill', [file], { limit }).end()) as [Report];
  expect(report.errors.map(({ code }) => code)).toEqual(['disk-full', 'disk-full', 'disk-full']);
  expect(report.numbers.length).toBeGreaterThan(5);
  expect(report.found).toEqual(report.numbers);

  // There is room again: work goes on with the next number.
  const store = await openTestStore(file);
  expect(await store.write(async (writer) => finaliseDraft(writer, await insertDraft(writer)))).toBe(
    `RE-2026-${String(report.numbers.length + 1).padStart(4, '0')}`,
  );
  expect(await verifyOffice(store)).toMatchObject({ sound: true, invoices: report.numbers.length + 1 });
});

test('a full disk (max_page_count) while the program runs: refused, rolled back, and goes on once there is room', async () => {
  const file = join(testFolder(), 'a.kontor');
  const store = await openTestStore(file, { maximumPages: 100 });
  await store.write(seedOffice);
  const request = (id: string, bytes: number) =>
    store.write((writer) =>
      insertRow(writer, 'request', { id, call: 'x'.repeat(bytes), input_hash: '', record_id: 1, at: '' }),
    );
  await request('ballast', 100_000);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(request('too large', 400_000)).rejects.toMatchObject({ code: 'disk-full' });
  }
  expect(await store.read((reader) => reader.query('SELECT id FROM request'))).toEqual([{ id: 'ballast' }]);
  await store.write((writer) => writer.query("DELETE FROM request WHERE id = 'ballast'"));
  await request('after', 90_000);
  expect(await store.read((reader) => reader.query('SELECT id FROM request'))).toEqual([{ id: 'after' }]);
  expect(await verifyOffice(store)).toMatchObject({ sound: true });
});

test('a full disk at opening: refused as disk-full, the file stays as it was', async () => {
  const file = join(testFolder(), 'a.kontor');
  await expect(openTestStore(file, { maximumPages: 8 })).rejects.toMatchObject({ code: 'disk-full' });
  const store = await openTestStore(file);
  expect(store.isNew).toBe(true);
});
