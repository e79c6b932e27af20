import { expect, LONG, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { button, dialogOf, makeDraft, makeFinal, newLine, openInvoice, save } from './invoice-drafts.ts';

// axe walks a whole view twice.
test.describe.configure({ timeout: 60_000 });

test('[A9.1] [A9.7] [D1] "Rechnung kopieren" makes a new Entwurf and opens it', async ({ page, office }) => {
  const source = await makeDraft(office, { title: `Kopie ${crypto.randomUUID()}`, reference: 'BE-1' });
  await openInvoice(page, source);
  await button(page, 'Rechnung kopieren').click();
  const dialog = dialogOf(page, 'Rechnung kopieren');
  await expect(dialog.getByLabel('Bezeichnung')).toHaveValue(source.title);
  await expectAccessible(page);
  await save(dialog);
  await expect(page).not.toHaveURL(new RegExp(`/${String(source.id)}$`));
  await expect(page.getByRole('heading', { name: `Entwurf · ${source.title}` })).toBeVisible();
  await expect(page.getByText('In Arbeit')).toHaveCount(0);
  await expect(button(page, 'Position hinzufügen')).toBeVisible();
  expect((await office.api['invoices.summary']({ filter: { search: source.title } })).count).toBe(2);
});

test('[A9.2] [A9.3] [A9.4] date, Referenznummer and Bezeichnung are new', async ({ page, office }) => {
  await openInvoice(page, await makeDraft(office, { reference: 'BE-1' }));
  const title = `Folge ${crypto.randomUUID()}`;
  await button(page, 'Rechnung kopieren').click();
  const dialog = dialogOf(page, 'Rechnung kopieren');
  await dialog.getByRole('button', { name: 'Rechnungsdatum: Kalender öffnen' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Rechnungsdatum', { exact: true }).fill('24.12.2026');
  await expect(dialog.getByLabel('Referenznummer')).toHaveValue('BE-1');
  await dialog.getByLabel('Referenznummer').fill('BE-2');
  await dialog.getByLabel('Bezeichnung').fill(title);
  await save(dialog);
  const { rows } = await office.api['invoices.list']({ filter: { search: title } });
  expect(await office.api['invoices.get']({ id: rows[0]?.id ?? 0 })).toMatchObject({
    ...{ issueDate: '2026-12-24', reference: 'BE-2', title, servicePeriod: null },
  });
});

test('[A9.5] [A9.6] [D10] customer data and discounts are taken over as ticked', async ({ page, office }) => {
  const address = { street: 'Frozen 1', addition: '', postCode: '28195', city: 'Bremen', country: 'DE' };
  const line = await newLine(office, 'Räumen', { discount: { kind: 'percent', percent: '10' } });
  const source = await makeDraft(office, {
    title: `Daten ${crypto.randomUUID()}`,
    entries: [line],
    allowances: [{ name: 'Treuerabatt', discount: { kind: 'amount', amount: 100 } }],
    buyerAddress: { name: 'Eigene Anschrift', address },
    terms: { dueDays: 3, skontoDays: null, skontoPercent: null },
  });
  for (const isTaken of [true, false]) {
    await openInvoice(page, source);
    await button(page, 'Rechnung kopieren').click();
    const dialog = dialogOf(page, 'Rechnung kopieren');
    const title = `${source.title} ${String(isTaken)}`;
    await dialog.getByLabel('Bezeichnung').fill(title);
    await dialog.getByLabel('Kundendaten übernehmen?').setChecked(isTaken);
    await dialog.getByLabel('Rabatte übernehmen?').setChecked(isTaken);
    await save(dialog);
    await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();
    const { rows } = await office.api['invoices.list']({ filter: { search: title } });
    const made = await office.api['invoices.get']({ id: rows[0]?.id ?? 0 });
    expect(made.buyerAddress?.name).toBe(isTaken ? 'Eigene Anschrift' : undefined);
    expect(made.terms.dueDays === 3).toBe(isTaken);
    expect(made.totals.lineNet).toBe(isTaken ? 900 : 1_000);
    expect(made.allowances).toHaveLength(isTaken ? 1 : 0);
  }
});

test('[A9.8] "Zurücksetzen" restores the values of the source, "Abbrechen" makes nothing', async ({ page, office }) => {
  const source = await makeDraft(office, { title: `Abbruch ${crypto.randomUUID()}`, reference: 'BE-1' });
  await openInvoice(page, source);
  await button(page, 'Rechnung kopieren').click();
  const dialog = dialogOf(page, 'Rechnung kopieren');
  await dialog.getByLabel('Bezeichnung').fill('Anders');
  await dialog.getByLabel('Referenznummer').fill('');
  await dialog.getByLabel('Rabatte übernehmen?').uncheck();
  await button(dialog, 'Zurücksetzen').click();
  await expect(dialog.getByLabel('Bezeichnung')).toHaveValue(source.title);
  await expect(dialog.getByLabel('Referenznummer')).toHaveValue('BE-1');
  await expect(dialog.getByLabel('Rabatte übernehmen?')).toBeChecked();
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Rechnung kopieren')).toBeFocused();
  expect((await office.api['invoices.summary']({ filter: { search: source.title } })).count).toBe(1);
});

test('[D6] a final invoice is copied too', async ({ page, office }) => {
  const final = await makeFinal(office, { title: `Final ${crypto.randomUUID()}` });
  await openInvoice(page, final);
  await button(page, 'Rechnung kopieren').click();
  await save(dialogOf(page, 'Rechnung kopieren'));
  await expect(page.getByRole('heading', { name: `Entwurf · ${final.title}` })).toBeVisible();
});

test('a copy for a customer that was archived meanwhile says so and makes nothing', LONG, async ({ page, office }) => {
  const customer = await office.api['customers.create']({
    ...{ requestId: crypto.randomUUID(), kind: 'business', name: `Archiv ${crypto.randomUUID()}` },
  });
  const source = await makeDraft(office, { customerId: customer.id, title: customer.name });
  await openInvoice(page, source);
  await button(page, 'Rechnung kopieren').click();
  const dialog = dialogOf(page, 'Rechnung kopieren');
  await office.api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByText(/Er ist archiviert\./)).toBeVisible();
  expect((await office.api['invoices.summary']({ filter: { search: source.title } })).count).toBe(1);
});
