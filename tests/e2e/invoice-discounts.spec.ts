import { expect, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { act, button, dialogOf, LINE, makeDraft, openInvoice, save } from './invoice-drafts.ts';

// axe walks a whole view twice.
test.describe.configure({ timeout: 60_000 });

test('[A7.2] [A7.3] a percentage at its bounds, EITHER that OR an amount', async ({ page, office }) => {
  const { id } = await makeDraft(office);
  await openInvoice(page, { id });
  await act(page, LINE, 'Positionsrabatt bearbeiten');
  const dialog = dialogOf(page, 'Positionsrabatt bearbeiten');
  const percent = dialog.getByRole('textbox', { name: 'Prozentsatz' });
  for (const [typed, sentence] of [
    ['0', 'Prozentsatz von 0,01 bis 100'],
    ['-1', 'Bitte lassen Sie das Minus weg.'],
    ['100,01', 'Prozentsatz von 0,01 bis 100'],
    ['', 'Bitte füllen Sie das Feld „Prozentsatz“ aus.'],
  ] as const) {
    await percent.fill(typed);
    await button(dialog, 'Speichern').click();
    await expect(dialog.locator('.v-messages__message').last()).toContainText(sentence);
    await expect(percent).toBeFocused();
  }
  await dialog.getByLabel('Fester Betrag').first().check();
  await expect(percent).toHaveCount(0);
  const amount = dialog.getByRole('textbox', { name: 'Fester Betrag' });
  for (const [typed, sentence] of [
    ['0', 'Betrag über 0'],
    ['-1', 'Bitte lassen Sie das Minus weg.'],
    ['12,345.67', 'Bitte'],
  ] as const) {
    await amount.fill(typed);
    await button(dialog, 'Speichern').click();
    await expect(dialog.locator('.v-messages__message').last()).toContainText(sentence);
  }
  await dialog.getByLabel('Prozentsatz').first().check();
  await percent.fill('100');
  await save(dialog);
  await expect(page.getByRole('row', { name: /Räumen/ })).toContainText('Rabatt 100 %: 420,00 €');
  const { entries } = await office.api['invoices.get']({ id });
  expect(entries[0]).toMatchObject({ discount: { kind: 'percent', percent: '100' } });
});

test('[A7.4] [A7.5] an amount above the position equals a Gutschrift: told in the dialog and in green', async ({
  page,
  office,
}) => {
  await openInvoice(page, await makeDraft(office));
  await act(page, LINE, 'Positionsrabatt bearbeiten');
  const dialog = dialogOf(page, 'Positionsrabatt bearbeiten');
  await dialog.getByLabel('Fester Betrag').first().check();
  await dialog.getByRole('textbox', { name: 'Fester Betrag' }).fill('500');
  await expect(dialog.getByText('Das entspricht einer Gutschrift.')).toBeVisible();
  await expectAccessible(page);
  await save(dialog);
  const discount = page.locator('table.entries .discount');
  await expect(discount).toHaveText('Rabatt: 500,00 € · entspricht einer Gutschrift');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(discount).toHaveCSS('color', 'rgb(46, 112, 52)');
  await expect(page.locator('table.entries svg.label')).toHaveCSS('fill', 'rgb(46, 112, 52)');
});

test('[A7.6] "Rabatt löschen" is red', async ({ page, office }) => {
  const allowances = [{ name: 'Treuerabatt', discount: { kind: 'percent', percent: '5' } as const }];
  await openInvoice(page, await makeDraft(office, { allowances }));
  await page.emulateMedia({ colorScheme: 'light' });
  await button(page, 'Gesamtrabatt Treuerabatt bearbeiten').click();
  const dialog = dialogOf(page, 'Gesamtrabatt bearbeiten');
  await expect(button(dialog, 'Rabatt löschen')).toHaveCSS('color', 'rgb(179, 38, 30)');
  await button(dialog, 'Rabatt löschen').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Summe Netto inkl. Gesamtrabatt')).toHaveCount(0);
});

test('[A7.8] [A7.9] [A7.10] an overall amount above the sum is taken and gives a negative total', async ({
  page,
  office,
}) => {
  await openInvoice(page, await makeDraft(office));
  await button(page, 'Rabatt hinzufügen').click();
  const dialog = dialogOf(page, 'Gesamtrabatt bearbeiten');
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByText('Bitte füllen Sie das Feld „Bezeichnung')).toBeVisible();
  await dialog.getByLabel('Bezeichnung des Rabatts').fill('Kulanz');
  await dialog.getByLabel('Fester Betrag').first().check();
  await dialog.getByRole('textbox', { name: 'Fester Betrag' }).fill('1.000');
  await expect(dialog.getByText('Das entspricht einer Gutschrift.')).toBeVisible();
  await save(dialog);
  const totals = page.getByRole('region', { name: 'Summen' });
  await expect(totals).toContainText('-580,00');
  await expect(totals).toContainText('Das entspricht einer Gutschrift.');
  await expectAccessible(page);
});
