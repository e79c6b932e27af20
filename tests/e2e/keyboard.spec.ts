import { readFile } from 'node:fs/promises';
import { today } from '../../renderer/components/today.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, statusOf } from './invoice-drafts.ts';
import { editorOf } from './text-editing.ts';
import { enter, tabTo, typeInto, watchPointer } from './keyboard.ts';

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

test('[C1.3] [C1.4] [C1.5] a day at the desk without a pointer: from the list to "Bezahlt", and a Stornorechnung', async ({
  page,
  office,
}) => {
  test.slow();
  const pointer = await watchPointer(page);
  const title = `Tagwerk ${crypto.randomUUID()}`;
  const draft = await makeDraft(office, { title, issueDate: today() });
  await page.reload();
  await expect(page.locator('tbody tr').first()).toBeVisible();

  // The filter: F folds it out and back in, a choice by arrow keys leaves the drafts.
  await page.keyboard.press('f');
  const filter = page.getByRole('complementary', { name: 'Filter' });
  await tabTo(page, filter.getByRole('combobox', { name: 'Status' }));
  await page.keyboard.type('Entwurf');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await enter(page, button(filter, 'Anwenden'));
  await expect(page.locator('tbody tr').first()).toContainText('Entwurf');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(title);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await enter(page, page.getByRole('link', { name: title }));
  await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();

  // Two more positions by the quick line; the second goes up, is deleted and comes back.
  const quickLine = page.getByRole('textbox', { name: /^Schnellzeile/ });
  await expect(quickLine).toBeVisible();
  await page.keyboard.press('q');
  await expect(quickLine).toBeFocused();
  await page.keyboard.type('2 Std Anfahrt à 45 19%');
  await page.keyboard.press('Enter');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(row('Anfahrt')).toBeVisible();
  await page.keyboard.type('3 Stk Streusalz à 12,50 19%');
  await page.keyboard.press('Enter');
  await expect(row('Streusalz')).toBeVisible();
  await tabTo(page, row('Räumen'));
  await page.keyboard.press('End');
  await expect(row('Streusalz')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  const titles = async () =>
    (await office.api['invoices.get']({ id: draft.id })).entries.flatMap((entry) =>
      entry.kind === 'line' ? [entry.title] : [],
    );
  await expect.poll(titles).toEqual(['Räumen', 'Streusalz', 'Anfahrt']);
  await expect(page.locator('table.entries tbody tr')).toContainText(['Räumen', 'Streusalz', 'Anfahrt']);
  await expect(row('Streusalz')).toBeFocused();
  await page.keyboard.press('Delete');
  await enter(page, button(page.getByRole('alertdialog'), 'Löschen'));
  await expect(row('Streusalz')).toHaveCount(0);
  await enter(page, button(page, 'Rückgängig'));
  await expect.poll(titles).toEqual(['Räumen', 'Streusalz', 'Anfahrt']);

  // The menu of a position, and a text with a word in bold.
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await expect(row('Anfahrt')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const firstItem = page.getByRole('menuitem').first();
  await expect(firstItem).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(firstItem).toHaveCount(0);
  await page.keyboard.press('t');
  const text = dialogOf(page, 'Text erstellen');
  await tabTo(page, await editorOf(text));
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Vielen Dank');
  await page.keyboard.press('Control+Enter');
  await expect(text).toHaveCount(0);

  await enter(page, button(page, 'Rechnung finalisieren'));
  await enter(page, button(dialogOf(page, 'Rechnung finalisieren'), 'Rechnung finalisieren'));
  await expect(page.getByRole('heading', { name: /^RE-\d{4}-\d+/ })).toBeVisible();
  await enter(page, button(page, 'Auf „Versendet“ setzen'));
  await enter(page, button(page.getByRole('alertdialog'), 'Rechnung versendet'));
  await enter(page, button(page, 'Auf „Bezahlt“ setzen'));
  await enter(page, button(dialogOf(page, 'Zahlung erfassen'), 'Rechnung bezahlt'));
  await expect(statusOf(page, 'Bezahlt')).toBeVisible();

  // Tabs by arrow key.
  await tabTo(page, page.getByRole('tab', { name: 'Übersicht' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^Dokumente/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Dokumente/ })).toHaveAttribute('aria-selected', 'true');

  await enter(page, button(page, 'Rechnung stornieren'));
  await enter(page, button(dialogOf(page, 'Rechnung stornieren'), 'Stornorechnung erstellen'));
  await expect(statusOf(page, 'Storniert')).toBeVisible();
  expect(await pointer.count()).toBe(0);
  // The guard would have seen a mouse.
  await page.mouse.move(20, 20);
  await expect.poll(pointer.count).toBeGreaterThan(0);
});
