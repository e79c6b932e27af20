/** The pictures of the chapters that go deeper, of the demo office. */
import { expect, test, type Page } from '@playwright/test';
import { openPage } from '../e2e/fixture.ts';
import { act, button, dialogOf, LINE, makeDraft, newLine, newText, openInvoice } from '../e2e/invoice-drafts.ts';
import { apply, drawer, openDrawer, rows, search } from '../e2e/invoice-list-parts.ts';
import { startOffice, type RunningOffice } from '../e2e/offices.ts';
import { editorOf } from '../e2e/text-editing.ts';
import { cameraFor, type Camera } from './camera.ts';
import { openDesk, type Desk } from './desk.ts';
import { pagePainted } from './writing.ts';

test.describe.configure({ timeout: 180_000, mode: 'default' });

let desk: Desk;
let office: RunningOffice;
let page: Page;
let camera: Camera;

test.beforeEach(async ({ browser }) => {
  desk = await openDesk(browser);
  ({ office, page, camera } = desk);
});
test.afterEach(() => desk.close());

const TABLE = [
  ['Pos.', 'Bezeichnung', 'Menge', 'Einheit', 'Einzelpreis', 'Gesamt', 'MwSt'],
  ['1', 'Bestandsaufnahme', '4', 'Std', '95,00 €', '380,00 €', '19 %'],
  ['2', 'Entwurf und Abstimmung', '12,5', 'Std', '95,00 €', '1.187,50 €', '19 %'],
  ['3', 'Ausdrucke', '24', 'Stück', '1,20 €', '28,80 €', '19 %'],
  ['', 'Summe', '', '', '', '1.596,30 €', ''],
];

