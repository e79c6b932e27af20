import { readFile } from 'node:fs/promises';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf } from './invoice-drafts.ts';
import { enter, tabTo, typeInto, watchPointer } from './keyboard.ts';

test.use({ showsPage: true });

test('the whole main job by keyboard alone: create, position, discount, finalise, download', async ({ page }) => {
  test.slow();
  const pointer = await watchPointer(page);
  await page.reload();
  const title = `Tastatur ${crypto.randomUUID()}`;
  await expect(page.locator('tbody tr').first()).toBeVisible();

  await page.keyboard.press('n');
  const creation = dialogOf(page, 'Rechnung erstellen');
  await expect(creation.locator(':focus')).toHaveCount(1);
  const customer = creation.getByRole('combobox', { name: 'Kunde' });
  await typeInto(page, customer, 'Hofladen');
  // Also before the host has answered: Enter chooses the first that is shown.
  await expect(page.getByRole('option').first()).toContainText('Hofladen Behrens');
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue(/Hofladen Behrens/);
  await typeInto(page, creation.getByLabel('Bezeichnung'), title);
  await typeInto(page, creation.getByRole('textbox', { name: 'Leistungszeitraum von' }), '1.11.2026');
  await typeInto(page, creation.getByRole('textbox', { name: 'Leistungszeitraum bis' }), '15.11.2026');
  await page.keyboard.press('Control+Enter');
  await expect(creation).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type(title);
  const row = page.getByRole('link', { name: title });
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await enter(page, row);
  await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();

  await page.keyboard.press('p');
  const line = dialogOf(page, 'Rechnungsposition erstellen');
  await typeInto(page, line.getByLabel('Titel'), 'Beratung');
  await typeInto(page, line.getByLabel('Anzahl'), '3,5');
  await typeInto(page, line.getByLabel('Preis/Einheit'), '120');
  await page.keyboard.press('Control+Enter');
  await expect(line).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Beratung/ })).toContainText('420,00');

  await enter(page, button(page, 'Rabatt hinzufügen'));
  const discount = dialogOf(page, 'Gesamtrabatt bearbeiten');
  await typeInto(page, discount.getByLabel('Bezeichnung des Rabatts'), 'Treuerabatt');
  await typeInto(page, discount.getByRole('textbox', { name: 'Prozentsatz' }), '10');
  await page.keyboard.press('Control+Enter');
  await expect(discount).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Summen' })).toContainText('378,00');

  await enter(page, button(page, 'Rechnung finalisieren'));
  const finalising = dialogOf(page, 'Rechnung finalisieren');
  await enter(page, button(finalising, 'Rechnung finalisieren'));
  await expect(page.getByRole('heading', { name: /^RE-\d{4}-\d+/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await enter(page, button(page, 'Drucken (Vorschau)'));
  const content = await readFile(await (await download).path());
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await pointer.count()).toBe(0);
});

test('a menu, a choice and a tab are reached and left by keyboard', LONG, async ({ page, office }) => {
  const pointer = await watchPointer(page);
  await page.reload();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const { rows } = await office.api['invoices.list']({ filter: { statuses: ['draft'] } });
  expect(rows.length).toBeGreaterThan(0);
  // Arrow keys walk the rows, Enter opens.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Positionen & Texte' })).toBeVisible();
  const documents = page.getByRole('tab', { name: /^Dokumente/ });
  await tabTo(page, page.getByRole('tab', { name: 'Übersicht' }));
  await page.keyboard.press('ArrowRight');
  await expect(documents).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(documents).toHaveAttribute('aria-selected', 'true');
  expect(await pointer.count()).toBe(0);
  // The guard would have seen a mouse.
  await page.mouse.move(20, 20);
  await expect.poll(pointer.count).toBeGreaterThan(0);
});
