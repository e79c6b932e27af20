import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { act, button, dialogOf, LINE, makeDraft, newLine, newText, openInvoice, save, TEXT } from './invoice-drafts.ts';
import { write } from './text-editing.ts';
import type { RunningOffice } from './offices.ts';

// axe walks a whole view twice.
test.describe.configure({ timeout: 60_000 });

/** Every position and text of the open invoice, as the table shows them. */
const rows = (page: Page) => page.locator('table.entries tbody .title, table.entries tbody .content');

async function openMixed(page: Page, office: RunningOffice) {
  const entries = [newText('intro', 'Guten Tag'), await newLine(office, 'Erste'), newText('body', 'Dazwischen')];
  const draft = await makeDraft(office, {
    entries: [...entries, await newLine(office, 'Zweite'), newText('closing', 'Mit Gruß')],
  });
  await openInvoice(page, draft);
  await expect(rows(page)).toHaveText(['Guten Tag', 'Erste', 'Dazwischen', 'Zweite', 'Mit Gruß']);
  return draft;
}

test.describe('a copy of a position', () => {
  test('[A5.12] [A5.13] is prefilled and takes the discount when ticked, directly below its source', async ({
    page,
    office,
  }) => {
    const discount = { kind: 'percent', percent: '10' };
    const first = await newLine(office, 'Räumen', { discount, description: 'mit Anfahrt', quantity: '3.5' });
    const { id } = await makeDraft(office, { entries: [first, await newLine(office, 'Zweite')] });
    await openInvoice(page, { id });
    for (const isTaken of [true, false]) {
      await act(page, LINE, 'Rechnungsposition kopieren');
      const dialog = dialogOf(page, 'Rechnungsposition kopieren');
      await expect(dialog.getByLabel('Titel')).toHaveValue('Räumen');
      await expect(dialog.getByLabel('Anzahl')).toHaveValue('3,5');
      await expect(dialog.getByLabel('Preis/Einheit')).toHaveValue('10,00');
      await expect(dialog.getByText('mit Anfahrt').or(dialog.getByLabel('Beschreibung')).first()).toBeVisible();
      await dialog.getByLabel('Rabatte übernehmen').setChecked(isTaken);
      if (isTaken) await expectAccessible(page);
      await save(dialog);
    }
    await expect(rows(page)).toHaveText(['Räumen', 'Räumen', 'Räumen', 'Zweite']);
    const { entries } = await office.api['invoices.get']({ id });
    expect(entries.map((entry) => entry.kind === 'line' && entry.discount)).toEqual([discount, null, discount, null]);
    expect(entries[1]).toMatchObject({ quantity: '3.5', description: expect.anything() });
  });

  test('[A5.14] "Zurücksetzen" restores the source, "Abbrechen" makes nothing', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await act(page, LINE, 'Rechnungsposition kopieren');
    const dialog = dialogOf(page, 'Rechnungsposition kopieren');
    await dialog.getByLabel('Titel').fill('Anders');
    await dialog.getByLabel('Rabatte übernehmen').uncheck();
    await button(dialog, 'Zurücksetzen').click();
    await expect(dialog.getByLabel('Titel')).toHaveValue('Räumen');
    await expect(dialog.getByLabel('Rabatte übernehmen')).toBeChecked();
    await button(dialog, 'Abbrechen').click();
    await expect(dialog).toHaveCount(0);
    await expect(rows(page)).toHaveText(['Räumen']);
    await expect(page.getByRole('button', { name: LINE })).toBeFocused();
  });
});

