import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleHost } from '../../../build/lib/host-bundle.ts';
import { RESULTS } from '../../../build/lib/root.ts';

const FOLDER = resolve(RESULTS, `crash-work-${process.pid}`);
let built: Promise<string> | undefined;

/** The child `work` as one file, made once for each process that starts such children. */
export function builtWork(): Promise<string> {
  built ??= bundleHost({ entry: 'tests/crash/children/work.ts', folder: FOLDER }).then(() =>
    resolve(FOLDER, 'work.js'),
  );
  return built;
}

/** For the end of that process. */
export function removeBuiltWork(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
