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
