import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { button, choose, dialogOf, save } from './invoice-drafts.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openCreate(page: Page) {
  await button(page, 'Neu').click();
  const dialog = dialogOf(page, 'Rechnung erstellen');
  await expect(dialog).toBeVisible();
  return dialog;
}

test('[A3.2] [A3.9] the fields stand in the order of the manual; Währung is a drop-down with a choice', async ({
  page,
}) => {
  const dialog = await openCreate(page);
  const labels = [
    ...['Rechnungsdatum', 'Kunde', 'Referenznummer', 'Bezeichnung', 'Leistungszeitraum von', 'Leistungszeitraum bis'],
    ...['Währung', 'Zahlungsziel (in Tagen)', 'Skontofrist (in Tagen)', 'Skonto'],
  ];
  const places = await Promise.all(
    labels.map(async (label) => {
      const { x = 0, y = 0 } = (await dialog.getByLabel(label, { exact: true }).first().boundingBox()) ?? {};
      return Math.round(y / 20) * 10_000 + x;
    }),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await dialog.getByRole('combobox', { name: 'Währung' }).press('ArrowDown');
  await expect(page.getByRole('option')).toContainText(['EUR', 'CHF', 'USD', 'GBP']);
});

test('[A3.3] [A3.10] customer by autocomplete; then the terms are its own, and "Zurücksetzen" locks them again', async ({
  page,
}) => {
  const dialog = await openCreate(page);
  const days = dialog.getByLabel('Zahlungsziel (in Tagen)');
  await expect(days).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Kunde' }).fill('teufelsm');
  await page.getByRole('option', { name: /Stadtwerke Teufelsmoor/ }).click();
  await expect(days).toHaveValue('30');
  await button(dialog, 'Zurücksetzen').click();
  await expect(days).toBeDisabled();
  await expect(days).toHaveValue('');
  await expect(dialog.getByRole('combobox', { name: 'Kunde' })).toHaveValue('');
});

test('[A3.4] a customer is made in place, assigned, and the focus returns to "+"', async ({ page }) => {
  const dialog = await openCreate(page);
  const name = `Neu ${crypto.randomUUID()}`;
  const plus = dialog.getByRole('button', { name: /Kunden anlegen|Neuen Kunden/ });
  await plus.click();
  const customer = dialogOf(page, 'Kunden anlegen');
  await customer.getByLabel('Name').first().fill(name);
  await expectAccessible(page);
  await save(customer);
  await expect(dialog.getByRole('combobox', { name: 'Kunde' })).toHaveValue(name);
  await expect(dialog.getByLabel('Zahlungsziel (in Tagen)')).toBeEnabled();
  await expect(plus).toBeFocused();
});

test('[A3.16] [A3.17] [A3.18] "Speichern" goes back to the list, where the Entwurf has no number', async ({ page }) => {
  const title = `Liste ${crypto.randomUUID()}`;
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByLabel('Bezeichnung').fill(title);
  await save(dialog);
  await expect(page).toHaveURL(/#\/rechnungen$/);
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('Entwurf');
  await row.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();
  await expect(button(page, 'Position hinzufügen')).toBeVisible();
});

test('a period that ends before it begins is told at its field', async ({ page }) => {
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByLabel('Leistungszeitraum von').fill('30.11.2026');
  await dialog.getByLabel('Leistungszeitraum bis').fill('01.11.2026');
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByLabel('Leistungszeitraum bis')).toBeFocused();
  await expect(dialog.locator('.v-messages__message')).toHaveCount(1);
});

test('a customer that was archived meanwhile is told at its field, and nothing is stored', async ({ page, office }) => {
  const name = `Archiv ${crypto.randomUUID()}`;
  const { id, revision } = await office.api['customers.create']({
    ...{ requestId: crypto.randomUUID(), kind: 'business', name },
  });
  const dialog = await openCreate(page);
  await dialog.getByRole('combobox', { name: 'Kunde' }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await dialog.getByLabel('Bezeichnung').fill(name);
  await office.api['customers.archive']({ id, expectedRevision: revision, archived: true });
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByText(/Er ist archiviert\./)).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Kunde' })).toBeFocused();
  expect((await office.api['invoices.summary']({ filter: { search: name } })).count).toBe(0);
});

test('a double click on "Speichern" makes one invoice', async ({ page, office }) => {
  const title = `Einmal ${crypto.randomUUID()}`;
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByLabel('Bezeichnung').fill(title);
  await button(dialog, 'Speichern').dblclick();
  await expect(dialog).toHaveCount(0);
  expect((await office.api['invoices.summary']({ filter: { search: title } })).count).toBe(1);
});