async function paste(label: string): Promise<void> {
  const text = TABLE.map((cells) => cells.join('\t')).join('\r\n');
  await dialogOf(page, 'Positionen aus einer Tabelle')
    .getByLabel(label)
    .evaluate((element, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
}

test('writing: table, line discount, copy', async () => {
  const draft = await makeDraft(office, { entries: [await newLine(office, 'Räumen', { unitPrice: '120' })] });
  await openInvoice(page, draft);
  await button(page, 'Aus Tabelle einfügen').click();
  await paste('Tabelle');
  await expect(page.getByText('3 verstanden · 0 unklar · 1 ausgelassen')).toBeVisible();
  await camera.shoot('02-tabelle', dialogOf(page, 'Positionen aus einer Tabelle'));
  await button(dialogOf(page, 'Positionen aus einer Tabelle'), '3 Positionen hinzufügen').click();
  await page.getByRole('button', { name: LINE }).first().click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await camera.shoot('02-aktionen');
  await page.keyboard.press('Escape');
  await act(page, LINE, 'Positionsrabatt bearbeiten');
  const discount = dialogOf(page, 'Positionsrabatt bearbeiten');
  await discount.getByRole('textbox', { name: 'Prozentsatz' }).fill('10');
  await camera.shoot('02-positionsrabatt', discount);
  await button(discount, 'Speichern').click();
  await expect(discount).toHaveCount(0);
  await button(page, 'Rechnung kopieren').click();
  const copy = dialogOf(page, 'Rechnung kopieren');
  await expect(copy).toBeVisible();
  await camera.shoot('02-kopieren', copy);
});

test('finding: list, search, filter, saved filter, columns', async () => {
  await camera.shoot('03-liste');
  await search(page).fill('ruck');
  await page.waitForTimeout(400);
  await camera.shoot('03-suche');
  await search(page).fill('');
  await page.getByRole('group', { name: 'Listen nach Status' }).getByRole('button', { name: 'Entwurf' }).click();
  await expect(rows(page).first()).toContainText('Entwurf');
  await camera.shoot('03-entwuerfe');
  await page.getByRole('group', { name: 'Listen nach Status' }).getByRole('button', { name: 'Alle' }).click();
  await openDrawer(page);
  await button(drawer(page), 'Dieses Jahr').click();
  await drawer(page).getByLabel('Netto von').fill('500');
  await apply(page);
  await camera.shoot('03-filter');
  await button(drawer(page), 'Gespeicherte Filter verwalten').click();
  await page.getByRole('listitem').filter({ hasText: 'Unter einem Namen speichern' }).click();
  const saving = dialogOf(page, 'Filter speichern');
  await saving.getByLabel('Name des Filters').fill('Größere in diesem Jahr');
  await camera.shoot('03-filter-speichern', saving);
  await button(saving, 'Speichern').click();
  await expect(saving).toHaveCount(0);
  await button(drawer(page), 'Filter einklappen').click();
  await button(page, 'Spalten und Zeilen wählen').click();
  await expect(page.getByRole('combobox', { name: 'Zeilen je Seite' })).toBeVisible();
  await camera.shoot('03-spalten');
});

test('texts: editor, placeholders, text blocks', async () => {
  const entries = [
    newText('intro', 'Guten Tag {contactName},\n\nvielen Dank für Ihren Auftrag.'),
    await newLine(office, 'Räumen'),
  ];
  await openInvoice(page, await makeDraft(office, { entries }));
  await button(page, 'Schlusstext hinzufügen').click();
  const dialog = dialogOf(page, 'Schlusstext erstellen');
  await editorOf(dialog);
  await page.keyboard.type('Bitte überweisen Sie ');
  await button(dialog, 'Platzhalter').click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await camera.shoot('04-platzhalter');
  await page.getByRole('menuitem', { name: /^Bruttobetrag/ }).click();
  await page.keyboard.type(' bis ');
  await button(dialog, 'Platzhalter').click();
  await page.getByRole('menuitem', { name: /^Fälligkeit/ }).click();
  await page.keyboard.type('.');
  await camera.shoot('04-text', dialog);
  await button(dialog, 'Speichern').click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Textbausteine' }).click();
  await expect(rows(page).first()).toBeVisible();
  await camera.shoot('04-textbausteine');
  await button(page, 'Neu').click();
  const block = dialogOf(page, 'Textbaustein erstellen');
  await block.getByLabel('Kürzel').fill('DE-ANFAHRT');
  await block.getByLabel('Name').fill('Hinweis auf die Anfahrt');
  await (await editorOf(block)).click();
  await page.keyboard.type('Die Anfahrt ist im Preis enthalten.');
  await camera.shoot('04-textbaustein', block);
});

test('keys: commands and key sheet', async () => {
  await openInvoice(page, await makeDraft(office));
  await page.keyboard.press('Control+K');
  await expect(dialogOf(page, 'Befehle').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('sägewerk');
  await expect(dialogOf(page, 'Befehle').getByRole('group', { name: 'Kunden' })).toBeVisible();
  await camera.shoot('05-befehle');
  await page.keyboard.press('Escape');
  await expect(dialogOf(page, 'Befehle')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(dialogOf(page, 'Tastenkürzel')).toBeVisible();
  await camera.shoot('05-tastenblatt', dialogOf(page, 'Tastenkürzel'));
});

test('nothing is lost: unsaved input, two windows, connection', async () => {
  const draft = await makeDraft(office);
  await openInvoice(page, draft);
  await pagePainted(page);
  await button(page, 'Rechnung aktualisieren').click();
  const dialog = dialogOf(page, 'Rechnung aktualisieren');
  await dialog.getByLabel('Bezeichnung').fill('Winterdienst im November');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
  await expect(question).toBeVisible();
  await camera.shoot('06-verwerfen', question);
  await button(question, 'Weiter bearbeiten').click();
  await office.api['invoices.update']({
    ...{ id: draft.id, expectedRevision: draft.revision, title: 'Winterdienst Holzhafen', reference: 'BE-2026-5' },
  });
  await button(dialog, 'Speichern').click();
  const stale = page.getByRole('alertdialog', { name: 'Inzwischen geändert' });
  await expect(stale).toBeVisible();
  await camera.shoot('06-inzwischen-geaendert', stale);
  await button(stale, 'Meine Eingaben behalten und erneut speichern').click();
  await expect(dialog).toHaveCount(0);
  await button(page, 'Position hinzufügen').click();
  const line = dialogOf(page, 'Rechnungsposition erstellen');
  await line.getByLabel('Titel').fill('Streugut');
  await line.getByLabel('Anzahl').fill('2');
  await expect.poll(async () => JSON.stringify((await office.api['workspace.all']({})).values)).toContain('Streugut');
  await office.kill();
  await expect(page.getByText('Die Verbindung zum Programm ist unterbrochen.')).toBeVisible();
  await camera.shoot('06-verbindung');
  office = desk.office = await office.startAgain();
  await page.close();
  page = await desk.context.newPage();
  camera = cameraFor(page);
  await openPage(page, office);
  await expect(dialogOf(page, 'Rechnungsposition erstellen').getByText(/wurden wiederhergestellt/)).toBeVisible();
  await camera.shoot('06-wiederhergestellt', dialogOf(page, 'Rechnungsposition erstellen'));
});

test('starting: synchronised folder, offices, sample', async () => {
  const start = await startOffice('none');
  const own = await desk.context.newPage();
  await openPage(own, start);
  await own.getByRole('button', { name: /^Neues Büro anlegen/ }).click();
  const dialog = dialogOf(own, 'Neues Büro anlegen');
  await dialog.getByLabel('Name des Büros').fill('Lindner & Partner');
  await dialog.getByLabel('Ordner').fill('/home/katharina/Nextcloud/Kontor');
  await button(dialog, 'Anlegen').click();
  const warning = own.getByRole('alertdialog', { name: 'Nextcloud gleicht diesen Ordner ab' });
  await expect(warning).toBeVisible();
  await cameraFor(own).shoot('01-abgeglichener-ordner', warning);
  await button(warning, 'Anderen Ordner wählen').click();
  await button(dialog, 'Abbrechen').click();
  const discard = own.getByRole('button', { name: 'Verwerfen' });
  await discard.click();
  await own.getByRole('button', { name: /^Beispielbüro ansehen/ }).click();
  await expect(own.getByText('Nichts davon ist echt')).toBeVisible({ timeout: 30_000 });
  await expect(rows(own).first()).toBeVisible();
  await cameraFor(own).shoot('01-beispielbuero');
  await own.getByRole('button', { name: /^Büro: / }).click();
  await expect(own.getByRole('menuitem', { name: 'Büro schließen' })).toBeVisible();
  await cameraFor(own).shoot('01-bueros');
  await own.keyboard.press('Escape');
  await own.getByRole('button', { name: 'Anzeige' }).click();
  await cameraFor(own).shoot('01-anzeige');
  await own.close();
  await start.stop();
});
