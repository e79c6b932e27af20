import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Bridge } from '#shared/contract/wire.ts';
import { expect, lookingTest, test } from './fixture.ts';

declare global {
  interface Window {
    kontor: Bridge;
  }
}

test('refuses to leave: navigation, look-alike origins, new windows, frames', async ({
  desktop,
  page,
  console: lines,
}) => {
  for (const address of [
    'https://foreign.example/',
    'app://kontor.foreign.example/',
    'file:///etc/hostname',
    'data:text/html,x',
  ]) {
    await page.evaluate((target) => {
      location.href = target;
    }, address);
  }
  expect(await page.evaluate(() => window.open('https://foreign.example/'))).toBeNull();
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://foreign.example/';
    document.body.append(frame);
  });
  await expect.poll(() => desktop.log()).toContain('refused window.open');
  const refusals = (await desktop.log()).match(/refused navigation/g) ?? [];
  expect(refusals.length).toBeGreaterThanOrEqual(2);
  expect(page.url()).toMatch(/^app:\/\/kontor\//);
  expect(desktop.app.windows()).toHaveLength(1);
  // Asked in the page itself: Playwright would wait for the end of a navigation that never began.
  const isThere: unknown = await desktop.app.evaluate(({ BrowserWindow }): Promise<unknown> | undefined =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.querySelector('nav') !== null"),
  );
  expect(isThere).toBe(true);
  // Chromium says in the console what the policy and it forbid; nobody else does.
  expect(lines.filter((line) => !/Content Security Policy|Not allowed to (load|navigate)/.test(line))).toEqual([]);
  lines.length = 0;
});

test('refuses a redirect to a foreign origin', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  // A server of our own origin that redirects does not exist; so one is put in its place.
  await desktop.app.evaluate(async ({ protocol, BrowserWindow }) => {
    protocol.unhandle('app');
    protocol.handle(
      'app',
      () => new Response(null, { status: 302, headers: { location: 'https://foreign.example/' } }),
    );
    await BrowserWindow.getAllWindows()[0]
      ?.loadURL('app://kontor/moved')
      .catch(() => undefined);
  });
  await expect.poll(() => desktop.log()).toMatch(/refused redirect|cancelled a request to the scheme https/);
  expect(page.url()).not.toContain('foreign.example');
});

test('answers no call of a foreign page or of a frame', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  const root = await desktop.app.evaluate(({ app }) => app.getAppPath());
  const answer = await desktop.app.evaluate(
    async ({ BrowserWindow, session }, preload) => {
      const other = session.fromPartition('foreign');
      const page = '<!doctype html><title>foreign</title>';
      other.protocol.handle('https', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
      const window = new BrowserWindow({ show: false, webPreferences: { preload, session: other } });
      await window.loadURL('https://foreign.example/');
      const reply: unknown = await window.webContents.executeJavaScript("kontor.call('invoices.list', {})");
      window.destroy();
      return reply;
    },
    join(root, 'out/preload/preload.cjs'),
  );
  expect(answer).toMatchObject({ ok: false, code: 'foreign-sender' });
  expect(await desktop.log()).toContain('refused a call of a foreign sender');
});

lookingTest('serves the window with its policy, and nothing from outside of its folder', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  const answers = await desktop.app.evaluate(async ({ net }) => {
    const ask = async (address: string, method = 'GET') => {
      const { status, headers } = await net.fetch(address, { method });
      return [address, status, headers.get('content-security-policy') ?? ''] as const;
    };
    return Promise.all([
      ask('app://kontor/'),
      ask('app://kontor/../../package.json'),
      ask('app://kontor/%2e%2e/%2e%2e/package.json'),
      ask('app://kontor/..%2f..%2fpackage.json'),
      ask('app://other/'),
      ask('app://kontor/gone.js'),
      ask('app://kontor/', 'POST'),
    ]);
  });
  const policy = answers[0]?.[2] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(answers.map(([, status]) => status)).toEqual([200, 404, 404, 403, 404, 404, 405]);
});

test('sends nothing out: every foreign scheme is cancelled, the spell checker is off', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('reached');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const facts = await desktop.app.evaluate(
    async ({ net, session }, address) => ({
      answer: await net.fetch(address).then(
        () => 'reached',
        () => 'cancelled',
      ),
      spellChecker: session.defaultSession.isSpellCheckerEnabled(),
    }),
    `http://127.0.0.1:${port}/`,
  );
  server.close();
  expect(facts).toEqual({ answer: 'cancelled', spellChecker: false });
  expect(requests).toEqual([]);
  expect(await desktop.log()).toContain('cancelled a request to the scheme http');
});

lookingTest('grants no permission but to copy text', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