test('[A5.1] [A5.4] [A5.7] a position with description and price, as the table and the host have it', async ({
  page,
  office,
}) => {
  const { id } = await makeDraft(office, { entries: [] });
  await openInvoice(page, { id });
  const area = page.getByRole('region', { name: 'Positionen & Texte' });
  const masterData = await page.getByText('Zahlungsbedingungen').boundingBox();
  expect((await area.boundingBox())?.y).toBeGreaterThan(masterData?.y ?? Infinity);
  await button(area, 'Position hinzufügen').click();
  const dialog = dialogOf(page, 'Rechnungsposition erstellen');
  await dialog.getByLabel('Titel').fill('Splitt 😀 שלום');
  await write(dialog, 'Beschreibung', 'gewaschen');
  await dialog.getByLabel('Preis/Einheit').fill('12,345.67');
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByLabel('Preis/Einheit')).toBeFocused();
  await expect(dialog.getByText(/Bitte (geben Sie eine Zahl ein|schreiben Sie die Zahl mit Komma)/)).toBeVisible();
  await dialog.getByLabel('Preis/Einheit').fill('12.345,67');
  await save(dialog);
  await expect(area.getByText('gewaschen')).toBeVisible();
  await expect(area.getByRole('row', { name: /Splitt 😀 שלום/ })).toContainText('12.345,67');
  expect((await office.api['invoices.get']({ id })).entries[0]).toMatchObject({ unitPrice: '12345.67' });
});

test.describe('the menu before each entry', () => {
  test('[A6.3] [A6.8] [A6.9] texts are made above and below a text, in its area', async ({ page, office }) => {
    await openMixed(page, office);
    for (const [place, content] of [
      ['oberhalb', 'Davor'],
      ['unterhalb', 'Danach'],
    ] as const) {
      await act(page, /^Aktionen für den Text „Mit Gruß/, `Text ${place} erstellen`);
      const dialog = dialogOf(page, 'Schlusstext erstellen');
      await write(dialog, 'Text', content);
      await save(dialog);
    }
    await expect(rows(page)).toHaveText([
      ...['Guten Tag', 'Erste', 'Dazwischen', 'Zweite', 'Davor', 'Mit Gruß', 'Danach'],
    ]);
  });

  test('[A6.4] [D2] and above and below a position, with the words of the manual', async ({ page, office }) => {
    await openMixed(page, office);
    await page.getByRole('button', { name: /^Aktionen für Position 2/ }).click();
    const items = page.getByRole('menuitem');
    await expect(items).toHaveText([
      /^Rechnungsposition bearbeiten/,
      /^Rechnungsposition kopieren/,
      /^Positionsrabatt bearbeiten/,
      /^Text oberhalb erstellen/,
      /^Text unterhalb erstellen/,
      /^Nach oben/,
      /^Rechnungsposition löschen/,
    ]);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    for (const place of ['oberhalb', 'unterhalb']) {
      await act(page, /^Aktionen für Position 2/, `Text ${place} erstellen`);
      const dialog = dialogOf(page, 'Text erstellen');
      await write(dialog, 'Text', place);
      await save(dialog);
    }
    await expect(rows(page)).toHaveText([
      ...['Guten Tag', 'Erste', 'Dazwischen', 'oberhalb', 'Zweite', 'unterhalb', 'Mit Gruß'],
    ]);
  });

  test('[A6.10] [A6.11] "Trennstrich oberhalb" and "unterhalb" are added and removed', async ({ page, office }) => {
    const { id } = await openMixed(page, office);
    const text = page.locator('td.text').filter({ hasText: 'Dazwischen' });
    for (const [side, name] of [
      ['above', 'oberhalb'],
      ['below', 'unterhalb'],
    ] as const) {
      await act(page, /Dazwischen/, `Trennstrich ${name} hinzufügen`);
      await expect(text).toHaveClass(new RegExp(side));
      await act(page, /Dazwischen/, `Trennstrich ${name} entfernen`);
      await expect(text).not.toHaveClass(new RegExp(side));
    }
    await act(page, /Dazwischen/, 'Trennstrich unterhalb hinzufügen');
    await expect(text).toHaveClass(/below/);
    expect((await office.api['invoices.get']({ id })).entries[2]).toMatchObject({ ruleAbove: false, ruleBelow: true });
  });

  test('[A6.12] offers for a text what the manual names, and deletes only after a question', async ({
    page,
    office,
  }) => {
    await openMixed(page, office);
    await page.getByRole('button', { name: /Guten Tag/ }).click();
    await expect(page.getByRole('menuitem')).toHaveText([
      ...['Text bearbeiten', 'Text oberhalb erstellen', 'Text unterhalb erstellen'],
      ...['Trennstrich oberhalb hinzufügen', 'Trennstrich unterhalb hinzufügen', 'Text löschen'],
    ]);
    await page.getByRole('menuitem', { name: 'Text löschen' }).click();
    const question = page.getByRole('alertdialog', { name: 'Text löschen?' });
    await expectAccessible(page);
    await button(question, 'Abbrechen').click();
    await expect(rows(page)).toHaveCount(5);
    await act(page, TEXT, 'Text löschen');
    await button(question, 'Löschen').click();
    await expect(rows(page)).toHaveText(['Erste', 'Dazwischen', 'Zweite', 'Mit Gruß']);
    await expect(page.locator('table.entries tbody tr').first()).toBeFocused();
  });
});

