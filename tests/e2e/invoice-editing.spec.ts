import { expect, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { act, button, choose, dialogOf, LINE, makeDraft, openInvoice, save, TEXT } from './invoice-drafts.ts';
import { write } from './text-editing.ts';

test.use({ showsPage: true });

test.describe('master data', () => {
  test('[A4.2] [A4.3] the pencil edits, resets, cancels and stores', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await button(page, 'Rechnung aktualisieren').click();
    const dialog = dialogOf(page, 'Rechnung aktualisieren');
    const title = dialog.getByLabel('Bezeichnung');
    await expect(title).toHaveValue('Winterdienst');
    await title.fill('Anders');
    await button(dialog, 'Zurücksetzen').click();
    await expect(title).toHaveValue('Winterdienst');
    await expectAccessible(page);
    await title.fill('Frühjahrsputz');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Entwurf · Frühjahrsputz' })).toBeVisible();
  });

  test('[A4.4] Anschrift, Verantwortlich and Vorlage have pencils of their own', async ({ page, office }) => {
    const { id } = await makeDraft(office, { templateId: null });
    await openInvoice(page, { id });
    await button(page, 'Vorlage bearbeiten').click();
    await choose(dialogOf(page, 'Vorlage auswählen'), 'Vorlage', 'Standard');
    await save(dialogOf(page, 'Vorlage auswählen'));
    await button(page, 'Anschrift bearbeiten').click();
    const address = dialogOf(page, 'Anschrift bearbeiten');
    await address.getByLabel('Eigene Anschrift für diese Rechnung').check();
    await address.getByLabel('Ort').first().fill('Lilienthal');
    await expectAccessible(page);
    await save(address);
    await expect(page.getByText(/Lilienthal/).first()).toBeVisible();
    await button(page, 'Verantwortlich bearbeiten').click();
    await button(dialogOf(page, 'Verantwortlich bearbeiten'), 'Abbrechen').click();
    const stored = await office.api['invoices.get']({ id });
    expect(stored.templateName).not.toBe('');
    expect(stored.buyerAddress?.address.city).toBe('Lilienthal');
  });
});

test.describe('positions', () => {
  test('[A5.2] [A5.3] [A5.6] "Position hinzufügen" with all its fields', async ({ page, office }) => {
    const { id } = await makeDraft(office);
    await openInvoice(page, { id });
    await button(page, 'Position hinzufügen').click();
    const dialog = dialogOf(page, 'Rechnungsposition erstellen');
    await dialog.getByLabel('Titel').fill('Streugut');
    await write(dialog, 'Beschreibung', 'Splitt 2/5');
    await dialog.getByLabel('Anzahl').fill('2,5');
    await dialog.getByRole('combobox', { name: 'Einheit' }).press('ArrowDown');
    await expect(page.getByRole('option')).toHaveText(['Stück', 'Stunde', 'Tag', 'Monat', 'Pauschale']);
    await page.getByRole('option', { name: 'Stück' }).click();
    await dialog.getByLabel('Preis/Einheit').fill('8,1234');
    await expectAccessible(page);
    await save(dialog);
    await expect(page.getByRole('row', { name: /Streugut/ })).toContainText('20,31');
    const { entries } = await office.api['invoices.get']({ id });
    expect(entries[1]).toMatchObject({ title: 'Streugut', quantity: '2.5', unit: 'piece', unitPrice: '8.1234' });
  });

  test('[A5.5] [A5.9] a position needs its figures; "Abbrechen" discards', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await button(page, 'Position hinzufügen').click();
    const dialog = dialogOf(page, 'Rechnungsposition erstellen');
    await dialog.getByLabel('Anzahl').fill('');
    await button(dialog, 'Speichern').click();
    await expect(dialog.locator('.v-messages__message')).toHaveCount(2);
    await button(dialog, 'Abbrechen').click();
    await button(page, 'Verwerfen').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: LINE })).toHaveCount(1);
  });

  test('[A5.8] every VAT rate that is not archived can be chosen', async ({ page, office }) => {
    const { rates } = await office.api['vatRates.list']({});
    await openInvoice(page, await makeDraft(office));
    await button(page, 'Position hinzufügen').click();
    await dialogOf(page, 'Rechnungsposition erstellen')
      .getByRole('combobox', { name: 'Steuersatz' })
      .press('ArrowDown');
    await expect(page.getByRole('option')).toHaveCount(rates.filter(({ archived }) => !archived).length);
  });

  test('[A5.10] [A5.11] the menu before a position edits, moves and deletes it; a delete is undone', async ({
    page,
    office,
  }) => {
    const draft = await makeDraft(office);
    const [line] = draft.entries;
    if (line?.kind !== 'line') throw new Error('the draft begins with a position');
    const { id, vat, ...second } = line;
    await office.api['entries.add']({
      id: draft.id,
      expectedRevision: draft.revision,
      requestId: crypto.randomUUID(),
      entry: { ...second, title: 'Zweite' },
    });
    await openInvoice(page, draft);
    const titles = page.locator('table.entries .title');
    await expect(titles).toHaveText(['Räumen', 'Zweite']);
    await act(page, LINE, 'Nach unten');
    await expect(titles).toHaveText(['Zweite', 'Räumen']);
    await act(page, LINE, 'Rechnungsposition bearbeiten');
    const dialog = dialogOf(page, 'Rechnungsposition bearbeiten');
    await dialog.getByLabel('Titel').fill('Erste');
    await save(dialog);
    await act(page, LINE, 'Rechnungsposition löschen');
    const question = page.getByRole('alertdialog', { name: 'Rechnungsposition löschen?' });
    await expect(button(question, 'Abbrechen')).toBeFocused();
    await button(question, 'Löschen').click();
    await expect(titles).toHaveText(['Räumen']);
    await button(page, 'Rückgängig').click();
    await expect(titles).toHaveText(['Erste', 'Räumen']);
  });
});

