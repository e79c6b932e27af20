import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';

const LOGO = resolve(import.meta.dirname, '../../resources/demo/logo.png');

const filler =
  (page: Page) =>
  (label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).first().fill(text);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The first page brings pdf.js along. */
const expectPainted = (page: Page) => expect(page.locator('[data-painted="1"]')).toBeVisible({ timeout: 20_000 });
const step = (page: Page, number: number) => page.getByText(`Schritt ${number} von 5`);

test('the first start leads through five steps, each of which saves, to a page and on to the invoices', async ({
  fresh: { page, office },
}) => {
  // Six looks of axe in two themes.
  test.setTimeout(180_000);
  const fill = filler(page);
  await expect(page.getByText('Willkommen bei Kontor')).toBeVisible();
  await expect(page.getByLabel('Name der Firma')).toBeFocused();
  await expectAccessible(page);
  await button(page, 'Weiter').click();
  for (const name of ['Name', 'Straße', 'Postleitzahl', 'Ort', 'Telefon', 'E-Mail']) {
    await expect(page.getByText(`Bitte füllen Sie das Feld „${name}“ aus.`).first()).toBeVisible();
  }
  await expect(page.getByLabel('Name der Firma')).toBeFocused();
  await expectAccessible(page);
  await fill('Name der Firma', 'Büro Kruse');
  await fill('Straße', 'Osterdeich 12');
  await fill('Postleitzahl', '28203');
  await fill('Ort', 'Bremen');
  await fill('Ihr Name', 'Insa Kruse');
  await fill('Telefon', '0421 555 01');
  await fill('E-Mail', 'post@kruse.example');

  const logo = page.getByRole('group', { name: 'Logo', exact: true });
  await logo.locator('input').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a') });
  await expect(logo.getByRole('alert')).toHaveText(/Format PNG oder JPEG/);
  await logo.locator('input').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(6_000_000) });
  await expect(logo.getByRole('alert')).toHaveText(/höchstens 5 MB/);
  await logo.locator('input').setInputFiles(LOGO);
  await expect(logo.getByRole('img', { name: 'Ihr Logo' })).toBeVisible();
  await button(page, 'Logo entfernen').click();
  await expect(button(page, 'Bild wählen')).toBeVisible();
  await logo.locator('input').setInputFiles(LOGO);
  await expect(page.getByText('490 × 200 Pixel')).toBeVisible();
  await expect(page.getByLabel('Name der Firma')).toHaveValue('Büro Kruse');
  await expectAccessible(page);
  await button(page, 'Weiter').click();

  await expect(step(page, 2)).toBeVisible();
  expect(await office.api['company.get']({})).toMatchObject({
    ...{ name: 'Büro Kruse', phone: '0421 555 01', email: 'post@kruse.example', logo: { width: 490, height: 200 } },
    address: { street: 'Osterdeich 12', addition: '', postCode: '28203', city: 'Bremen', country: 'DE' },
  });
  const { profiles } = await office.api['profiles.list']({});
  expect(profiles[0]).toMatchObject({ name: 'Insa Kruse', phone: '0421 555 01', email: 'post@kruse.example' });
  await expectAccessible(page);
  await button(page, 'Weiter').click();
  await expect(page.getByText('Eine von beiden ist Pflicht (§ 14 UStG).')).toBeVisible();
  await page.getByLabel('Kleinunternehmer').check();
  await expect(page.getByText('weisen keine Umsatzsteuer aus')).toBeVisible();
  await fill('Steuernummer', '60/123/45678');
  await button(page, 'Weiter').click();

  await expect(step(page, 3)).toBeVisible();
  await expectAccessible(page);
  await fill('IBAN', 'DE02 1203 0000 0000 2020 52');
  await button(page, 'Weiter').click();
  await expect(page.getByText('Bitte vergleichen Sie die IBAN mit Ihrem Kontoauszug.')).toBeVisible();
  await expect(page.getByLabel('IBAN')).toBeFocused();
  await button(page, 'Zurück').click();
  await expect(page.getByLabel('Steuernummer')).toHaveValue('60/123/45678');
  await button(page, 'Später').click();
  await expect(page.getByLabel('IBAN')).toHaveValue('DE02 1203 0000 0000 2020 52');
  await fill('IBAN', 'DE02 1203 0000 0000 2020 51');
  await button(page, 'Weiter').click();

  await expect(step(page, 4)).toBeVisible();
  await fill('Zuletzt vergebene Nummer', '26-11-003');
  await button(page, 'Weiter').click();
  await expect(page.getByText('Bitte wählen Sie, wie die Nummer zu lesen ist.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Jahr 26 · Monat 11 · laufende Nummer 003').check();
  await expect(page.getByText('26-11-004')).toBeVisible();
  await fill('Zuletzt vergebene Nummer', 'RE-2026-0041');
  await expect(page.getByText('RE-2026-0042')).toBeVisible();
  await expect(page.getByText('RE-2027-0001')).toBeVisible();
  await page.getByLabel('Jedes Jahr wieder mit 1 beginnen').uncheck();
  await expect(page.getByText('RE-2027-0042')).toBeVisible();
  await page.getByLabel('Jedes Jahr wieder mit 1 beginnen').check();
  await button(page, 'Weiter').click();

  await expect(step(page, 5)).toBeVisible();
  await expectPainted(page);
  await expect(page.getByText('Nichts. Alle Pflichtangaben sind da.')).toBeVisible();
  await expectAccessible(page);
  expect(await office.api['company.get']({})).toMatchObject({
    ...{ smallBusiness: true, taxNumber: '60/123/45678', iban: 'DE02120300000000202051' },
  });
  expect((await office.api['numberRanges.list']({})).ranges[0]).toMatchObject({ next: 'RE-2026-0042' });
  await button(page, 'Erste Rechnung schreiben').click();
  await expect(page).toHaveURL(/#\/rechnungen/);
  await page.reload();
  await expect(page).toHaveURL(/#\/rechnungen/);
  expect(await office.api['office.verify']({})).toMatchObject({ sound: true });
});

test('the keyboard alone leads through the first start', LONG, async ({ fresh: { page, office } }) => {
  const type = (text: string) => page.keyboard.type(text);
  const tab = async (times = 1): Promise<void> => {
    for (let count = 0; count < times; count += 1) await page.keyboard.press('Tab');
  };
  await expect(page.getByLabel('Name der Firma')).toBeFocused();
  await type('Tischlerei Ahlers');
  await tab();
  await type('Wall 3');
  await tab(2);
  await type('26122');
  await tab();
  await type('Oldenburg');
  await tab(2);
  await expect(page.getByLabel('Ihr Name')).toBeFocused();
  await type('Maren Ahlers');
  await tab();
  await type('0441 55500');
  await tab();
  await type('maren@ahlers.example');
  await tab();
  await expect(button(page, 'Bild wählen')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(step(page, 2)).toBeVisible();
  await expect(page.getByLabel('Regelbesteuerung')).toBeFocused();
  await tab();
  await type('60/123/45678');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('IBAN')).toBeFocused();
  await type('DE02120300000000202051');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Wir zählen weiter')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Wir fangen neu an')).toBeChecked();
  await expect(page.getByText(/^RE-\d{4}-0001$/).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Erste Rechnung schreiben')).toBeFocused();
  await expectPainted(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/rechnungen/);
  expect((await office.api['company.get']({})).name).toBe('Tischlerei Ahlers');
});

