import type { Locator, Page } from '@playwright/test';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, choose, dialogOf } from './invoice-drafts.ts';
import type { RunningOffice } from './offices.ts';

/** Kürzel are unique, because the tests of one worker share an office. */
let made = 0;
function newCode(): string {
  made += 1;
  return `T-${process.pid}-${made}`;
}

async function openList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Textbausteine' }).click();
  await expect(page.getByRole('heading', { name: 'Textbausteine', level: 1 })).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
}

function make({ api }: RunningOffice, changes: object = {}) {
  const code = newCode();
  return api['textBlocks.create']({
    requestId: crypto.randomUUID(),
    ...{ code, name: `Baustein ${code}`, documentTypes: ['invoice'], content: 'Guten Tag' },
    ...changes,
  });
}

async function textField(dialog: Locator): Promise<Locator> {
  const editor = dialog.getByRole('textbox', { name: 'Text', exact: true });
  await expect(editor).toHaveClass(/ProseMirror/);
  return editor;
}

test('[E3] the list shows Textbausteine, searches names and filters by Kürzel and document type', async ({
  page,
  office,
}) => {
  const block = await make(office, {
    documentTypes: ['offer', 'order'],
    forEmail: true,
    content: 'Bis {dueDate} bitte',
  });
  await openList(page);
  const row = page.getByRole('row').filter({ hasText: block.code });
  await expect(row).toContainText('Angebot, Auftrag');
  await expect(row.getByRole('cell', { name: 'Ja', exact: true })).toBeVisible();
  await expect(row).toContainText('Bis [Fälligkeit] bitte');
  await expectAccessible(page);

  await page.keyboard.press('/');
  await page.keyboard.type(`baustein ${block.code.toLowerCase()}`);
  await expect(page.getByText('1 Textbaustein', { exact: true })).toBeVisible();
  await button(page, 'Filter').click();
  const drawer = page.getByRole('complementary', { name: 'Filter' });
  await expect(drawer.getByLabel('Im Kürzel enthalten')).toBeFocused();
  await choose(drawer, 'Dokumenttyp', 'Rechnung');
  await expect(page.getByText('1 Textbaustein', { exact: true })).toBeVisible();
  await button(drawer, 'Anwenden').click();
  await expect(page.getByText('Zu dieser Suche gibt es keinen Textbaustein.')).toBeVisible();
  await expectAccessible(page);
  await button(page, 'Suche und Filter leeren').click();
  await expect(drawer.getByRole('combobox', { name: 'Dokumenttyp' })).toHaveValue('Alle');
  await drawer.getByLabel('Im Kürzel enthalten').fill('en-');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 Textbausteine', { exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'EN-INTRO' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'DE-EINL', exact: true })).toHaveCount(0);
  await drawer.getByLabel('Im Kürzel enthalten').fill('de-');
  await button(drawer, 'Zurücksetzen').click();
  await expect(drawer.getByLabel('Im Kürzel enthalten')).toHaveValue('en-');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await button(page, 'Im Kürzel enthalten: en- entfernen').click();
  await expect(page.getByRole('cell', { name: 'DE-EINL', exact: true })).toBeVisible();
});

test('[E3] a Textbaustein is created, edited and deleted', async ({ page, office }) => {
  const code = newCode();
  await openList(page);
  await page.keyboard.press('n');
  const dialog = dialogOf(page, 'Textbaustein erstellen');
  await expect(dialog.getByLabel('Kürzel')).toBeFocused();
  await page.keyboard.type(code);
  await dialog.getByLabel('Name').fill('Hinweis auf Skonto');
  await dialog.getByLabel('Angebot').check();
  await dialog.getByLabel('Für E-Mails verwendbar').check();
  await (await textField(dialog)).click();
  await page.keyboard.type('Bei Zahlung bis ');
  await button(dialog, 'Platzhalter').click();
  await page.getByRole('menuitem', { name: 'Skonto bis', exact: true }).click();
  await expect(dialog.locator('.placeholder')).toHaveText('Skonto bis');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);

  const row = page.getByRole('row').filter({ hasText: code });
  await row.getByRole('button', { name: 'Hinweis auf Skonto', exact: true }).click();
  const edit = dialogOf(page, 'Textbaustein bearbeiten');
  const editor = await textField(edit);
  await expect(button(edit, 'Zurücksetzen')).toBeDisabled();
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ziehen Sie ab.');
  await button(edit, 'Speichern').click();
  await expect(row).toContainText('Bei Zahlung bis [Skonto bis] ziehen Sie ab.');
  const { rows } = await office.api['textBlocks.list']({ codePart: code });
  const stored = await office.api['textBlocks.get']({ id: rows[0]?.id ?? 0 });
  expect(stored).toMatchObject({
    code,
    name: 'Hinweis auf Skonto',
    documentTypes: ['offer', 'invoice'],
    forEmail: true,
  });
  expect(richTextToPlain(stored.content)).toBe('Bei Zahlung bis {skontoDate} ziehen Sie ab.');

  await row.getByRole('button', { name: 'Textbaustein Hinweis auf Skonto löschen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Textbaustein löschen?' });
  await expect(button(question, 'Abbrechen')).toBeFocused();
  await expectAccessible(page);
  await button(question, 'Abbrechen').click();
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: 'Textbaustein Hinweis auf Skonto löschen' }).click();
  await button(question, 'Textbaustein löschen').click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText('Der Textbaustein „Hinweis auf Skonto“ ist gelöscht.')).toBeVisible();
  expect((await office.api['textBlocks.list']({ codePart: code })).count).toBe(0);
});

test('what is missing or taken stands at its field, and nothing typed is lost', LONG, async ({ page }) => {
  await openList(page);
  await button(page, 'Neu').click();
  const dialog = dialogOf(page, 'Textbaustein erstellen');
  await dialog.getByLabel('Rechnung').uncheck();
  await button(dialog, 'Speichern').click();
  for (const field of ['Kürzel', 'Name', 'Dokumenttypen', 'Text']) {
    await expect(dialog.getByText(`Bitte füllen Sie das Feld „${field}“ aus.`)).toBeVisible();
  }
  await expect(dialog.getByLabel('Kürzel')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel('Kürzel').fill('de-einl');
  await dialog.getByLabel('Name').fill('Doppelt');
  await dialog.getByLabel('Auftrag').check();
  await (await textField(dialog)).click();
  await page.keyboard.type('Bleibt stehen');
  await button(dialog, 'Speichern').click();
  await expect(
    dialog.getByText('Bitte wählen Sie ein anderes Kürzel. Das Kürzel de-einl ist schon vergeben.'),
  ).toBeVisible();
  await expect(dialog.getByLabel('Kürzel')).toBeFocused();
  await expect(await textField(dialog)).toHaveText('Bleibt stehen');
});

test('who saves later is told and overwrites nothing', LONG, async ({ page, office }) => {
  const block = await make(office);
  await openList(page);
  await button(page, block.name).click();
  const dialog = dialogOf(page, 'Textbaustein bearbeiten');
  await dialog.getByLabel('Name').fill('Später');
  await office.api['textBlocks.update']({ id: block.id, expectedRevision: 1, name: 'Früher' });
  await button(dialog, 'Speichern').click();
  await expect(page.getByText(/hat inzwischen gespeichert/)).toBeVisible();
  await button(page, 'Schließen').click();
  await expect(dialog.getByLabel('Name')).toHaveValue('Später');
  expect((await office.api['textBlocks.get']({ id: block.id })).name).toBe('Früher');
});
