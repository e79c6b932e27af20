import { readFile } from 'node:fs/promises';
import { expect, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { button, choose, dialogOf, makeDraft, makeFinal, openInvoice } from './invoice-drafts.ts';

test.describe('Rechnung erstellen', () => {
  test('[A3.1] [A3.16] [A3.17] "+ Neu" creates a draft that appears in the list', async ({ page }) => {
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    const title = `Neu ${crypto.randomUUID()}`;
    await choose(dialog, 'Kunde', 'Hofladen Behrens');
    await dialog.getByLabel('Bezeichnung').fill(title);
    await expectAccessible(page);
    await button(dialog, 'Speichern').click();
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(/#\/rechnungen$/);
    await expect(page.locator('tbody tr', { hasText: title })).toContainText('Entwurf');
    await page.getByRole('link', { name: 'Öffnen' }).click();
    await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();
  });

  test('[A3.2] [A3.5] [A3.7] what the dialog holds is stored', async ({ page, office }) => {
    const title = `Felder ${crypto.randomUUID()}`;
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    await dialog.getByRole('textbox', { name: 'Rechnungsdatum' }).fill('5.10.2026');
    await choose(dialog, 'Kunde', 'Hofladen Behrens');
    await dialog.getByLabel('Bezeichnung').fill(title);
    await dialog.getByLabel('Referenznummer').fill('BE-77');
    await dialog.getByRole('textbox', { name: 'Leistungszeitraum von' }).fill('1.9.2026');
    await dialog.getByRole('textbox', { name: 'Leistungszeitraum bis' }).fill('30.9.2026');
    await dialog.getByLabel('Zahlungsziel (in Tagen)').fill('21');
    await button(dialog, 'Speichern').click();
    await expect(dialog).toHaveCount(0);
    const { rows } = await office.api['invoices.list']({ filter: { search: title } });
    const stored = await office.api['invoices.get']({ id: rows[0]?.id ?? 0 });
    expect(stored).toMatchObject({
      issueDate: '2026-10-05',
      dueDate: '2026-10-26',
      reference: 'BE-77',
      servicePeriod: { start: '2026-09-01', end: '2026-09-30' },
    });
  });

  test('[A3.3] without a customer nothing is stored, and the field says so', async ({ page }) => {
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    await button(dialog, 'Speichern').click();
    await expect(dialog.getByText('Bitte füllen Sie das Feld „Kunde“ aus.')).toBeVisible();
  });

  test('[A3.10] the terms wait for a customer and start with its values', async ({ page }) => {
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    const names = ['Zahlungsziel (in Tagen)', 'Skontofrist (in Tagen)', 'Skonto'];
    for (const name of names) await expect(dialog.getByLabel(name, { exact: true })).toBeDisabled();
    await choose(dialog, 'Kunde', 'Stadtwerke Teufelsmoor');
    for (const name of names) await expect(dialog.getByLabel(name, { exact: true })).toBeEnabled();
    await expect(dialog.getByLabel('Zahlungsziel (in Tagen)')).toHaveValue('30');
  });

  test('[A3.4] "+" beside the customer creates one in place and assigns it', async ({ page }) => {
    const name = `Neukunde ${crypto.randomUUID()}`;
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    await dialog.getByRole('button', { name: /Kunden anlegen|Neuen Kunden/ }).click();
    const customer = dialogOf(page, 'Kunden anlegen');
    await customer.getByLabel('Name').first().fill(name);
    await button(customer, 'Speichern').click();
    await expect(customer).toHaveCount(0);
    await expect(dialog.getByRole('combobox', { name: 'Kunde' })).toHaveValue(name);
  });

  test('[A3.14] [A3.15] the round arrow resets, "Abbrechen" asks and stores nothing', async ({ page, office }) => {
    const { count } = await office.api['invoices.summary']({ filter: { search: 'Verworfen' } });
    await button(page, 'Neu').click();
    const dialog = dialogOf(page, 'Rechnung erstellen');
    await dialog.getByLabel('Bezeichnung').fill('Verworfen');
    await button(dialog, 'Zurücksetzen').click();
    await expect(dialog.getByLabel('Bezeichnung')).toHaveValue('');
    await dialog.getByLabel('Bezeichnung').fill('Verworfen');
    await button(dialog, 'Abbrechen').click();
    await button(page, 'Weiter bearbeiten').click();
    await expect(dialog.getByLabel('Bezeichnung')).toHaveValue('Verworfen');
    await page.keyboard.press('Escape');
    await button(page, 'Verwerfen').click();
    await expect(dialog).toHaveCount(0);
    expect((await office.api['invoices.summary']({ filter: { search: 'Verworfen' } })).count).toBe(count);
  });
});

test.describe('printing and deleting', () => {
  test('[A10.2] [A10.3] "Drucken (Vorschau)" downloads the PDF of a draft', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    const download = page.waitForEvent('download');
    await button(page, 'Drucken (Vorschau)').click();
    const path = await (await download).path();
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('[A10.1] without a Vorlage there is no printing, and the view says why', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office, { templateId: null }));
    await expect(button(page, 'Drucken (Vorschau)')).toBeDisabled();
    await expect(page.getByText('Bitte wählen Sie eine Vorlage.').first()).toBeVisible();
  });

  test('[A8.3] [A8.4] [C1.2] "Rechnung löschen" asks, deletes and goes back to the list', async ({ page, office }) => {
    const draft = await makeDraft(office, { title: `Weg ${crypto.randomUUID()}` });
    await openInvoice(page, draft);
    await button(page, 'Rechnung löschen').click();
    await button(page.getByRole('alertdialog'), 'Abbrechen').click();
    await button(page, 'Rechnung löschen').click();
    await expectAccessible(page);
    await button(page.getByRole('alertdialog'), 'Löschen').click();
    await expect(page).toHaveURL(/#\/rechnungen$/);
    expect((await office.api['invoices.summary']({ filter: { search: draft.title } })).count).toBe(0);
  });
});

test.describe('Rechnung finalisieren', () => {
  test('[A17.1] [A17.3] [A17.4] an unmet condition is named, blocks, and leads to its field', async ({
    page,
    office,
  }) => {
    await openInvoice(page, await makeDraft(office, { entries: [] }));
    await button(page, 'Rechnung finalisieren').click();
    const dialog = dialogOf(page, 'Rechnung finalisieren');
    await expect(dialog.getByText('Bitte fügen Sie mindestens eine Position hinzu.')).toBeVisible();
    await expect(button(dialog, 'Rechnung finalisieren')).toBeDisabled();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /^Zum Feld: Bitte fügen Sie/ }).click();
    await expect(dialogOf(page, 'Rechnungsposition erstellen')).toBeVisible();
  });

  test('[A17.2] without a Vorlage it leads to the choice of one', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office, { templateId: null }));
    await button(page, 'Rechnung finalisieren').click();
    const dialog = dialogOf(page, 'Rechnung finalisieren');
    await expect(button(dialog, 'Rechnung finalisieren')).toBeDisabled();
    await dialog
      .getByRole('button', { name: /^Zum Feld: .*Vorlage/ })
      .first()
      .click();
    await expect(dialogOf(page, 'Vorlage auswählen')).toBeVisible();
  });

  test('[A17.5] [A17.6] missing Bezeichnung and texts are hints that do not block', async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office, { title: '' }));
    await button(page, 'Rechnung finalisieren').click();
    const dialog = dialogOf(page, 'Rechnung finalisieren');
    for (const what of ['keine Bezeichnung', 'keinen Einleitungstext', 'keinen Schlusstext']) {
      await expect(dialog.getByText(new RegExp(`Hinweis: Die Rechnung hat ${what}`))).toBeVisible();
    }
    await expect(button(dialog, 'Rechnung finalisieren')).toBeEnabled();
    await button(dialog, 'Abbrechen').click();
    await expect(dialog).toHaveCount(0);
  });

  test('[A17.7] [A17.8] [A17.9] it gives the number it named, warns, and stores PDF and XRechnung', async ({
    page,
    office,
  }) => {
    const { id } = await makeDraft(office);
    await openInvoice(page, { id });
    await button(page, 'Rechnung finalisieren').click();
    const dialog = dialogOf(page, 'Rechnung finalisieren');
    await expect(dialog.getByText('Das lässt sich nicht rückgängig machen.')).toBeVisible();
    const { nextNumber } = await office.api['invoices.check']({ id });
    await expect(dialog.getByText(`Die Rechnung bekommt die Nummer ${nextNumber}.`)).toBeVisible();
    await button(dialog, 'Rechnung finalisieren').click();
    await expect(page.getByRole('heading', { name: new RegExp(`^${nextNumber}`) })).toBeVisible();
    for (const gone of ['Rechnung finalisieren', 'Rechnung aktualisieren', 'Rechnung löschen', 'Position hinzufügen']) {
      await expect(button(page, gone)).toHaveCount(0);
    }
    const download = page.waitForEvent('download');
    await button(page, 'XRechnung herunterladen').click();
    expect((await download).suggestedFilename()).toMatch(/\.xml$/);
    await page.getByRole('tab', { name: 'Dokumente (2)' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: '.pdf' })).toBeVisible();
    await expectAccessible(page);
  });

  test('[B3.3] [B3.4] PDF and XRechnung are had from the view of the invoice at any time', async ({ page, office }) => {
    const { id, revision } = await makeFinal(office);
    await office.api['invoices.markSent']({ id, expectedRevision: revision });
    await openInvoice(page, { id });
    for (const [name, ending] of [
      ['Drucken (Vorschau)', /\.pdf$/],
      ['XRechnung herunterladen', /\.xml$/],
    ] as const) {
      const download = page.waitForEvent('download');
      await button(page, name).click();
      expect((await download).suggestedFilename()).toMatch(ending);
    }
  });

  test('an e-invoice that cannot be made can be left out where the law allows it', async ({ page, office }) => {
    const { id } = await office.api['customers.create']({
      requestId: crypto.randomUUID(),
      kind: 'private',
      name: 'Ohne Mail',
      address: { street: 'Weg 1', addition: '', postCode: '28195', city: 'Bremen', country: 'DE' },
    });
    await openInvoice(page, await makeDraft(office, { customerId: id }));
    await button(page, 'Rechnung finalisieren').click();
    const dialog = dialogOf(page, 'Rechnung finalisieren');
    await expect(dialog.getByText('Das fehlt der E-Rechnung (XRechnung)')).toBeVisible();
    await expect(button(dialog, 'Rechnung finalisieren')).toBeDisabled();
    await button(dialog, 'Ohne E-Rechnung finalisieren').click();
    await expect(page.getByText('Final').first()).toBeVisible();
    await expect(button(page, 'XRechnung herunterladen')).toHaveCount(0);
  });
});
