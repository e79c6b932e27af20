import type { Browser, Locator, Page } from '@playwright/test';
import { expect, LONG, openPage, test } from './fixture.ts';
import { button, choose, dialogOf, makeDraft, openInvoice } from './invoice-drafts.ts';
import { startOffice, type RunningOffice } from './offices.ts';

const NOTE = /Ihre Eingaben von \d\d:\d\d Uhr wurden wiederhergestellt\./;

/** The host knows what was typed: from here on it may be killed. */
async function expectKept({ api }: RunningOffice, key: string, text: string): Promise<void> {
  await expect.poll(async () => JSON.stringify((await api['workspace.get']({ key })).value)).toContain(text);
}

async function expectForgotten({ api }: RunningOffice): Promise<void> {
  const dialogs = async () => Object.keys((await api['workspace.all']({})).values).filter((key) => /^dialog/.test(key));
  await expect.poll(dialogs).toEqual([]);
}

/** A window of its own at an office, as after a new start: nothing is left of an earlier one but what the host has. */
async function openWindow(browser: Browser, office: RunningOffice): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openPage(page, office);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

function field(dialog: Locator, label: string): Locator {
  return dialog.getByLabel(label, { exact: true });
}

test.describe('an office of its own', () => {
  let office: RunningOffice;
  test.beforeEach(async () => {
    office = await startOffice('demo');
  });
  test.afterEach(() => office.stop());

  test('a host that is killed while a dialog is dirty: view and dialog are there again, with the input', async ({
    browser,
  }) => {
    const draft = await makeDraft(office);
    const before = await openWindow(browser, office);
    await openInvoice(before, draft);
    await before.getByRole('tab', { name: 'Übersicht' }).press('p');
    const typed = dialogOf(before, 'Rechnungsposition erstellen');
    await field(typed, 'Titel').fill('Streugut');
    await field(typed, 'Beschreibung').fill('Zwei Säcke mit Anlieferung');
    await field(typed, 'Anzahl').fill('1.5');
    await field(typed, 'Preis/Einheit').fill('12,5');
    await expectKept(office, `dialog:invoice.${draft.id}:line.new`, '"1.5"');
    await expectKept(office, `dialog:invoice.${draft.id}:line.new`, '12.5');
    await office.kill();
    await before.context().close();
    office = await office.startAgain();

    const page = await openWindow(browser, office);
    const dialog = dialogOf(page, 'Rechnungsposition erstellen');
    await expect(dialog.getByText(NOTE)).toBeVisible();
    await expect(field(dialog, 'Titel')).toHaveValue('Streugut');
    await expect(field(dialog, 'Beschreibung')).toHaveText('Zwei Säcke mit Anlieferung');
    // What cannot be read is not lost either, and still no value.
    await expect(field(dialog, 'Anzahl')).toHaveValue('1.5');
    await expect(field(dialog, 'Preis/Einheit')).toHaveValue('12,50');
    await button(dialog, 'Speichern').click();
    await expect(field(dialog, 'Anzahl')).toBeFocused();
    await field(dialog, 'Anzahl').fill('1,5');
    await button(dialog, 'Speichern').click();
    await expect(dialog).toBeHidden();
    const { entries } = await office.api['invoices.get']({ id: draft.id });
    expect(entries.at(-1)).toMatchObject({ title: 'Streugut', quantity: '1.5', unitPrice: '12.5' });
    await expectForgotten(office);
    await page.context().close();
  });

  test('what another window saved meanwhile is not overwritten by restored input', LONG, async ({ browser }) => {
    const draft = await makeDraft(office);
    const before = await openWindow(browser, office);
    await openInvoice(before, draft);
    await button(before, 'Rechnung aktualisieren').click();
    await field(dialogOf(before, 'Rechnung aktualisieren'), 'Bezeichnung').fill('Mein Titel');
    await expectKept(office, `dialog:invoice.${draft.id}:header`, 'Mein Titel');
    await before.context().close();
    await office.api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, title: 'Anderer Titel' });

    const page = await openWindow(browser, office);
    const dialog = dialogOf(page, 'Rechnung aktualisieren');
    await expect(field(dialog, 'Bezeichnung')).toHaveValue('Mein Titel');
    await button(dialog, 'Speichern').click();
    // Both states are shown; nothing is overwritten unseen.
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Anderer Titel');
    await question.getByRole('button').first().click();
    await expect(field(dialog, 'Bezeichnung')).toHaveValue('Mein Titel');
    expect(await office.api['invoices.get']({ id: draft.id })).toMatchObject({ title: 'Anderer Titel' });
    await button(dialog, 'Verwerfen').click();
    await expect(field(dialog, 'Bezeichnung')).toHaveValue('Anderer Titel');
    await expect(dialog.getByText(NOTE)).toBeHidden();
    await field(dialog, 'Bezeichnung').fill('Neuer Titel');
    await button(dialog, 'Speichern').click();
    await expect(dialog).toBeHidden();
    await expectForgotten(office);
    await page.context().close();
  });

  test(
    '"Rechnung erstellen" and the customer that is created in it are there again, one above the other',
    LONG,
    async ({ browser }) => {
      const before = await openWindow(browser, office);
      await button(before, 'Neu').click();
      await field(dialogOf(before, 'Rechnung erstellen'), 'Rechnungsdatum').fill('32.1.');
      await button(dialogOf(before, 'Rechnung erstellen'), 'Neuen Kunden anlegen').click();
      const customer = dialogOf(before, 'Kunden anlegen');
      await field(customer, 'Name').first().fill('Deichbau Tönjes');
      await expectKept(office, 'dialog:invoice-new:customer', 'Tönjes');
      // Closed at once after the last key: no pause in which it could have been written.
      await field(customer, 'Straße').pressSequentially('Deichweg 1');
      await before.close({ runBeforeUnload: true });
      await expectKept(office, 'dialog:invoice-new:customer', 'Deichweg 1');

      const page = await openWindow(browser, office);
      const again = dialogOf(page, 'Kunden anlegen');
      await expect(field(again, 'Straße')).toHaveValue('Deichweg 1');
      await button(again, 'Speichern').click();
      const dialog = dialogOf(page, 'Rechnung erstellen');
      await expect(dialog.getByText(NOTE)).toBeVisible();
      await expect(dialog.getByText('Deichbau Tönjes')).toBeVisible();
      await expect(field(dialog, 'Rechnungsdatum')).toHaveValue('32.1.');
      await field(dialog, 'Rechnungsdatum').fill('20.11.2026');
      await button(dialog, 'Speichern').click();
      await expect(dialog).toBeHidden();
      await expectForgotten(office);
      await page.context().close();
    },
  );

  test(
    'a lost connection keeps the dialog; the window connects again by itself and saves once',
    LONG,
    async ({ browser }) => {
      const draft = await makeDraft(office);
      const page = await openWindow(browser, office);
      await openInvoice(page, draft);
      await page.getByRole('tab', { name: 'Übersicht' }).press('p');
      const dialog = dialogOf(page, 'Rechnungsposition erstellen');
      await field(dialog, 'Titel').fill('Streugut');
      await field(dialog, 'Preis/Einheit').fill('10');
      await office.kill();
      const banner = page.locator('[data-connection]');
      await expect(banner).toContainText('Die Verbindung zum Programm ist unterbrochen.');
      await field(dialog, 'Titel').fill('Streugut, zwei Säcke');
      await button(dialog, 'Speichern').click();
      await expect(dialog).toBeVisible();
      office = await office.startAgain();
      await expect(banner).toContainText('Kontor wurde neu gestartet');
      // As if its new address was opened in another tab.
      await page.context().addCookies([{ ...office.cookie, httpOnly: true, sameSite: 'Strict' }]);
      await expect(banner).toContainText('Die Verbindung steht wieder.');
      await expectKept(office, `dialog:invoice.${draft.id}:line.new`, 'Streugut, zwei Säcke');
      await button(dialog, 'Speichern').click();
      await expect(dialog).toBeHidden();
      const { entries } = await office.api['invoices.get']({ id: draft.id });
      expect(entries.map(({ kind, ...entry }) => kind === 'line' && 'title' in entry && entry.title)).toEqual([
        'Räumen',
        'Streugut, zwei Säcke',
      ]);
      await page.context().close();
    },
  );

  test(
    'the window opens where it was left, with page and tab; a place that is gone is not one',
    LONG,
    async ({ browser }) => {
      const draft = await makeDraft(office);
      const before = await openWindow(browser, office);
      await openInvoice(before, draft);
      await before.getByRole('tab', { name: 'Dokumente' }).click();
      await button(before, 'Größer').click();
      const percent = (await before.locator('.page-view .percent').textContent()) ?? '';
      const separator = before.getByRole('separator', { name: 'Breite der Seite' });
      // What nobody has chosen follows the window.
      await expect(separator).toHaveAttribute('aria-valuenow', '400');
      await before.setViewportSize({ width: 1600, height: 900 });
      await expect(separator).toHaveAttribute('aria-valuenow', '608');
      await before.setViewportSize({ width: 1280, height: 800 });
      await expect(separator).toHaveAttribute('aria-valuenow', '400');
      await separator.press('ArrowLeft');
      await expect(separator).toHaveAttribute('aria-valuenow', '424');
      await expectKept(office, 'page-panel', '424');
      expect(await before.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await before.context().close();

      const page = await openWindow(browser, office);
      await expect(page.getByRole('heading', { name: `Entwurf · ${draft.title}` })).toBeVisible();
      await expect(page.getByRole('tab', { name: 'Dokumente' })).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', '424');
      await expect(page.locator('.page-view .percent')).toHaveText(percent);
      await page.context().close();
      await office.api['invoices.delete']({ id: draft.id, expectedRevision: draft.revision });

      const last = await openWindow(browser, office);
      await expect(last.getByRole('heading', { name: 'Rechnungen' })).toBeVisible();
      await button(last, 'Brutto').click();
      await expectKept(office, 'invoice-list', 'gross');
      await last.reload();
      await expect(last.getByRole('columnheader', { name: 'Brutto' })).toHaveAttribute('aria-sort', 'ascending');
      await last.context().close();
    },
  );
});