test(
  'every step can be left for later; the last one names what is missing and leads back',
  LONG,
  async ({ fresh: { page } }) => {
    test.slow();
    for (const number of [1, 2, 3, 4]) {
      await expect(step(page, number)).toBeVisible();
      await button(page, 'Später').click();
    }
    await expect(step(page, 5)).toBeVisible();
    await expectPainted(page);
    await expectAccessible(page);
    const open = page.getByRole('region', { name: 'Für eine gültige Rechnung fehlt' });
    await expect(open.getByRole('listitem')).toHaveCount(5);
    await open.getByRole('button', { name: 'IBAN, auf die gezahlt wird' }).click();
    await expect(step(page, 3)).toBeVisible();
    const rail = page.getByRole('navigation', { name: 'Schritte' });
    await rail.getByRole('button', { name: 'Firma' }).click();
    await page.getByLabel('Name der Firma').fill('Halb fertig');
    // What was typed is saved on the way, and must be complete for that.
    await rail.getByRole('button', { name: 'Steuern' }).click();
    await expect(step(page, 1)).toBeVisible();
    await page.getByRole('link', { name: 'Kunden' }).click();
    const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
    await question.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    await expect(page.getByLabel('Name der Firma')).toHaveValue('Halb fertig');
    await page.getByRole('link', { name: 'Kunden' }).click();
    await question.getByRole('button', { name: 'Verwerfen' }).click();
    await expect(page.getByText('Hier stehen Ihre Kunden')).toBeVisible();
  },
);

