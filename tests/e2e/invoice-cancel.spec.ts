import type { Page } from '@playwright/test';
import { today } from '../../renderer/components/today.ts';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { act, button, dialogOf, LINE, makeDraft, makeFinal, openInvoice, save, statusOf } from './invoice-drafts.ts';

test.use({ showsPage: true });

const related = (page: Page) => page.getByRole('region', { name: 'Stornierung' });
const cancelDialog = (page: Page) => dialogOf(page, 'Rechnung stornieren');

test('[A20.1] [A20.2] [A20.13] the dialog says what will happen, and giving up changes nothing', async ({
  page,
  office,
}) => {
  await openInvoice(page, await makeDraft(office));
  await expect(button(page, 'Rechnung stornieren')).toHaveCount(0);
  const { id, number } = await makeFinal(office);
  await openInvoice(page, { id });
  await button(page, 'Rechnung stornieren').click();
  const dialog = cancelDialog(page);
  await expect(dialog).toContainText(`Rechnung ${number} wird „Storniert“`);
  await expect(dialog).toContainText('Bezahlt ist nichts: Die Stornorechnung ist „Verrechnet“.');
  await expect(dialog).toContainText('lässt sich nicht rückgängig machen');
  await expect(button(dialog, 'Stornorechnung erstellen')).toBeVisible();
  await expect(button(dialog, 'Stornorechnung & neue Entwurfsrechnung erstellen')).toBeVisible();
  await expectAccessible(page);
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toHaveCount(0);
  expect((await office.api['invoices.get']({ id })).status).toBe('final');
});

test('[A20.8] [A20.9] [A20.10] both show a link to the other, and what is left to do with them', async ({
  page,
  office,
}) => {
  const { id, number } = await makeFinal(office);
  await openInvoice(page, { id });
  await button(page, 'Rechnung stornieren').click();
  const reason = cancelDialog(page).getByLabel('Grund (steht auf der Stornorechnung)');
  await reason.fill('Falsch 🛠');
  await button(cancelDialog(page), 'Stornorechnung erstellen').click();
  await expect(cancelDialog(page).getByText(/Bitte ersetzen Sie das Zeichen „🛠“/)).toBeVisible();
  await reason.fill('Falsche Anschrift');
  await button(cancelDialog(page), 'Stornorechnung erstellen').click();
  await expect(cancelDialog(page)).toHaveCount(0);
  await expect(statusOf(page, 'Storniert')).toBeVisible();
  for (const action of ['Rechnung stornieren', 'Auf „Versendet“ setzen', 'Auf „Bezahlt“ setzen']) {
    await expect(button(page, action)).toHaveCount(0);
  }
  await expect(button(page, 'Rechnung kopieren')).toBeVisible();
  await expectAccessible(page);

  await related(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stornorechnung');
  await expect(statusOf(page, 'Verrechnet')).toBeVisible();
  await expect(related(page).getByRole('link')).toHaveText(number);
  await expect(page.locator('td.text')).toContainText('Falsche Anschrift');
  await expect(button(page, 'Rechnung kopieren')).toHaveCount(0);
  await expect(button(page, 'Rechnung stornieren')).toHaveCount(0);
});

test('[A20.6] [A20.7] [D24] a refund is a task of "Übersicht" until "Verrechnet"', async ({ page, office }) => {
  const { id, revision } = await makeFinal(office);
  const date = today();
  const payment = { requestId: crypto.randomUUID(), date, amount: 4_711 };
  await office.api['invoices.pay']({ id, expectedRevision: revision, ...payment });
  await openInvoice(page, { id });
  await button(page, 'Rechnung stornieren').click();
  await expect(cancelDialog(page)).toContainText('Bezahlt sind 47,11 €: Die Stornorechnung ist „Nicht verrechnet“');
  await button(cancelDialog(page), 'Stornorechnung erstellen').click();
  await expect(statusOf(page, 'Storniert')).toBeVisible();

  await page.getByRole('link', { name: 'Übersicht' }).click();
  const task = page.getByRole('region', { name: 'Geld zurückzahlen' }).getByRole('link', { name: /47,11/ });
  await expect(task).toBeVisible();
  await expectAccessible(page);
  await task.click();
  await expect(related(page)).toContainText('Zu erstatten: 47,11 €');
  await button(page, 'Verrechnet').click();
  await expect(statusOf(page, 'Verrechnet')).toBeVisible();
  await page.getByRole('link', { name: 'Übersicht' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  await expect(task).toHaveCount(0);
});

test('[A20.4] [C1.7] with a new draft: the way from one to the next, and what was put right', async ({
  page,
  office,
}) => {
  const { id, number } = await makeFinal(office);
  await openInvoice(page, { id });
  await button(page, 'Rechnung stornieren').click();
  await button(cancelDialog(page), 'Stornorechnung & neue Entwurfsrechnung erstellen').click();
  await expect(statusOf(page, 'Storniert')).toBeVisible();
  await related(page).getByRole('link', { name: 'Entwurf' }).click();
  await expect(related(page).getByRole('link', { name: number })).toBeVisible();
  await expect(related(page).getByRole('listitem')).toHaveText([/Rechnung/, /Stornorechnung/, /Neue Rechnung/]);

  const differences = dialogOf(page, 'Unterschiede');
  await button(page, 'Unterschiede zur stornierten Rechnung').click();
  await expect(differences).toContainText('Beide Rechnungen haben denselben Inhalt.');
  await button(differences, 'Schließen').click();
  await act(page, LINE, 'Rechnungsposition bearbeiten');
  const line = dialogOf(page, 'Rechnungsposition bearbeiten');
  await line.getByLabel('Anzahl').fill('3');
  await save(line);
  await button(page, 'Unterschiede zur stornierten Rechnung').click();
  const rows = differences.getByRole('row');
  await expect(rows.filter({ hasText: 'Position 1' })).toContainText(/3,5.*3/);
  await expect(rows.filter({ hasText: 'Gesamtbetrag' })).toContainText('428,40');
  await expectAccessible(page);
});

test('what was paid while the dialog was open is said before anything is cancelled', LONG, async ({ page, office }) => {
  const { id, revision } = await makeFinal(office);
  await openInvoice(page, { id });
  await button(page, 'Rechnung stornieren').click();
  const dialog = cancelDialog(page);
  await expect(dialog).toContainText('Bezahlt ist nichts');
  const reason = dialog.getByLabel('Grund (steht auf der Stornorechnung)');
  await reason.fill('Falsche Menge');
  const payment = { requestId: crypto.randomUUID(), date: today(), amount: 100 };
  await office.api['invoices.pay']({ id, expectedRevision: revision, ...payment });
  await button(dialog, 'Stornorechnung erstellen').click();
  await page.getByRole('alertdialog').getByRole('button').first().click();
  await expect(dialog).toContainText('Bezahlt sind 1,00 €: Die Stornorechnung ist „Nicht verrechnet“');
  await expect(reason).toHaveValue('Falsche Menge');
  await button(dialog, 'Stornorechnung erstellen').click();
  await expect(statusOf(page, 'Storniert')).toBeVisible();
});
