import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';

/** Names are unique, because the tests of one worker share an office. */
let made = 0;
function newName(): string {
  made += 1;
  return `Kunde ${process.pid}-${made} GmbH`;
}

async function openCustomers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Kunden' }).click();
  await expect(page.getByRole('heading', { name: 'Kunden' })).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
}

function dialog(page: Page) {
  return page.getByRole('dialog');
}

function nameField(page: Page) {
  return dialog(page).getByLabel('Name', { exact: true }).first();
}

test('the list shows the customers of the office by name and searches name and number', async ({ page }) => {
  await openCustomers(page);
  await expect(page.getByRole('button', { name: 'Hofladen Behrens GbR', exact: true })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('10001');
  await expect(page.getByText('1 Kunde', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hofladen Behrens GbR', exact: true })).toBeVisible();
  // An umlaut is found however it is written.
  for (const spelled of ['zurcher', 'ZUERCHER', 'zürcher']) {
    await page.getByLabel('Name oder Nummer suchen').fill(spelled);
    await expect(page.getByRole('button', { name: 'Zürcher Messebau AG', exact: true })).toBeVisible();
    await expect(page.getByText('1 Kunde', { exact: true })).toBeVisible();
  }
  await page.getByLabel('Name oder Nummer suchen').fill('gibt es nicht');
  await expect(page.getByText('Zu dieser Suche gibt es keinen Kunden.')).toBeVisible();
  await page.getByRole('button', { name: 'Suche leeren' }).click();
  await expect(page.getByRole('button', { name: 'Hofladen Behrens GbR', exact: true })).toBeVisible();
});

test('a new customer gets the next number and every field is stored', async ({ page, office }) => {
  const name = newName();
  await openCustomers(page);
  await page.keyboard.press('n');
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type(name);
  const fill = (label: string, text: string) => dialog(page).getByLabel(label, { exact: true }).first().fill(text);
  await fill('E-Mail', 'rechnung@kunde.example');
  await fill('USt-IdNr.', 'DE 123456788');
  await fill('Straße', 'Deichweg 4');
  await fill('Adresszusatz', 'Hinterhaus');
  await fill('Postleitzahl', '28195');
  await fill('Ort', 'Bremen');
  const contact = dialog(page).getByRole('group', { name: 'Ansprechpartner' });
  await contact.getByLabel('Name').fill('Insa Kruse');
  await contact.getByLabel('Telefon').fill('0421 555 0199');
  await contact.getByLabel('E-Mail').fill('kruse@kunde.example');
  await fill('Zahlungsziel (in Tagen)', '30');
  await fill('Skontofrist (in Tagen)', '10');
  await fill('Skonto', '2,5');
  await fill('Leitweg-ID', '04011000-12345-03');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  const { rows } = await office.api['customers.list']({ search: name });
  expect(rows).toEqual([
    expect.objectContaining({
      name,
      kind: 'business',
      email: 'rechnung@kunde.example',
      vatId: 'DE123456788',
      leitwegId: '04011000-12345-03',
      address: { street: 'Deichweg 4', addition: 'Hinterhaus', postCode: '28195', city: 'Bremen', country: 'DE' },
      contact: { name: 'Insa Kruse', phone: '0421 555 0199', email: 'kruse@kunde.example' },
      terms: { dueDays: 30, skontoDays: 10, skontoPercent: '2.5' },
      eInvoice: 'xrechnung',
    }),
  ]);
  expect(rows[0]?.number).toMatch(/^\d{5,}$/);
});

test('what the host refuses stands at its field, and the focus goes there', LONG, async ({ page }) => {
  await openCustomers(page);
  await page.getByRole('button', { name: 'Neuer Kunde' }).click();
  await nameField(page).fill(newName());
  await dialog(page).getByLabel('USt-IdNr.').fill('DE999');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog(page).getByText('Das ist keine gültige USt-IdNr.')).toBeVisible();
  await expect(dialog(page).getByLabel('USt-IdNr.')).toBeFocused();
  await dialog(page).getByLabel('Kundennummer').fill('10001');
  await dialog(page).getByLabel('USt-IdNr.').fill('');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog(page).getByText('Die Nummer 10001 ist schon vergeben.')).toBeVisible();
  await expectAccessible(page);
});

test('a number that can be read in two ways is asked back and not saved', LONG, async ({ page, office }) => {
  const name = newName();
  await openCustomers(page);
  await page.getByRole('button', { name: 'Neuer Kunde' }).click();
  await nameField(page).fill(name);
  await dialog(page).getByLabel('Skontofrist (in Tagen)').fill('10');
  await dialog(page).getByLabel('Skonto', { exact: true }).fill('2.5');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog(page).getByText('Bitte schreiben Sie die Zahl mit Komma')).toBeVisible();
  await expect(dialog(page).getByLabel('Skonto', { exact: true })).toBeFocused();
  expect((await office.api['customers.list']({ search: name })).count).toBe(0);
});

test('a customer is edited; reset and cancel leave it as it was', async ({ page, office }) => {
  const name = newName();
  await office.api['customers.create']({ requestId: `edit-${process.pid}-${made}`, kind: 'business', name });
  await openCustomers(page);
  await page.getByLabel('Name oder Nummer suchen').fill(name);
  const row = page.getByRole('button', { name, exact: true });
  await row.click();
  await nameField(page).fill('Anders');
  await page.getByRole('button', { name: 'Zurücksetzen' }).click();
  await expect(nameField(page)).toHaveValue(name);
  await expect(dialog(page)).toBeVisible();
  await nameField(page).fill('Anders');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
  await expect(question.getByRole('button', { name: 'Weiter bearbeiten' })).toBeFocused();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Weiter bearbeiten' }).click();
  await expect(nameField(page)).toHaveValue('Anders');
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await question.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toBeFocused();
  await row.click();
  await dialog(page).getByLabel('Ort', { exact: true }).fill('Oldenburg');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('cell', { name: 'Oldenburg' })).toBeVisible();
});

test('a customer is archived, found again and brought back', async ({ page, office }) => {
  const name = newName();
  await office.api['customers.create']({ requestId: `arch-${process.pid}-${made}`, kind: 'private', name });
  await openCustomers(page);
  await page.getByLabel('Name oder Nummer suchen').fill(name);
  await page.getByRole('button', { name: `${name} archivieren` }).click();
  await expect(page.getByText(`„${name}“ ist archiviert`)).toBeVisible();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await page.getByRole('button', { name: `${name} archivieren` }).click();
  await page.getByLabel('Auch archivierte').check();
  await page.getByRole('button', { name: `${name} wiederherstellen` }).click();
  await expect(page.getByRole('button', { name: `${name} archivieren` })).toBeVisible();
});

test('a long list comes page by page', LONG, async ({ fresh: { page, office } }) => {
  await office.api['company.update']({ expectedRevision: 1, name: 'Büro' });
  for (let index = 1; index <= 51; index += 1) {
    const name = `Kunde ${String(index).padStart(2, '0')}`;
    await office.api['customers.create']({ requestId: `page-${index}-00`, kind: 'business', name });
  }
  await openCustomers(page);
  await expect(page.getByText('51 Kunden')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: 'Nächste Seite' }).click();
  await expect(page.getByRole('button', { name: 'Kunde 51', exact: true })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('list and dialog are accessible in both themes', async ({ page }) => {
  await openCustomers(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hofladen Behrens GbR', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  await expectAccessible(page);
});
