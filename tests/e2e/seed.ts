import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SEED_VARIABLE } from './offices.ts';

/** Makes the office that tests work on copies of, through the command line as a user would. Returns how to remove it. */
export function makeSeed(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-seed-'));
  const kontor = resolve(import.meta.dirname, '../../bin/kontor.mjs');
  execFileSync(process.execPath, [kontor, 'demo', '--data', folder, '--out', join(folder, 'out')]);
  process.env[SEED_VARIABLE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
