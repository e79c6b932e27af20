import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('the first start greets, asks for the company and leads on to the invoices', async ({
  fresh: { page, office },
}) => {
  await expect(page.getByText('Willkommen bei Kontor')).toBeVisible();
  await expectAccessible(page);
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);
  await fill('Name', 'Büro Kruse');
  await fill('Straße', 'Osterdeich 12');
  await fill('Postleitzahl', '28203');
  await fill('Ort', 'Bremen');
  await fill('Rechtliche Angaben', 'Inhaberin: Insa Kruse');
  await fill('Internetseite', 'www.kruse.example');
  await fill('Steuernummer', '60/123/45678');
  await fill('USt-IdNr.', 'DE123456788');
  await fill('Kontoinhaber', 'Insa Kruse');
  await fill('BIC', 'BYLADEM1001');
  await fill('IBAN', 'DE02 1203 0000 0000 2020 52');
  await page.getByLabel('Kleinunternehmer').check();
  await page.getByLabel('Vorjahresumsatz').check();
  const next = page.getByRole('button', { name: 'Speichern und erste Rechnung schreiben' });
  await next.click();
  await expect(page.getByText('Bitte vergleichen Sie die IBAN mit Ihrem Kontoauszug.')).toBeVisible();
  await expect(page.getByLabel('IBAN')).toBeFocused();
  await fill('IBAN', 'DE02 1203 0000 0000 2020 51');
  await next.click();
  await expect(page).toHaveURL(/#\/rechnungen$/);
  expect(await office.api['company.get']({})).toEqual(
    expect.objectContaining({
      name: 'Büro Kruse',
      address: { street: 'Osterdeich 12', addition: '', postCode: '28203', city: 'Bremen', country: 'DE' },
      legalInformation: 'Inhaberin: Insa Kruse',
      website: 'www.kruse.example',
      taxNumber: '60/123/45678',
      vatId: 'DE123456788',
      accountHolder: 'Insa Kruse',
      bic: 'BYLADEM1001',
      iban: 'DE02120300000000202051',
      smallBusiness: true,
      revenueAbove800k: true,
    }),
  );
  await page.reload();
  await expect(page).toHaveURL(/#\/rechnungen$/);
});

test('the first start can be put off', async ({ fresh: { page } }) => {
  await expect(page.getByText('Willkommen bei Kontor')).toBeVisible();
  await page.getByRole('link', { name: 'Kunden' }).click();
  await expect(page.getByText('Hier stehen Ihre Kunden')).toBeVisible();
  await expectAccessible(page);
});

test('profile and company are changed later, and the next number is shown', async ({ fresh: { page, office } }) => {
  await office.api['company.update']({ expectedRevision: 1, name: 'Büro' });
  const { ranges } = await office.api['numberRanges.list']({});
  await page.reload();
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  await expect(page.getByText(ranges[0]?.next ?? 'no range')).toBeVisible();
  await expect(page.getByText('Willkommen bei Kontor')).toHaveCount(0);
  const profileName = page.getByRole('group', { name: 'Ihr Profil' }).getByLabel('Name');
  await profileName.fill('Insa Kruse');
  await page.getByRole('button', { name: 'Zurücksetzen' }).click();
  await expect(profileName).not.toHaveValue('Insa Kruse');
  await profileName.fill('Insa Kruse');
  await page.getByLabel('Name', { exact: true }).first().fill('Büro Kruse');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Speichern' })).toBeDisabled();
  const { profiles, activeId } = await office.api['profiles.list']({});
  expect(profiles.find(({ id }) => id === activeId)?.name).toBe('Insa Kruse');
  expect((await office.api['company.get']({})).name).toBe('Büro Kruse');
});

test('leaving with unsaved values asks first', async ({ page }) => {
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  const street = page.getByLabel('Straße');
  await street.fill('Ungespeichert 1');
  await page.getByRole('link', { name: 'Kunden' }).click();
  const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
  await question.getByRole('button', { name: 'Weiter bearbeiten' }).click();
  await expect(street).toHaveValue('Ungespeichert 1');
  await page.getByRole('link', { name: 'Kunden' }).click();
  await question.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(page.getByRole('heading', { name: 'Kunden' })).toBeVisible();
});
