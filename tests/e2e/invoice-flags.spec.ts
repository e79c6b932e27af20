import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, makeFinal, openInvoice, save } from './invoice-drafts.ts';

test('[B2.7] a change is asked for, stands on the draft, keeps it from being issued, and is done', async ({
  page,
  office,
}) => {
  const draft = await makeDraft(office, { title: 'Mit Rückfrage' });
  await openInvoice(page, draft);
  await button(page, 'Änderungen anfragen').click();
  const dialog = dialogOf(page, 'Änderungen anfragen');
  await button(dialog, 'Speichern').click();
  await expect(dialog.getByText(/^Bitte füllen Sie/)).toBeVisible();
  await dialog.getByLabel('Was soll geändert werden?').fill('Bitte die Stunden prüfen');
  await expectAccessible(page);
  await save(dialog);
  const notice = page.getByRole('alert').filter({ hasText: 'Anpassung angefragt' });
  await expect(notice).toContainText('Bitte die Stunden prüfen');
  await expectAccessible(page);

  await button(page, 'Rechnung finalisieren').click();
  const finalise = dialogOf(page, 'Rechnung finalisieren');
  await expect(finalise).toContainText('Bitte erledigen Sie zuerst die angefragte Änderung.');
  await button(finalise, 'Abbrechen').click();
  await button(notice, 'Anpassung erledigt').click();
  await expect(notice).toHaveCount(0);
});

test('[B2.3] [B2.11] [C1.15] what the customer objects to stands in its list until it is settled', async ({
  page,
  office,
}) => {
  const { id } = await makeFinal(office, { title: 'Mit Beanstandung' });
  await openInvoice(page, { id });
  await button(page, 'Beanstandet').click();
  const dialog = dialogOf(page, 'Beanstandung erfassen');
  await dialog.getByLabel('Was beanstandet der Kunde?').fill('Nur drei Stunden');
  await save(dialog);
  await expect(page.getByRole('alert')).toContainText('Nur drei Stunden');
  await page.getByRole('link', { name: 'Rechnungen', exact: true }).click();
  await page.getByRole('button', { name: /^Beanstandet \d/ }).click();
  await page.getByRole('link', { name: /Mit Beanstandung/ }).click();
  await button(page, 'Beanstandung geklärt').click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await office.api['invoices.get']({ id })).dispute).toBeNull();
});
