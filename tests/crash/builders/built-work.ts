import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleHost } from '../../../build/lib/host-bundle.ts';
import { RESULTS } from '../../../build/lib/root.ts';

let built: Promise<string> | undefined;

/** The child `work` as one file, made once for each process that starts such children. */
export function builtWork(): Promise<string> {
  const folder = resolve(RESULTS, `crash-work-${process.pid}`);
  if (!built) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  built ??= bundleHost({ entry: 'tests/crash/children/work.ts', folder }).then(() => resolve(folder, 'work.js'));
  return built;
}
