/** The built desktop application as a process of its own. */
import { _electron, type ElectronApplication } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findElectron } from '../../build/lib/electron.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The desktop application, started. */
export interface Desktop {
  app: ElectronApplication;
  /** Data folder of its own: preferences, log, lock of the single instance. */
  folder: string;
  /** Everything that was logged so far. */
  log: () => Promise<string>;
}

/** How the built application is started on this data folder; `args` are files and switches of Chromium. */
function command(folder: string, args: string[]): { args: string[]; env: Record<string, string>; executable: string } {
  const runtime = findElectron();
  if (runtime === null) throw new Error('no Electron for tests: npm test brings one');
  // Playwright starts the package `electron`, and so holds the start back until it is connected; with a path of its own it
  // would race with the first window.
  if (runtime.isTestRuntime) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(runtime.executable);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executable: runtime.executable,
    args: [...asRoot, '--disable-gpu', '--lang=de', `--user-data-dir=${folder}`, ROOT, ...args],
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: 'de',
      // A new office goes into the home folder: no test touches that of whoever runs it.
      HOME: folder,
      ...(runtime.isTestRuntime && { KONTOR_SQLITE: join(ROOT, 'build/libsql-as-better-sqlite3.cjs') }),
    },
  };
}

/** Starts the application a second time on a data folder that is in use; its exit code. */
export async function startAgain(folder: string, args: string[]): Promise<number | null> {
  const { executable, args: all, env } = command(folder, args);
  const [code] = (await once(spawn(executable, all, { env, stdio: 'ignore' }), 'exit')) as [number | null];
  return code;
}

/** Starts the built application on this data folder with these arguments. */
export async function startDesktop(folder: string, args: string[]): Promise<Desktop> {
  const { args: all, env } = command(folder, args);
  const app = await _electron.launch({ args: all, env });
  return {
    app,
    folder,
    log: async () => {
      const file = join(folder, 'logs/kontor.log');
      return existsSync(file) ? readFile(file, 'utf8') : '';
    },
  };
}