test('starting anew after all takes the last number back', LONG, async ({ fresh: { page, office } }) => {
  await page.getByRole('button', { name: 'Nummern' }).click();
  await page.getByLabel('Zuletzt vergebene Nummer').fill('RE-2026-0410');
  await expect(page.getByText('RE-2026-0411')).toBeVisible();
  await button(page, 'Weiter').click();
  await button(page, 'Zurück').click();
  await page.getByLabel('Wir fangen neu an').check();
  await expect(page.getByText('RE-2026-0001')).toBeVisible();
  await button(page, 'Weiter').click();
  await expectPainted(page);
  expect((await office.api['numberRanges.list']({})).ranges[0]).toMatchObject({ last: '', next: 'RE-2026-0001' });
});

test('the first start can be put off', LONG, async ({ fresh: { page } }) => {
  await expect(page.getByText('Willkommen bei Kontor')).toBeVisible();
  await page.getByRole('link', { name: 'Kunden' }).click();
  await expect(page.getByText('Hier stehen Ihre Kunden')).toBeVisible();
  await expectAccessible(page);
});

test(
  'profile and company are changed later, and the next number is shown',
  LONG,
  async ({ fresh: { page, office } }) => {
    test.slow();
    await office.api['company.update']({ expectedRevision: 1, name: 'Büro' });
    const { ranges } = await office.api['numberRanges.list']({});
    await page.reload();
    await page.getByRole('link', { name: 'Einrichtung' }).click();
    await expect(page.getByText(ranges[0]?.next ?? 'no range')).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByText('Willkommen bei Kontor')).toHaveCount(0);
    const profileName = page.getByRole('group', { name: 'Ihr Profil' }).getByLabel('Name');
    await profileName.fill('Insa Kruse');
    await page.getByRole('button', { name: 'Zurücksetzen' }).click();
    await expect(profileName).not.toHaveValue('Insa Kruse');
    await profileName.fill('Insa Kruse');
    await page.getByLabel('Name', { exact: true }).first().fill('Büro Kruse');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Gespeichert.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Speichern' })).toBeDisabled();
    const { profiles, activeId } = await office.api['profiles.list']({});
    expect(profiles.find(({ id }) => id === activeId)?.name).toBe('Insa Kruse');
    expect((await office.api['company.get']({})).name).toBe('Büro Kruse');
  },
);

test('logo and test invoice stand in the set-up afterwards', LONG, async ({ fresh: { page, office } }) => {
  test.slow();
  await office.api['company.update']({ expectedRevision: 1, name: 'Büro Kruse' });
  await page.reload();
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  await page.getByLabel('Ort').fill('Bremen');
  await page.getByRole('group', { name: 'Logo', exact: true }).last().locator('input').setInputFiles(LOGO);
  await expect(page.getByText('490 × 200 Pixel')).toBeVisible();
  await expect(page.getByLabel('Ort')).toHaveValue('Bremen');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  expect((await office.api['company.get']({})).address.city).toBe('Bremen');
  await button(page, 'Testrechnung ansehen').click();
  const dialog = page.getByRole('dialog');
  await expectPainted(page);
  await expectAccessible(page);
  const { content } = await office.api['company.testInvoice']({});
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
  expect(text).toContain('Testrechnung RE-');
  await dialog.getByRole('button', { name: 'Schließen' }).click();
  await expect(dialog).toHaveCount(0);
});

test('leaving with unsaved values asks first', LONG, async ({ page }) => {
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  const street = page.getByLabel('Straße');
  await street.fill('Ungespeichert 1');
  await page.getByRole('link', { name: 'Kunden' }).click();
  const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
  await question.getByRole('button', { name: 'Weiter bearbeiten' }).click();
  await expect(street).toHaveValue('Ungespeichert 1');
  await page.getByRole('link', { name: 'Kunden' }).click();
  await question.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(page.getByRole('heading', { name: 'Kunden' })).toBeVisible();
});
