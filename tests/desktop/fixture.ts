import { test as base, expect, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySeed } from '../e2e/offices.ts';
import { startDesktop, type Desktop } from './application.ts';

interface Fixtures {
  /** Arguments of the start; null is a copy of the demo office. */
  arguments: string[] | null;
  /** Open on a copy of the demo office, or as its arguments say. */
  desktop: Desktop;
  page: Page;
  /** What the page said in its console; a test that provokes something empties it. */
  console: string[];
}

/** Starts the application in a folder of its own, and takes both away after `use`. */
async function withDesktop(args: string[] | null, use: (desktop: Desktop) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-desktop-'));
  const desktop = await startDesktop(folder, args ?? [await copySeed(folder)]);
  await use(desktop);
  await desktop.app.close();
  await rm(folder, { recursive: true, force: true });
}

/** Hears what the page says while `use` runs, and insists that it is nothing. */
async function listening(page: Page, use: (lines: string[]) => Promise<void>): Promise<void> {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
  await use(lines);
  page.removeAllListeners('console').removeAllListeners('pageerror');
  expect(lines).toEqual([]);
}

export const test = base.extend<Fixtures>({
  arguments: [null, { option: true }],
  desktop: ({ arguments: args }, use) => withDesktop(args, use),
  console: async ({ desktop }, use) => listening(await desktop.app.firstWindow(), use),
  page: async ({ desktop, console: lines }, use) => {
    const page = await desktop.app.firstWindow();
    await expect(page.locator('#content')).toBeVisible();
    expect(lines).toEqual([]);
    await use(page);
  },
});

/** For tests that only look: the application of a worker is started once, and its page is loaded anew for each. */
export const lookingTest = base.extend<Pick<Fixtures, 'page'>, Pick<Fixtures, 'desktop'>>({
  desktop: [async ({}, use) => withDesktop(null, use), { scope: 'worker' }],
  page: async ({ desktop }, use) => {
    const page = await desktop.app.firstWindow();
    await listening(page, async () => {
      await expect(page.locator('#content')).toBeVisible();
      await page.reload();
      await expect(page.locator('#content')).toBeVisible();
      await use(page);
    });
  },
});
export { expect };
