import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeFinal, openInvoice, statusOf } from './invoice-drafts.ts';

/** 2 % within 7 days. */
const terms = { dueDays: 14, skontoDays: 7, skontoPercent: '2' };

test('[A15.4] [A18.1] [A18.2] "Versendet" is confirmed, and leaves what is still possible', async ({
  page,
  office,
}) => {
  const { id } = await makeFinal(office, { terms });
  await openInvoice(page, { id });
  await button(page, 'Auf „Versendet“ setzen').click();
  const dialog = page.getByRole('alertdialog', { name: 'Rechnung versendet?' });
  await expect(dialog).toContainText('Das lässt sich nicht rückgängig machen.');
  await expectAccessible(page);
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toHaveCount(0);
  expect((await office.api['invoices.get']({ id })).status).toBe('final');
  await button(page, 'Auf „Versendet“ setzen').click();
  await button(dialog, 'Rechnung versendet').click();
  await expect(statusOf(page, 'Versendet')).toBeVisible();
  await expect(button(page, 'Auf „Versendet“ setzen')).toHaveCount(0);
  await expect(button(page, 'Auf „Bezahlt“ setzen')).toBeVisible();
  await expect(page.getByText(/^versendet am \d/)).toBeVisible();
});

test('[A19.1] [A19.2] [F6.2] a part, then the rest less the Skonto: the dialog says what each does', async ({
  page,
  office,
}) => {
  const { id, totals } = await makeFinal(office, { terms });
  await openInvoice(page, { id });
  await button(page, 'Auf „Bezahlt“ setzen').click();
  const dialog = dialogOf(page, 'Zahlung erfassen');
  await expect(dialog.getByText(/genügen .* sind Skonto/)).toBeVisible();
  await expect(dialog.getByText(/bleiben als Skonto ungezahlt/)).toBeVisible();
  await dialog.getByLabel('Betrag').fill('999.999,99');
  await expect(dialog.getByText(/Bitte geben Sie einen Betrag bis/)).toBeVisible();
  await button(dialog, 'Rechnung bezahlt').click();
  await expect(dialog.getByText(/Es ist weniger offen/)).toBeVisible();
  await dialog.getByLabel('Betrag').fill('10,00');
  await expect(dialog.getByText(/der Status bleibt/)).toBeVisible();
  await expectAccessible(page);
  await button(dialog, 'Teilzahlung erfassen').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Zahlungen' })).toContainText('Noch offen');
  await expect(statusOf(page, 'Final')).toBeVisible();

  await button(page, 'Auf „Bezahlt“ setzen').click();
  await button(dialog, 'Rechnung bezahlt').click();
  await expect(statusOf(page, 'Bezahlt')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Zahlungen' })).toContainText('Skonto');
  for (const action of ['Rechnung stornieren', 'Drucken (Vorschau)', 'Rechnung kopieren']) {
    await expect(button(page, action)).toBeVisible();
  }
  await expect(button(page, 'Auf „Bezahlt“ setzen')).toHaveCount(0);
  const { account } = await office.api['invoices.get']({ id });
  expect(account).toMatchObject({ open: 0, paid: totals.gross - (totals.skonto ?? 0) });
});
