import type { Bridge } from '#shared/contract/wire.ts';
import { expect, lookingTest as test } from './fixture.ts';

declare global {
  interface Window {
    kontor: Bridge;
  }
}

test('starts with the office that it was given, and the list shows its invoices', async ({ desktop, page }) => {
  expect(page.url()).toMatch(/^app:\/\/kontor\//);
  const reply = await page.evaluate(() => window.kontor.call('invoices.list', {}));
  expect(reply).toMatchObject({ ok: true });
  expect(await desktop.log()).not.toContain('[error]');
});

test('renders a document in the bundled worker thread, and bytes cross the bridge as they are', async ({ page }) => {
  const facts = await page.evaluate(async () => {
    const { kontor } = window;
    const list = (await kontor.call('invoices.list', { filter: { statuses: ['draft'] } })) as {
      data: { rows: { id: number }[] };
    };
    const reply = await kontor.call('invoices.pdf', { id: list.data.rows[0]?.id });
    if (!reply.ok) return { failed: reply.message };
    const { content } = reply.data as { content: Uint8Array };
    return {
      isBytes: content instanceof Uint8Array,
      start: String.fromCharCode(...content.slice(0, 5)),
      ownMemory: content.byteLength === content.buffer.byteLength,
    };
  });
  expect(facts).toEqual({ isBytes: true, start: '%PDF-', ownMemory: true });
});

test('the preload is sandboxed and gives the page two functions', async ({ desktop, page }) => {
  const facts = await page.evaluate(() => ({
    bridge: Object.keys(window.kontor).sort(),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }));
  expect(facts).toEqual({ bridge: ['call', 'on'], node: [] });
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as
      { getLastWebPreferences: () => Record<string, unknown> } | undefined;
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents?.getLastWebPreferences() ?? {};
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
});

test('hears what the host tells and what the menu asks', async ({ desktop, page }) => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    window.kontor.on((event) => heard.push(event));
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  await desktop.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('search')?.click();
  });
  await expect.poll(heard).toContainEqual({ topic: 'command', command: 'search' });
  const customer = { requestId: 'desktop-1', kind: 'business', name: 'Hofladen Behrens GbR' };
  const reply = await page.evaluate((input) => window.kontor.call('customers.create', input), customer);
  expect(reply).toMatchObject({ ok: true });
  await expect.poll(heard).toContainEqual(expect.objectContaining({ topic: 'customers.changed' }));
});

test('the menu is German and has the usual entries and keys', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  const menu = await desktop.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [
      label,
      (submenu?.items ?? []).filter(({ type }) => type !== 'separator').map((item) => item.label),
    ]),
  );
  expect(Object.fromEntries(menu)).toMatchObject({
    Datei: [
      ...['Neue Rechnung', 'Neues Büro …', 'Kontor-Datei öffnen …', 'Zuletzt verwendet', 'Beispielbüro ansehen'],
      ...['Büro schließen', 'Drucken …', 'Beenden'],
    ],
    Bearbeiten: expect.arrayContaining(['Rückgängig', 'Kopieren', 'Einfügen', 'Suchen']),
    Hilfe: expect.arrayContaining(['Über Kontor']),
  });
});

test('the about box names the versions', async ({ desktop, page }) => {
  await expect(page).toHaveTitle(/Kontor/);
  const shown = await desktop.app.evaluate(async ({ dialog, Menu }) => {
    const box = new Promise<unknown>((resolve) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        resolve(args.at(-1));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
    Menu.getApplicationMenu()?.getMenuItemById('about')?.click();
    return box;
  });
  expect(shown).toMatchObject({
    message: 'Kontor 0.1.0',
    detail: expect.stringMatching(/Electron \d+.*Chromium \d+/s),
  });
});
