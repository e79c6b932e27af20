import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, makeDraft, openInvoice } from './invoice-drafts.ts';

const palette = (page: Page): Locator => dialogOf(page, 'Befehle');
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
}

test.describe('the command palette', () => {
  test('finds and runs a command by keys alone, and the focus goes back', async ({ page }) => {
    await expect(heading(page, 'Rechnungen')).toBeVisible();
    await button(page, 'Neu').focus();
    await page.keyboard.press('Control+K');
    const field = palette(page).getByRole('combobox');
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(palette(page)).toHaveCount(0);
    await expect(button(page, 'Neu')).toBeFocused();

    await openPalette(page);
    await page.keyboard.type('gehe kunden');
    await expect(palette(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Kunden')).toBeVisible();
    await expect(palette(page)).toHaveCount(0);

    await page.keyboard.press('Control+K');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(field).toHaveAttribute('aria-activedescendant', 'palette-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('nrech');
    await page.keyboard.press('Enter');
    await expect(dialogOf(page, 'Rechnung erstellen')).toBeVisible();
    await expect(page).toHaveURL(/#\/rechnungen$/);
  });

  test('finds invoices and customers, also without umlauts', LONG, async ({ page, office }) => {
    const title = `Brückenprüfung ${crypto.randomUUID().slice(0, 8)}`;
    const { id } = await makeDraft(office, { title });
    await expect(heading(page, 'Rechnungen')).toBeVisible();
    await openPalette(page);
    await page.keyboard.type(title);
    await expect(palette(page).getByRole('group', { name: 'Rechnungen' }).getByText(title)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/rechnungen/${id}$`));

    await openPalette(page);
    await page.keyboard.type('Sägewerk Ostertor');
    await expect(palette(page).getByRole('group', { name: 'Kunden' }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Name', { exact: true }).first()).toHaveValue('Sägewerk Ostertor');
  });

  test('says so when nothing fits', LONG, async ({ page }) => {
    await expect(heading(page, 'Rechnungen')).toBeVisible();
    await openPalette(page);
    await page.keyboard.type('zzzzqqqq');
    await expect(palette(page).getByText('Dazu gibt es keinen Befehl')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeVisible();
  });
});

test.describe('keys', () => {
  test('single ones do nothing in fields and while a dialog is open', LONG, async ({ page }) => {
    await expect(heading(page, 'Rechnungen')).toBeVisible();
    await page.keyboard.press('/');
    const search = page
      .getByRole('searchbox', { name: 'Suchen' })
      .or(page.getByLabel(/suchen/i))
      .first();
    await expect(search).toBeFocused();
    await page.keyboard.type('n?jk/');
    await expect(search).toHaveValue('n?jk/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await search.fill('');
    await button(page, 'Neu').focus();
    await page.keyboard.press('n');
    await expect(dialogOf(page, 'Rechnung erstellen')).toBeVisible();
    await button(dialogOf(page, 'Rechnung erstellen'), 'Abbrechen').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('stand on the key sheet of the view, where single ones are switched off', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await page.keyboard.press('?');
    const sheet = dialogOf(page, 'Tastenkürzel');
    await expect(sheet.getByText('Position hinzufügen')).toBeVisible();
    await expect(sheet.getByText('Schnellzeile')).toBeVisible();
    await expectAccessible(page);
    await sheet.getByLabel('Einzelne Tasten verwenden').uncheck();
    await expect(sheet.getByText('Position hinzufügen')).toHaveCount(0);
    await expect(sheet.getByText('Drucken')).toBeVisible();
    await button(sheet, 'Schließen').click();
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(palette(page)).toBeVisible();
  });

  test('a command of a view opens its dialog, of another view after going there', LONG, async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await page.keyboard.press('p');
    await expect(dialogOf(page, 'Rechnungsposition erstellen')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('n');
    await expect(dialogOf(page, 'Rechnung erstellen')).toBeVisible();
    await expect(page).toHaveURL(/#\/rechnungen$/);
  });
});
