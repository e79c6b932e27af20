import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyOffice } from '../../electron/host/office/verify.ts';
import { seedOffice } from './builders/office.ts';
import { startChild } from './builders/processes.ts';
import { openTestStore, testFolder } from './builders/store.ts';

const KILLS = process.env['KONTOR_LONG'] === '1' ? 200 : 10;
/** Longest time of a writer, in milliseconds. No test waits for it: it only spreads the moments of the kills. */
const LIFETIME = 150;

test(`[F2.3] ${KILLS} kills at random moments: nothing acknowledged is lost, no number is missing or double`, async () => {
  const file = join(testFolder(), 'a.kontor');
  const first = await openTestStore(file);
  await first.write(seedOffice);
  await first.close();

  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startChild('finalise', [file]);
    // That it opens at all is the recovery after the kill before.
    expect(await child.next()).toBe('open');
    // Every second child is killed while it may still be at its first invoice.
    if (kill % 2 === 0) await child.next();
    await pause(Math.random() * LIFETIME);
    await child.kill();
    acknowledged.push(...child.said.filter((line): line is string => line !== 'open'));
  }

  const store = await openTestStore(file);
  const rows = await store.read((reader) =>
    reader.query<{ number: string }[]>("SELECT number FROM invoice WHERE status <> 'draft' ORDER BY id"),
  );
  const numbers = rows.map(({ number }) => number);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS / 2);
  expect(numbers).toEqual(expect.arrayContaining(acknowledged));
  // At most one a kill was written and not yet acknowledged.
  expect(numbers.length - acknowledged.length).toBeLessThanOrEqual(KILLS);
  expect(numbers).toEqual(numbers.map((_, index) => `RE-2026-${String(index + 1).padStart(4, '0')}`));
  expect(await verifyOffice(store)).toMatchObject({ sound: true, invoices: numbers.length, damages: [] });
});