test.describe('order', () => {
  test('rows are moved by key, and the row keeps the focus', LONG, async ({ page, office }) => {
    await openMixed(page, office);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('row', { name: /Erste/ })).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Alt+ArrowDown');
    await expect(rows(page)).toHaveText(['Guten Tag', 'Dazwischen', 'Zweite', 'Erste', 'Mit Gruß']);
    await expect(page.getByRole('row', { name: /Erste/ })).toBeFocused();
    await page.keyboard.press('k');
    await expect(page.getByRole('row', { name: /Zweite/ })).toBeFocused();
    await page.keyboard.press('ContextMenu');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(dialogOf(page, 'Text bearbeiten')).toBeVisible();
  });

  test('a row is dragged to its place and stays in its area', async ({ page, office }) => {
    const { id } = await openMixed(page, office);
    await drag(page, 'Zweite', 'Erste');
    await expect(rows(page)).toHaveText(['Guten Tag', 'Zweite', 'Erste', 'Dazwischen', 'Mit Gruß']);
    await drag(page, 'Dazwischen', 'Guten Tag');
    await expect(rows(page)).toHaveText(['Guten Tag', 'Dazwischen', 'Zweite', 'Erste', 'Mit Gruß']);
    const { entries } = await office.api['invoices.get']({ id });
    expect(entries.map((entry) => (entry.kind === 'text' ? entry.area : entry.title))).toEqual([
      ...['intro', 'body', 'Zweite', 'Erste', 'closing'],
    ]);
  });

  test('Esc gives a drag up, and a refused move leaves the order as it was', LONG, async ({ page, office }) => {
    const draft = await openMixed(page, office);
    await drag(page, 'Zweite', 'Erste', () => page.keyboard.press('Escape'));
    await expect(rows(page)).toHaveText(['Guten Tag', 'Erste', 'Dazwischen', 'Zweite', 'Mit Gruß']);
    const target = { id: draft.id, expectedRevision: draft.revision };
    // Final while the row is in the air: the drop is refused.
    await drag(page, 'Zweite', 'Erste', async () => {
      await office.api['invoices.finalise']({ ...target, requestId: crypto.randomUUID() });
    });
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Entwurf');
    await expect(rows(page)).toHaveText(['Guten Tag', 'Erste', 'Dazwischen', 'Zweite', 'Mit Gruß']);
  });
});

/** Drags one row above another by its handle. */
async function drag(page: Page, from: string, to: string, before: () => Promise<unknown> = async () => undefined) {
  const row = (name: string) => page.locator('table.entries tbody tr').filter({ hasText: name });
  await row(from).hover();
  await row(from).locator('.handle').hover();
  await page.mouse.down();
  const place = await row(to).boundingBox();
  if (!place) throw new Error(`there is no row ${to}`);
  await page.mouse.move(place.x + 40, place.y + 20, { steps: 4 });
  await page.mouse.move(place.x + 40, place.y + 4, { steps: 4 });
  await before();
  await page.mouse.up();
}