test.describe('discounts', () => {
  test('[A7.2] [A7.3] [A7.5] a percentage on a position, checked and shown in green', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await act(page, LINE, 'Positionsrabatt bearbeiten');
    const dialog = dialogOf(page, 'Positionsrabatt bearbeiten');
    const field = dialog.getByRole('textbox', { name: 'Prozentsatz' });
    for (const refused of ['0', '100,01']) {
      await field.fill(refused);
      await button(dialog, 'Speichern').click();
      await expect(dialog.locator('.v-messages__message').last()).toContainText('0,01');
    }
    await expectAccessible(page);
    await field.fill('10');
    await save(dialog);
    await expect(page.getByText('Rabatt 10 %: 42,00 €')).toBeVisible();
    await expect(page.locator('svg.label')).toBeVisible();
    await expect(page.getByRole('row', { name: /Räumen/ })).toContainText('378,00');
  });

  test('[A7.4] [A7.6] an amount above the position is taken; "Rabatt löschen" removes it', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await act(page, LINE, 'Positionsrabatt bearbeiten');
    const dialog = dialogOf(page, 'Positionsrabatt bearbeiten');
    await dialog.getByLabel('Fester Betrag').first().check();
    await dialog.getByRole('textbox', { name: 'Fester Betrag' }).fill('500');
    await save(dialog);
    await expect(page.getByRole('row', { name: /Räumen/ })).toContainText('-80,00');
    await act(page, LINE, 'Positionsrabatt bearbeiten');
    await button(dialog, 'Rabatt löschen').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Räumen/ })).toContainText('420,00');
  });

  test('[A7.7] [A7.8] [A7.11] overall discounts stand below "Summe Netto", each with its name', async ({
    page,
    office,
  }) => {
    await openInvoice(page, await makeDraft(office));
    const totals = page.getByRole('region', { name: 'Summen' });
    await expect(totals.getByText('Summe Netto inkl. Gesamtrabatt')).toHaveCount(0);
    const dialog = dialogOf(page, 'Gesamtrabatt bearbeiten');
    for (const name of ['', 'Treuerabatt', 'Wintersonne']) {
      if (name !== 'Treuerabatt') await button(page, 'Rabatt hinzufügen').click();
      await dialog.getByLabel('Bezeichnung des Rabatts').fill(name);
      await dialog.getByRole('textbox', { name: 'Prozentsatz' }).fill('10');
      await button(dialog, 'Speichern').click();
      if (name === '') await expect(dialog.getByText(/Bitte füllen Sie das Feld/)).toBeVisible();
      else await expect(dialog).toHaveCount(0);
    }
    await expect(totals).toContainText(/Summe Netto.*Treuerabatt.*Wintersonne.*Summe Netto inkl. Gesamtrabatt/s);
    await button(page, 'Gesamtrabatt Treuerabatt bearbeiten').click();
    await expectAccessible(page);
    await button(dialog, 'Rabatt löschen').click();
    await expect(totals.getByText('Treuerabatt')).toHaveCount(0);
  });

  test('every total explains itself, down to quantity and price', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await page.getByRole('region', { name: 'Summen' }).getByRole('button', { name: '499,80 €: so gerechnet' }).click();
    const card = dialogOf(page, 'So gerechnet');
    await expect(card).toContainText('Gesamtbetrag');
    await expectAccessible(page);
    await button(card, 'Summe Netto').click();
    await button(card, 'Netto von Position 1').click();
    await button(card, 'Position 1 vor Rabatt').click();
    await expect(card).toContainText('Anzahl mal Preis/Einheit');
    await expect(card).toContainText('3,5');
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
  });
});

test.describe('texts', () => {
  test('[A6.2] [A6.12] introduction is added once, then from its menu; deleting asks', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    await button(page, 'Einleitungstext hinzufügen').click();
    const dialog = dialogOf(page, 'Einleitungstext erstellen');
    await write(dialog, 'Text', 'Guten Tag,\n\nvielen Dank.');
    await expectAccessible(page);
    await save(dialog);
    await expect(button(page, 'Einleitungstext hinzufügen')).toHaveCount(0);
    await act(page, TEXT, 'Text unterhalb erstellen');
    await write(dialog, 'Text', 'Zweiter Text');
    await save(dialog);
    await expect(page.locator('td.text')).toHaveText([/vielen Dank/, 'Zweiter Text']);
    await act(page, TEXT, 'Text löschen');
    await button(page.getByRole('alertdialog'), 'Löschen').click();
    await expect(page.locator('td.text')).toHaveText(['Zweiter Text']);
  });
});

test('the page beside the editor follows a change, can be made wider and hidden', async ({ page, office }) => {
  await openInvoice(page, await makeDraft(office));
  const view = page.locator('[data-painted]');
  await expect(view).toHaveAttribute('data-painted', /\d/);
  const before = await view.getAttribute('data-painted');
  await button(page, 'Rechnung aktualisieren').click();
  const dialog = dialogOf(page, 'Rechnung aktualisieren');
  await dialog.getByLabel('Bezeichnung').fill('Neue Bezeichnung');
  await save(dialog);
  await expect(view).not.toHaveAttribute('data-painted', before ?? '');
  const handle = page.getByRole('separator', { name: 'Breite der Seite' });
  const width = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', String(width + 24));
  await button(page, 'Seite daneben zeigen').click();
  await expect(view).toHaveCount(0);
});
