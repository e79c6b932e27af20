import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, openPage, test as officeTest, watch } from './fixture.ts';
import { copySeed, startOffice, type RunningOffice } from './offices.ts';

/** A host without an office, as at the first start, and a page on it. */
const test = officeTest.extend<{ start: { page: Page; host: RunningOffice } }>({
  start: async ({ browser }, use) => {
    const host = await startOffice('none');
    const context = await browser.newContext();
    const problems = watch(context, host.origin);
    const page = await context.newPage();
    await openPage(page, host);
    await use({ page, host });
    await context.close();
    await host.stop();
    expect(problems).toEqual([]);
  },
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

async function newOffice(page: Page, name: string): Promise<void> {
  const dialog = dialogOf(page, 'Neues Büro anlegen');
  await dialog.getByLabel('Name des Büros').fill(name);
  await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
}

async function openPath(page: Page, path: string): Promise<void> {
  const dialog = dialogOf(page, 'Kontor-Datei öffnen');
  await dialog.getByLabel('Ort der Datei').fill(path);
  await dialog.getByRole('button', { name: 'Öffnen', exact: true }).click();
}

test('the first start offers three ways and makes nothing on its own', async ({ start: { page, host } }) => {
  await expect(page.getByRole('heading', { name: 'Willkommen bei Kontor' })).toBeVisible();
  await expect(page).toHaveTitle('Willkommen bei Kontor · Kontor');
  for (const name of [/^Neues Büro anlegen/, /^Kontor-Datei öffnen/, /^Beispielbüro ansehen/]) {
    await expect(button(page, name)).toBeEnabled();
  }
  expect(existsSync(join(host.folder, 'Kontor'))).toBe(false);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expectAccessible(page);
});

test(
  'a new office leads to the set-up, and is among the recent ones afterwards',
  LONG,
  async ({ start: { page, host } }) => {
    await button(page, /^Neues Büro anlegen/).click();
    const dialog = dialogOf(page, 'Neues Büro anlegen');
    await expect(dialog.getByLabel('Name des Büros')).toBeFocused();
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await expect(dialog.getByText('Bitte füllen Sie das Feld „Name“ aus.')).toBeVisible();
    await dialog.getByLabel('Name des Büros').fill('Büro: Kruse');
    const file = join(host.folder, 'Kontor', 'Büro- Kruse.kontor');
    await expect(dialog.getByText(file)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/#\/einrichtung/);
    expect(existsSync(file)).toBe(true);
    await expect(button(page, 'Büro: Büro- Kruse')).toBeVisible();
    await expect(page.getByText('Nichts davon ist echt')).toHaveCount(0);

    await button(page, 'Büro: Büro- Kruse').click();
    await page.getByRole('menuitem', { name: 'Büro schließen' }).click();
    await expect(page.getByRole('heading', { name: 'Zuletzt verwendet' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Büro- Kruse', exact: true }).click();
    await expect(page).toHaveURL(/#\/einrichtung/);
  },
);

test(
  'a name that is taken is refused at its field, and nothing typed is lost',
  LONG,
  async ({ start: { page, host } }) => {
    await mkdir(join(host.folder, 'Kontor'));
    await writeFile(join(host.folder, 'Kontor', 'Büro.kontor'), 'precious');
    await button(page, /^Neues Büro anlegen/).click();
    await newOffice(page, 'Büro');
    const dialog = dialogOf(page, 'Neues Büro anlegen');
    await expect(dialog.getByText('Bitte wählen Sie einen anderen Namen.')).toBeVisible();
    await expect(dialog.getByLabel('Name des Büros')).toHaveValue('Büro');
    await dialog.getByLabel('Ordner').fill('Kontor');
    await newOffice(page, 'Anderes');
    await expect(dialog.getByText('den ganzen Pfad')).toBeVisible();
    expect(await readFile(join(host.folder, 'Kontor', 'Büro.kontor'), 'utf8')).toBe('precious');
  },
);

test(
  'a synchronised folder is warned about by name, and the choice is the user’s',
  LONG,
  async ({ start: { page, host } }) => {
    await button(page, /^Neues Büro anlegen/).click();
    const dialog = dialogOf(page, 'Neues Büro anlegen');
    await dialog.getByLabel('Ordner').fill(join(host.folder, 'Nextcloud'));
    await newOffice(page, 'Kruse');
    const warning = page.getByRole('alertdialog', { name: 'Nextcloud gleicht diesen Ordner ab' });
    await expect(warning.getByRole('button', { name: 'Anderen Ordner wählen' })).toBeFocused();
    await expectAccessible(page);
    await warning.getByRole('button', { name: 'Anderen Ordner wählen' }).click();
    await expect(dialog.getByLabel('Name des Büros')).toHaveValue('Kruse');
    expect(existsSync(join(host.folder, 'Nextcloud'))).toBe(false);
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await warning.getByRole('button', { name: 'Trotzdem hier anlegen' }).click();
    await expect(page).toHaveURL(/#\/einrichtung/);
    expect(existsSync(join(host.folder, 'Nextcloud', 'Kruse.kontor'))).toBe(true);
  },
);

test(
  'a file is opened by its path; what cannot be opened is said at the field',
  LONG,
  async ({ start: { page, host } }) => {
    const file = await copySeed(host.folder);
    const whole = await readFile(file);
    await writeFile(join(host.folder, 'foreign.kontor'), 'a letter, and no office at all'.repeat(9));
    await writeFile(
      join(host.folder, 'damaged.kontor'),
      Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(40_000, 7)]),
    );
    await button(page, /^Kontor-Datei öffnen/).click();
    const dialog = dialogOf(page, 'Kontor-Datei öffnen');
    await openPath(page, 'office.kontor');
    await expect(dialog.getByText('den ganzen Pfad')).toBeVisible();
    await openPath(page, join(host.folder, 'gone.kontor'));
    await expect(dialog.getByText('Bitte prüfen Sie, ob die Datei verschoben')).toBeVisible();
    await expect(dialog.getByLabel('Ort der Datei')).toBeFocused();
    await expectAccessible(page);
    await openPath(page, join(host.folder, 'foreign.kontor'));
    await expect(dialog.getByText('Diese ist keine Kontor-Datei.')).toBeVisible();
    await openPath(page, join(host.folder, 'damaged.kontor'));
    await expect(dialog.getByText('Die Datei ist beschädigt')).toBeVisible();
    await openPath(page, file);
    await expect(page).toHaveURL(/#\/rechnungen/);
    await expect(page.getByRole('heading', { name: 'Rechnungen' })).toBeVisible();
  },
);

test('a recent file that is gone says so and can be taken off the list', LONG, async ({ start: { page, host } }) => {
  const { open } = await host.api['officeFiles.create']({ name: 'Kruse' });
  await expect(page).toHaveURL(/#\/einrichtung/);
  await host.api['officeFiles.close']({});
  await expect(page.getByRole('heading', { name: 'Zuletzt verwendet' })).toBeVisible();
  // Gone while the list stands there: the file is named with the reason, and the list is read again.
  await rm(open.path);
  await page.getByRole('button', { name: 'Kruse', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('verschoben oder umbenannt');
  await expect(page.getByRole('alert')).toContainText(open.path);
  await expect(page.getByText('Nicht gefunden')).toBeVisible();
  await expectAccessible(page);
  await button(page, 'Aus der Liste entfernen').click();
  await expect(page.getByRole('heading', { name: 'Zuletzt verwendet' })).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the sample office is marked on every view and leads to an office of one’s own', async ({ start: { page } }) => {
  await button(page, /^Beispielbüro ansehen/).click();
  await expect(page.getByText('Das Beispielbüro wird angelegt …')).toBeVisible();
  await expect(page).toHaveURL(/#\/rechnungen/, { timeout: 20_000 });
  const banner = page.getByText('Beispielbüro: zum Ausprobieren. Nichts davon ist echt.');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.getByRole('link', { name: 'Kunden' }).click();
  await expect(page.getByRole('heading', { name: 'Kunden' })).toBeVisible();
  await expect(banner).toBeVisible();
  await expectAccessible(page);
  await button(page, 'Eigenes Büro anlegen').click();
  await newOffice(page, 'Eigenes');
  await expect(page).toHaveURL(/#\/einrichtung/);
  await expect(banner).toHaveCount(0);
});

test('the menu of offices switches to and fro', LONG, async ({ start: { page, host } }) => {
  await host.api['officeFiles.create']({ name: 'Nord' });
  await host.api['company.update']({ expectedRevision: 1, name: 'Nord GmbH' });
  await host.api['officeFiles.create']({ name: 'Süd' });
  await host.api['company.update']({ expectedRevision: 1, name: 'Süd GmbH' });
  await button(page, 'Büro: Süd').click();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Nord' }).click();
  await expect(button(page, 'Büro: Nord')).toBeVisible();
  await expect(page).toHaveURL(/#\/rechnungen/);
  expect((await host.api['company.get']({})).name).toBe('Nord GmbH');
  await button(page, 'Büro: Nord').click();
  await page.getByRole('menuitem', { name: 'Kontor-Datei öffnen …' }).click();
  await openPath(page, join(host.folder, 'Kontor', 'Süd.kontor'));
  await expect(button(page, 'Büro: Süd')).toBeVisible();
});

test('language and theme act at once and at the next start', LONG, async ({ start: { page, host } }) => {
  await button(page, 'Anzeige').click();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'Welcome to Kontor' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('.v-application.v-theme--dark')).toBeVisible();
  await page.getByRole('radio', { name: 'Comfortable' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-row-height', 'comfortable');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Welcome to Kontor' })).toBeVisible();
  await expect(page.locator('.v-application.v-theme--dark')).toBeVisible();
  expect(await host.api['preferences.get']({})).toMatchObject({
    ...{ language: 'en', theme: 'dark', rowHeight: 'comfortable' },
  });
});

test('single keys act until they are switched off', LONG, async ({ page, office }) => {
  const dialog = dialogOf(page, 'Rechnung erstellen');
  await page.getByRole('heading', { name: 'Rechnungen' }).waitFor();
  await page.keyboard.press('n');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await button(page, 'Anzeige').click();
  await page.getByText('Tastenkürzel mit einer Taste').click();
  await expect.poll(async () => (await office.api['preferences.get']({})).singleKeys).toBe(false);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Tastenkürzel mit einer Taste')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('/');
  await expect(dialog).toHaveCount(0);
  await office.api['preferences.update']({ singleKeys: true });
});

test('[A1.1] the invoices are reached by "Faktura / Rechnungen", also in the narrow navigation and by the palette', async ({
  page,
}) => {
  const billing = page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('group', { name: 'Faktura' });
  const heading = page.getByRole('heading', { name: 'Rechnungen', level: 1 });
  const customers = page.getByRole('heading', { name: 'Kunden', level: 1 });
  const leave = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Kunden' }).click();
    await expect(customers).toBeVisible();
  };
  await expect(
    page.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Faktura', { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'Verwaltung' }).getByRole('link')).toHaveText([
    ...['Textbausteine', 'Journal', 'Einrichtung'],
  ]);
  await leave();
  await billing.getByRole('link', { name: 'Rechnungen' }).click();
  await expect(heading).toBeVisible();
  // An invoice belongs to the entry that leads to it.
  await page.locator('tbody').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Positionen & Texte' })).toBeVisible();
  await expect(billing.getByRole('link', { name: 'Rechnungen' })).toHaveAttribute('aria-current', 'page');
  await leave();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: 'Befehle' }).getByRole('combobox').fill('faktura');
  await page.getByRole('option', { name: 'Faktura / Rechnungen' }).click();
  await expect(heading).toBeVisible();
  await button(page, 'Navigation schmal').click();
  await leave();
  await billing.getByRole('link', { name: 'Rechnungen' }).click();
  await expect(heading).toBeVisible();
  await button(page, 'Navigation breit').click();
});

test('the navigation can be narrow, and stays so', LONG, async ({ page, office }) => {
  const navigation = page.getByRole('navigation', { name: 'Hauptnavigation' });
  const width = async (): Promise<number> => (await navigation.boundingBox())?.width ?? 0;
  expect(await width()).toBeGreaterThan(200);
  await button(page, 'Navigation schmal').click();
  await expect.poll(width).toBeLessThan(80);
  await page.getByRole('link', { name: 'Kunden' }).click();
  await expect(page.getByRole('heading', { name: 'Kunden' })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect.poll(width).toBeLessThan(80);
  await button(page, 'Navigation breit').click();
  await expect.poll(width).toBeGreaterThan(200);
  expect((await office.api['preferences.get']({})).navigationCollapsed).toBe(false);
});
