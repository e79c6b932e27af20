import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { DEFAULT_PREFERENCES } from '#shared/domain/preferences.ts';
import { startOffice, type RunningOffice } from './offices.ts';

interface TestFixtures {
  /** Whether the page stands beside the editor, as at a first start: it costs each invoice as much as all else. */
  showsPage: boolean;
  /** Logged in at the office of this worker, opened, and watched: see `watch`. */
  page: Page;
  /** A page at an office of its own on a new file, for what changes settings or begins at the first start. */
  fresh: { page: Page; office: RunningOffice };
}

/** As `page-panel.ts` keeps it. */
const HIDDEN_PAGE = { isShown: false, width: null, zoom: null };

interface WorkerFixtures {
  /** One host per worker on its own copy of the demo office; tests of a worker share it. */
  office: RunningOffice;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  office: [
    // An empty pattern: Playwright reads from it which fixtures this one needs.
    async ({}, use) => {
      const office = await startOffice('demo');
      await use(office);
      await office.stop();
    },
    { scope: 'worker' },
  ],
  showsPage: [false, { option: true }],
  page: async ({ page, context, office, showsPage }, use) => {
    const problems = watch(context, office.origin);
    await forgetWorkspace(office);
    if (!showsPage) await office.api['workspace.set']({ key: 'page-panel', value: HIDDEN_PAGE });
    await openPage(page, office);
    await use(page);
    expect(problems).toEqual([]);
  },
  fresh: async ({ browser }, use) => {
    const office = await startOffice('new');
    const context = await browser.newContext();
    const problems = watch(context, office.origin);
    const page = await context.newPage();
    await openPage(page, office);
    await use({ page, office });
    await context.close();
    await office.stop();
    expect(problems).toEqual([]);
  },
});
export { expect };

/** Another way to what a test beside it proves: only in `npm run test:long`. */
export const LONG = { tag: '@long' };

/** What the test before left behind, such as the place where its window was closed and the keys that it switched off. */
export async function forgetWorkspace({ api }: RunningOffice): Promise<void> {
  await api['preferences.update'](DEFAULT_PREFERENCES);
  const { values } = await api['workspace.all']({});
  for (const key of Object.keys(values)) await api['workspace.set']({ key, value: null });
}

/** Opens the window of a host, logged in. */
export async function openPage(page: Page, { origin, cookie }: RunningOffice): Promise<void> {
  await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(origin);
}

/** Everything that a clean page does not do: a word in the console, an error, a request to anywhere but its host. */
export function watch(context: BrowserContext, origin: string): string[] {
  const problems: string[] = [];
  const allowed = [`${origin}/`, `${origin.replace('http', 'ws')}/`, 'data:', `blob:${origin}/`];
  const checkAddress = (url: string): void => {
    if (!allowed.some((start) => url.startsWith(start))) problems.push(`request to ${url}`);
  };
  context.on('request', (request) => checkAddress(request.url()));
  context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('page', (page) => {
    page.on('websocket', (socket) => checkAddress(socket.url()));
  });
  return problems;
}
