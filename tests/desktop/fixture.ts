import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findElectron } from '../../build/lib/electron.ts';
import { copySeed } from '../e2e/offices.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const runtime = findElectron();
// Playwright starts the package `electron`, and so holds the start back until it is connected; with a path of its own it
// would race with the first window.
if (runtime?.isTestRuntime) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(runtime.executable);

/** The desktop application, started. */
export interface Desktop {
  app: ElectronApplication;
  /** Data folder of its own: preferences, log, lock of the single instance. */
  folder: string;
  /** Everything that was logged so far. */
  log: () => Promise<string>;
}

/** How the built application is started on this data folder; `args` are files and switches of Chromium. */
function command(folder: string, args: string[]): { args: string[]; env: Record<string, string> } {
  if (runtime === null) throw new Error('no Electron for tests: npm test brings one');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
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
  const { args: all, env } = command(folder, args);
  const [code] = (await once(spawn(runtime?.executable ?? '', all, { env, stdio: 'ignore' }), 'exit')) as [
    number | null,
  ];
  return code;
}

/** Starts the built application on this data folder with these arguments. */
export async function startDesktop(folder: string, args: string[]): Promise<Desktop> {
  const app = await _electron.launch(command(folder, args));
  return {
    app,
    folder,
    log: async () => {
      const file = join(folder, 'logs/kontor.log');
      return existsSync(file) ? readFile(file, 'utf8') : '';
    },
  };
}

interface Fixtures {
  /** Arguments of the start; null is a copy of the demo office. */
  arguments: string[] | null;
  /** Open on a copy of the demo office, or as its arguments say. */
  desktop: Desktop;
  page: Page;
  /** What the page said in its console; a test that provokes something empties it. */
  console: string[];
}

export const test = base.extend<Fixtures>({
  arguments: [null, { option: true }],
  desktop: async ({ arguments: args }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kontor-desktop-'));
    const desktop = await startDesktop(folder, args ?? [await copySeed(folder)]);
    await use(desktop);
    await desktop.app.close();
    await rm(folder, { recursive: true, force: true });
  },
  console: async ({ desktop }, use) => {
    const lines: string[] = [];
    const page = await desktop.app.firstWindow();
    page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
    await use(lines);
    expect(lines).toEqual([]);
  },
  page: async ({ desktop, console: lines }, use) => {
    const page = await desktop.app.firstWindow();
    await expect(page.locator('#content')).toBeVisible();
    expect(lines).toEqual([]);
    await use(page);
  },
});
export { expect };
