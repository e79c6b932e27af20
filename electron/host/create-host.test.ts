import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestOffice, testClock, testFolder } from '../../tests/builders/office.ts';
import { openStore } from './store/open.ts';
import { sqliteModule } from './store/sqlite.ts';

test('a file whose first opening ended between tables and content becomes an office with the next one', async () => {
  const file = join(testFolder(), 'office.kontor');
  const identity = { user: 'Test', machine: 'test-machine' };
  const store = await openStore({ file, sqlite: sqliteModule(), clock: testClock(), identity, log: () => undefined });
  await store.close();
  const { api } = await openTestOffice({ file });
  expect((await api['vatRates.list']({})).rates).toHaveLength(9);
  expect(await api['office.verify']({})).toMatchObject({ sound: true });
});

test('when the disk is full at the first opening, it says so, gives the file up, and works once there is room', async () => {
  const refused: unknown[] = [];
  // Each limit stops the first opening at another place: in the middle of the tables, or of the content.
  for (const maximumPages of [20, 40, 44, 46, 47, 48]) {
    const file = join(testFolder(), 'office.kontor');
    await openTestOffice({ file, maximumPages }).catch((error: unknown) => refused.push(error));
    const { api } = await openTestOffice({ file });
    expect((await api['profiles.list']({})).profiles).toHaveLength(1);
  }
  expect(refused.length).toBeGreaterThanOrEqual(5);
  for (const error of refused) expect(error).toMatchObject({ code: 'disk-full' });
});
