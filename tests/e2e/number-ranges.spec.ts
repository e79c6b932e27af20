import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, save } from './invoice-drafts.ts';
import type { RunningOffice } from './offices.ts';

// Axe takes its time, twice for each look.
test.describe.configure({ timeout: 120_000 });

const year = new Date().getFullYear();
const section = (page: Page) => page.getByRole('group', { name: 'Nummernkreise' });
const row = (page: Page, name: string) => section(page).getByRole('row', { name: new RegExp(`^${name}`) });
const separation = (page: Page) => section(page).getByLabel('Eigener Nummernkreis für Stornorechnungen');

/** The set-up of an office that has been set up. */
async function openNumbers({ page, office }: { page: Page; office: RunningOffice }): Promise<void> {
  await office.api['company.update']({ expectedRevision: 1, name: 'Büro Kruse' });
  await page.reload();
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  await expect(row(page, 'Rechnungen und Stornorechnungen')).toBeVisible();
}

const rangesOf = async ({ api }: RunningOffice) => (await api['numberRanges.list']({})).ranges;

test('[E11] [F2.3] a range is changed in a dialog that shows the numbers to come, and refuses what could repeat', async ({
  fresh,
}) => {
  const { page, office } = fresh;
  await openNumbers(fresh);
  await expect(row(page, 'Rechnungen')).toContainText(`noch keineRE-${year}-0001`);
  await button(page, 'Nummernkreis „Rechnungen“ bearbeiten').click();
  const dialog = dialogOf(page, 'Nummernkreis „Rechnungen“ bearbeiten');
  await expect(dialog.getByText(`RE-${year}-0001`)).toBeVisible();
  await expect(dialog.getByText(`RE-${year + 1}-0001`)).toBeVisible();

  // Without a counter all numbers would be the same.
  await dialog.getByLabel('Muster').fill('RE-{YYYY}');
  await expect(dialog.getByText('Ohne ihn wären alle Nummern gleich.')).toBeVisible();
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByText('Ohne ihn wären alle Nummern gleich.')).toHaveCount(2);
  await expect(dialog.getByLabel('Muster')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel('Muster').fill('RE-{C}');
  await expect(dialog.getByText('Sonst gäbe es Nummern doppelt.')).toBeVisible();
  expect((await rangesOf(office))[0]).toMatchObject({ pattern: 'RE-{YYYY}-{C}', revision: 1 });

  await dialog.getByLabel('Muster').fill('{YYYY}/{C}');
  await dialog.getByRole('combobox', { name: 'Stellen' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: '3', exact: true }).click();
  await dialog.getByLabel('Zuletzt vergebene Nummer').fill(`${year}/117`);
  await expect(dialog.getByText(`${year}/118`)).toBeVisible();
  await expect(dialog.getByText(`${year + 1}/001`)).toBeVisible();
  await save(dialog);
  await expect(row(page, 'Rechnungen')).toContainText(`${year}/117${year}/118`);
  expect((await rangesOf(office))[0]).toMatchObject({ digits: 3, next: `${year}/118` });
});

test('[E11] Stornorechnungen get a range of their own and count with the invoices again', async ({ fresh }) => {
  const { page, office } = fresh;
  await openNumbers(fresh);
  await separation(page).check();
  const dialog = dialogOf(page, 'Eigener Nummernkreis für Stornorechnungen');
  await expect(dialog.getByText(`ST-${year}-0001`)).toBeVisible();
  await expectAccessible(page);
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toHaveCount(0);
  await expect(separation(page)).not.toBeChecked();
  expect(await rangesOf(office)).toHaveLength(1);

  await separation(page).check();
  await dialog.getByLabel('Muster').fill('RE-20{YY}-{C}');
  await button(dialog, 'Eigene Nummern vergeben').click();
  await expect(dialog.getByText('könnte dieselbe Nummer vergeben').first()).toBeVisible();
  await dialog.getByLabel('Muster').fill('SR-{YYYY}-{C}');
  await expect(dialog.getByText(`SR-${year}-0001`)).toBeVisible();
  await button(dialog, 'Eigene Nummern vergeben').click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'Stornorechnungen')).toContainText(`SR-${year}-0001`);
  await expect(separation(page)).toBeChecked();
  await expectAccessible(page);

  await separation(page).uncheck();
  const question = page.getByRole('alertdialog', { name: 'Stornorechnungen wieder mitzählen?' });
  await expect(question).toContainText(`RE-${year}-0001`);
  await button(question, 'Abbrechen').click();
  await expect(separation(page)).toBeChecked();
  await separation(page).uncheck();
  await button(question, 'Bei den Rechnungen mitzählen').click();
  await expect(row(page, 'Rechnungen und Stornorechnungen')).toBeVisible();
  await expect(separation(page)).not.toBeChecked();
  // The one that they had is offered again.
  await separation(page).check();
  await expect(dialog.getByLabel('Muster')).toHaveValue('SR-{YYYY}-{C}');
});

test('[E11] [F2.3] the report shows that no number is missing and is saved as a table', async ({ page, office }) => {
  const given = (await office.api['numberRanges.report']({})).ranges[0]?.periods.at(-1);
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  await button(page, 'Nummernbericht ansehen').click();
  const dialog = dialogOf(page, 'Nummernbericht');
  await expect(dialog.getByText(`Lückenlos: ${given?.given} von ${given?.given}`).first()).toBeVisible();
  await expect(dialog).toContainText(given?.last ?? 'no number');
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await button(dialog, 'Als Tabelle speichern').click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^Nummernbericht_\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await download.path(), 'utf8')).toContain(`"Lückenlos: ${given?.given} von ${given?.given}"`);
});

test('what is typed into the dialog of a range is there again after the window was lost', LONG, async ({ fresh }) => {
  const { page, office } = fresh;
  await openNumbers(fresh);
  await button(page, 'Nummernkreis „Rechnungen“ bearbeiten').click();
  const dialog = dialogOf(page, 'Nummernkreis „Rechnungen“ bearbeiten');
  await dialog.getByLabel('Muster').fill('RG-{YYYY}-{C}');
  await expect.poll(async () => JSON.stringify((await office.api['workspace.all']({})).values)).toContain('RG-');
  await page.reload();
  await expect(dialog.getByLabel('Muster')).toHaveValue('RG-{YYYY}-{C}');
  await save(dialog);
  await expect(row(page, 'Rechnungen')).toContainText(`RG-${year}-0001`);
});
