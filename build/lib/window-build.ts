/** Builds what runs in Electron and in the browser into out/. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNode, tool, type Outcome } from './processes.ts';
import { ROOT } from './root.ts';

const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'build/lib', 'electron.vite.config.ts'];
const MADE_LAST = resolve(ROOT, 'out/renderer/index.html');

/** Main process, preload and window, in this order; the output is quiet unless something is wrong. */
export function buildWindow(): Promise<Outcome> {
  return runNode(tool('electron-vite', ['build', '--logLevel', 'warn']));
}

/** Whether out/ is older than anything that it is made from, or not there. */
export function isBuildDue(): boolean {
  if (!existsSync(MADE_LAST)) return true;
  const built = statSync(MADE_LAST).mtimeMs;
  return SOURCES.some((source) => newest(resolve(ROOT, source)) > built);
}

function newest(path: string): number {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
