import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bridge } from '#shared/contract/wire.ts';
import { copySeed } from '../e2e/offices.ts';
import { startAgain, startDesktop, type Desktop } from './application.ts';
import { expect, test } from './fixture.ts';

declare global {
  interface Window {
    kontor: Bridge;
  }
}

/** Clicks an entry of the native menu. */
async function clickMenu({ app }: Desktop, id: string): Promise<void> {
  await app.evaluate(({ Menu }, entry) => {
    Menu.getApplicationMenu()?.getMenuItemById(entry)?.click();
  }, id);
}

/** Answers the next native dialog for files with this path. */
async function willChoose({ app }: Desktop, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** What `preferences.json` of this data folder holds. */
async function preferences({ folder }: Desktop): Promise<object> {
  return JSON.parse(await readFile(join(folder, 'preferences.json'), 'utf8')) as object;
}

test.describe('the first start', () => {
  test.use({ arguments: [] });

  test('shows the ways to an office and makes nothing on its own', async ({ desktop, page }) => {
    await expect(page.getByRole('heading', { name: 'Willkommen bei Kontor' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Neues Büro anlegen/ })).toBeVisible();
    expect(existsSync(join(desktop.folder, 'Kontor'))).toBe(false);
    const isEnabled = await desktop.app.evaluate(({ Menu }) =>
      ['new-office', 'open-office', 'new-invoice', 'close-office'].map(
        (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled,
      ),
    );
    expect(isEnabled).toEqual([true, true, false, false]);
  });

  test('makes an office in the folder of the native dialog; its lock is free after the end', async ({
    desktop,
    page,
  }) => {
    await clickMenu(desktop, 'new-office');
    const dialog = page.getByRole('dialog', { name: 'Neues Büro anlegen' });
    await dialog.getByLabel('Name des Büros').fill('Kruse');
    await willChoose(desktop, join(desktop.folder, 'Ablage'));
    await dialog.getByRole('button', { name: 'Ordner wählen …' }).click();
    await expect(dialog.getByLabel('Ordner')).toHaveValue(join(desktop.folder, 'Ablage'));
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await expect(page).toHaveURL(/#\/einrichtung/);
    const file = join(desktop.folder, 'Ablage', 'Kruse.kontor');
    expect(existsSync(`${file}.lock.json`)).toBe(true);
    expect(await preferences(desktop)).toMatchObject({ office: file });
    await desktop.app.close();
    expect(existsSync(`${file}.lock.json`)).toBe(false);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('says why a file that it is started with cannot be opened', async ({ desktop, page }) => {
    const foreign = join(desktop.folder, 'foreign.kontor');
    await writeFile(foreign, 'this is no office');
    expect(await startAgain(desktop.folder, [foreign])).toBe(0);
    await expect(page.getByRole('alert')).toContainText('Diese ist keine Kontor-Datei.');
    await expect(page.getByRole('alert')).toContainText(foreign);
    expect(await desktop.log()).not.toContain('foreign.kontor');
  });
});

test('a second start hands its file to the first one and ends; what cannot be opened is said in the window', async ({
  desktop,
  page,
}) => {
  const other = join(desktop.folder, 'Zweites.kontor');
  await cp(join(desktop.folder, 'office.kontor'), other);
  expect(await startAgain(desktop.folder, [other])).toBe(0);
  await expect(page.getByRole('button', { name: 'Büro: Zweites' })).toBeVisible();
  const damaged = join(desktop.folder, 'damaged.kontor');
  await writeFile(damaged, 'this is no office');
  expect(await startAgain(desktop.folder, [damaged])).toBe(0);
  await expect(page.getByRole('alert')).toContainText('damaged.kontor');
  // The office before is still open.
  expect(await page.evaluate(() => window.kontor.call('invoices.list', {}))).toMatchObject({ ok: true });
});

test('opens another office from the menu, lists it there and remembers it for the next start', async ({
  desktop,
  page,
}) => {
  const other = join(desktop.folder, 'Anderes.kontor');
  await cp(join(desktop.folder, 'office.kontor'), other);
  await willChoose(desktop, other);
  await clickMenu(desktop, 'open-office');
  await expect(page.getByRole('button', { name: 'Büro: Anderes' })).toBeVisible();
  expect(await preferences(desktop)).toMatchObject({ office: other });
  const recent = () =>
    desktop.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items ?? []).map(({ label }) => label),
    );
  await expect.poll(recent).toEqual([expect.stringMatching(/^Anderes /), expect.stringMatching(/^office /)]);
  await desktop.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[1]?.click();
  });
  await expect(page.getByRole('button', { name: 'Büro: office' })).toBeVisible();
  await clickMenu(desktop, 'close-office');
  await expect(page.getByRole('heading', { name: 'Willkommen bei Kontor' })).toBeVisible();
});

test('language and theme of the window are those of menu and system dialogs', async ({ desktop, page }) => {
  await page.evaluate(() => window.kontor.call('preferences.update', { language: 'en', theme: 'dark' }));
  await expect(page.locator('.v-application.v-theme--dark')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const shown = () =>
    desktop.app.evaluate(({ Menu, nativeTheme }) => [
      Menu.getApplicationMenu()?.getMenuItemById('open-office')?.label,
      nativeTheme.themeSource,
    ]);
  await expect.poll(shown).toEqual(['Open Kontor file …', 'dark']);
});

test('when the process of the office ends, the window keeps its input and goes on after a restart', async ({
  desktop,
  page,
}) => {
  await page.getByRole('link', { name: 'Kunden' }).click();
  await page.getByRole('button', { name: 'Neuer Kunde' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').first().fill('Hofladen Behrens GbR');
  const asked = desktop.app.evaluate(
    ({ app, dialog: native }) =>
      new Promise<unknown>((resolve) => {
        native.showMessageBox = (...args: unknown[]) => {
          resolve(args.at(-1));
          return Promise.resolve({ response: 0, checkboxChecked: false });
        };
        const office = app.getAppMetrics().find(({ name }) => name === 'Kontor office');
        if (office) process.kill(office.pid, 'SIGKILL');
      }),
  );
  // In flight when the process ends, or after it: answered all the same.
  const replies = page.evaluate(() =>
    Promise.all(Array.from({ length: 5 }, () => window.kontor.call('office.verify', {}))),
  );
  expect(await asked).toMatchObject({
    message: 'Kontor wurde unerwartet unterbrochen.',
    buttons: expect.arrayContaining(['Neu starten']),
  });
  for (const reply of await replies) if (!reply.ok) expect(reply.code).toBe('disconnected');
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog).toHaveCount(0);
  const list = await page.evaluate(() => window.kontor.call('customers.list', { search: 'Hofladen Behrens GbR' }));
  expect(JSON.stringify(list)).toContain('Hofladen Behrens GbR');
  expect(await desktop.log()).toContain('the process of the office ended');
});

test('the next start opens the office of the last time, and the window stands where it stood', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-desktop-'));
  const first = await startDesktop(folder, [await copySeed(folder)]);
  await expect((await first.app.firstWindow()).getByRole('navigation')).toBeVisible();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1100, height: 700 }),
  );
  await first.app.close();
  const second = await startDesktop(folder, []);
  const page = await second.app.firstWindow();
  await expect(page.getByRole('button', { name: 'Büro: office' })).toBeVisible();
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 700 });
  await second.app.close();
  await rm(folder, { recursive: true, force: true });
});
