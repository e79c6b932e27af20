import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { button, choose, dialogOf, makeDraft, newLine, openInvoice, save } from './invoice-drafts.ts';

// axe walks a whole view twice.
test.describe.configure({ timeout: 60_000 });

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
  await expectAccessible(page);
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

test('a period that ends before it begins is told at its field', LONG, async ({ page }) => {
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByRole('textbox', { name: 'Leistungszeitraum von' }).fill('30.11.2026');
  await dialog.getByRole('textbox', { name: 'Leistungszeitraum bis' }).fill('01.11.2026');
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByRole('textbox', { name: 'Leistungszeitraum bis' })).toBeFocused();
  await expect(dialog.locator('.v-messages__message')).toHaveCount(1);
});

test(
  'a customer that was archived meanwhile is told at its field, and nothing is stored',
  LONG,
  async ({ page, office }) => {
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
  },
);

test('a double click on "Speichern" makes one invoice', LONG, async ({ page, office }) => {
  const title = `Einmal ${crypto.randomUUID()}`;
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByLabel('Bezeichnung').fill(title);
  await button(dialog, 'Speichern').dblclick();
  await expect(dialog).toHaveCount(0);
  expect((await office.api['invoices.summary']({ filter: { search: title } })).count).toBe(1);
});

test('[A3.5] [A3.6] Referenznummer and Bezeichnung may stay empty', async ({ page, office }) => {
  const { count } = await office.api['invoices.summary']({ filter: {} });
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await save(dialog);
  expect((await office.api['invoices.summary']({ filter: {} })).count).toBe(count + 1);
});

test('[A3.11] [A3.12] [A3.13] the terms give due date, last day and amount of the Skonto', async ({ page, office }) => {
  const title = `Skonto ${crypto.randomUUID()}`;
  const dialog = await openCreate(page);
  await choose(dialog, 'Kunde', 'Hofladen Behrens');
  await dialog.getByLabel('Rechnungsdatum', { exact: true }).fill('01.12.2026');
  await dialog.getByLabel('Bezeichnung').fill(title);
  await dialog.getByLabel('Zahlungsziel (in Tagen)').fill('30');
  await dialog.getByLabel('Skontofrist (in Tagen)').fill('10');
  await dialog.getByLabel('Skonto', { exact: true }).fill('2,5');
  await save(dialog);
  const { rows } = await office.api['invoices.list']({ filter: { search: title } });
  const { id, revision } = await office.api['invoices.get']({ id: rows[0]?.id ?? 0 });
  const entry = await newLine(office, 'Räumen', { unitPrice: '100' });
  await office.api['entries.add']({ id, expectedRevision: revision, requestId: crypto.randomUUID(), entry });
  await openInvoice(page, { id });
  const totals = page.getByRole('region', { name: 'Summen' });
  await expect(totals).toContainText(/2,5 % Skonto bis 11\.12\.2026\s*2,98 €/);
  await expect(totals).toContainText(/Fällig am\s*31\.12\.2026/);
});

test('[A4.1] [A4.7] the detail view shows the master data, the actions of the status and its tabs', async ({
  page,
  office,
}) => {
  const draft = await makeDraft(office, { reference: 'BE-2026-5' });
  await openInvoice(page, draft);
  const facts = page.locator('dl.facts');
  for (const fact of [
    ...[/Anschrift\s*Sägewerk Ostertor\s*Holzhafen 5\s*28217 Bremen/, /Rechnungsdatum\s*20\.11\.2026/],
    ...[/Leistungszeitraum\s*01\.11\.2026 – 15\.11\.2026/, /Referenznummer\s*BE-2026-5/, /Ansprechpartner/],
    ...[/Zahlungsbedingungen\s*14 Tage/, /Verantwortlich\s*Katharina Lindner/, /Vorlage\s*Standard/],
  ]) {
    await expect(facts).toContainText(fact);
  }
  for (const action of ['Rechnung finalisieren', 'Rechnung löschen', 'Rechnung kopieren', 'Rechnung aktualisieren']) {
    await expect(button(page, action)).toBeVisible();
  }
  await expect(page.getByRole('tab')).toHaveText([/^Übersicht/, /^Dokumente/, /^Verlauf/]);
  await button(page, 'Ansprechpartner bearbeiten').click();
  const dialog = dialogOf(page, 'Anschrift bearbeiten');
  await dialog.getByLabel('Eigener Ansprechpartner für diese Rechnung').check();
  await dialog.getByRole('group', { name: 'Ansprechpartner' }).getByLabel('Name').fill('Insa Kruse');
  await save(dialog);
  await expect(facts).toContainText(/Ansprechpartner\s*Insa Kruse/);
});

test('[A4.5] without a Vorlage the invoice cannot be finalised', async ({ page, office }) => {
  await openInvoice(page, await makeDraft(office, { templateId: null }));
  await button(page, 'Vorlage bearbeiten').click();
  const choice = dialogOf(page, 'Vorlage auswählen');
  await button(choice, 'Abbrechen').click();
  const dialog = dialogOf(page, 'Rechnung finalisieren');
  await button(page, 'Rechnung finalisieren').click();
  await expect(button(dialog, 'Rechnung finalisieren')).toBeDisabled();
  await button(dialog, 'Abbrechen').click();
  await button(page, 'Vorlage bearbeiten').click();
  await choose(choice, 'Vorlage', 'Standard');
  await save(choice);
  await button(page, 'Rechnung finalisieren').click();
  await expect(button(dialog, 'Rechnung finalisieren')).toBeEnabled();
});