const TYPED = 'Noch nicht gespeichert';

/** What stands in a field, formatted or not. */
function contentOf(place: Locator): Promise<string> {
  return place.evaluate((element) =>
    element instanceof HTMLInputElement ? element.value : (element.textContent ?? '').trim(),
  );
}

/** Each dialog on a draft: how it is opened, its name, and the field that is typed into. */
const DIALOGS: [name: string, open: (page: Page) => Promise<void>, fieldName: string][] = [
  ['Anschrift bearbeiten', (page) => button(page, 'Anschrift bearbeiten').click(), 'Name'],
  [
    'Rechnungsposition bearbeiten',
    (page) => page.getByRole('cell', { name: 'Räumen', exact: true }).dblclick(),
    'Titel',
  ],
  ['Einleitungstext erstellen', (page) => button(page, 'Einleitungstext hinzufügen').click(), 'Text'],
  ['Rechnung kopieren', (page) => button(page, 'Rechnung kopieren').click(), 'Bezeichnung'],
  ['Gesamtrabatt bearbeiten', (page) => button(page, 'Rabatt hinzufügen').click(), 'Bezeichnung des Rabatts'],
];

for (const [index, [name, openDialog, fieldName]] of DIALOGS.entries()) {
  const often = index === 0 ? {} : LONG;
  test(
    `"${name}" is there again after a new start, and gone for good when it is given up`,
    often,
    async ({ page, office }) => {
      const draft = await makeDraft(office);
      await openInvoice(page, draft);
      await openDialog(page);
      const dialog = dialogOf(page, name);
      if (name.startsWith('Anschrift')) await dialog.getByLabel('Eigene Anschrift für diese Rechnung').check();
      await field(dialog, fieldName).first().fill(TYPED);
      await expect.poll(async () => JSON.stringify(await office.api['workspace.all']({}))).toContain(TYPED);
      await page.goto('about:blank');
      await page.goto(office.origin);
      await expect(dialog.getByText(NOTE)).toBeVisible();
      const restored = field(dialog, fieldName).first();
      await expect.poll(() => contentOf(restored)).toBe(TYPED);
      await button(dialog, 'Abbrechen').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Verwerfen' }).click();
      await expectForgotten(office);
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Positionen & Texte' })).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  );
}

test('a customer that is being edited is there again, on the view of customers', LONG, async ({ page, office }) => {
  await page.getByRole('link', { name: 'Kunden' }).click();
  await page.getByRole('button', { name: 'Hofladen Behrens' }).first().click();
  const dialog = dialogOf(page, 'Kunden bearbeiten');
  await field(dialog, 'Zahlungsziel (in Tagen)').fill('x');
  await choose(dialog, 'Sprache', 'Englisch');
  await expect.poll(async () => JSON.stringify(await office.api['workspace.all']({}))).toContain('"x"');
  await page.goto('about:blank');
  await page.goto(office.origin);
  await expect(page.getByRole('heading', { name: 'Kunden', level: 1 })).toBeVisible();
  await expect(field(dialog, 'Zahlungsziel (in Tagen)')).toHaveValue('x');
  await button(dialog, 'Verwerfen').click();
  await expect(field(dialog, 'Zahlungsziel (in Tagen)')).not.toHaveValue('x');
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toBeHidden();
  await expectForgotten(office);
});
