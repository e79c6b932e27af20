import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../electron/host/platform.ts';
import { openStore, type Store, type StoreOptions } from '../../../electron/host/store/open.ts';
import { sqliteModule } from '../../../electron/host/store/sqlite.ts';
import { AT } from './office.ts';

export const testClock: Clock = { now: () => AT, today: () => AT.slice(0, 10) };
export const testIdentity = { user: 'anna', machine: 'buero' };

/** A folder that is gone after the test; others may look into it, as the tests of permissions need. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-store-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a store that is closed after the test. */
export async function openTestStore(file: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({
    file,
    sqlite: sqliteModule(),
    clock: testClock,
    identity: testIdentity,
    log: () => undefined,
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}
