import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SEED_VARIABLE } from './offices.ts';
import { foreignIn, PROXY_VARIABLE, startRecordingProxy } from './recording-proxy.ts';

/**
 * Once per run: the office that tests work on copies of, made through the command line as a user would, and the proxy that
 * every browser goes through. Returns how the run ends: what was asked of any other host fails it.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-seed-'));
  const kontor = resolve(import.meta.dirname, '../../bin/kontor.mjs');
  execFileSync(process.execPath, [kontor, 'demo', '--data', folder, '--out', join(folder, 'out')]);
  process.env[SEED_VARIABLE] = folder;
  const proxy = await startRecordingProxy();
  process.env[PROXY_VARIABLE] = proxy.address;
  return async () => {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
    const foreign = foreignIn(proxy.asked());
    if (foreign.length > 0) throw new Error(`the window asked for something outside: ${foreign.join(', ')}`);
  };
}
