import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixture.ts';
import { expectAccessible } from './accessible.ts';
import { act, button, dialogOf, LINE, makeDraft, newText, openInvoice, save, TEXT } from './invoice-drafts.ts';
import { write } from './text-editing.ts';

// axe walks a whole view twice.
test.describe.configure({ timeout: 60_000 });

const comparison = (page: Page) => page.getByRole('alertdialog', { name: 'Inzwischen geändert' });
const KEEP = 'Meine Eingaben behalten und erneut speichern';
const TAKE = 'Stand der anderen übernehmen';

test('the later save of master data is told who saved, compares and keeps both changes', async ({ page, office }) => {
  const draft = await makeDraft(office);
  await openInvoice(page, draft);
  await button(page, 'Rechnung aktualisieren').click();
  const dialog = dialogOf(page, 'Rechnung aktualisieren');
  await dialog.getByLabel('Bezeichnung').fill('Meins');
  const target = { id: draft.id, expectedRevision: draft.revision };
  await office.api['invoices.update']({ ...target, title: 'Zuerst', reference: 'Von anderen' });
  await button(dialog, 'Speichern').click();
  await expect(comparison(page)).toContainText('hat inzwischen gespeichert');
  await expect(comparison(page).getByRole('row', { name: /Bezeichnung/ })).toContainText(/Zuerst\s*Meins/);
  const untouched = comparison(page).getByRole('row', { name: /Referenznummer/ });
  await expect(untouched).toContainText(/Von anderen\s*von Ihnen nicht geändert/);
  await expect(button(comparison(page), 'Zurück zum Bearbeiten')).toBeFocused();
  await expectAccessible(page);
  await button(comparison(page), 'Zurück zum Bearbeiten').click();
  await expect(dialog.getByLabel('Bezeichnung')).toHaveValue('Meins');
  expect(await office.api['invoices.get']({ id: draft.id })).toMatchObject({ title: 'Zuerst' });
  await button(dialog, 'Speichern').click();
  await button(comparison(page), KEEP).click();
  await expect(dialog).toHaveCount(0);
  expect(await office.api['invoices.get']({ id: draft.id })).toMatchObject({
    ...{ title: 'Meins', reference: 'Von anderen' },
  });
});

test("the others' state of a position is taken over into the dialog", LONG, async ({ page, office }) => {
  const draft = await makeDraft(office);
  const [line] = draft.entries;
  if (line?.kind !== 'line') throw new Error('the draft begins with a position');
  await openInvoice(page, draft);
  await act(page, LINE, 'Rechnungsposition bearbeiten');
  const dialog = dialogOf(page, 'Rechnungsposition bearbeiten');
  await dialog.getByLabel('Anzahl').fill('5');
  const { id: entryId, vat, ...entry } = line;
  await office.api['entries.update']({
    ...{ id: draft.id, expectedRevision: draft.revision, entryId, entry: { ...entry, quantity: '7' } },
  });
  await button(dialog, 'Speichern').click();
  await expect(comparison(page).getByRole('row', { name: /Anzahl/ })).toContainText(/7\s*5/);
  await button(comparison(page), TAKE).click();
  await expect(dialog.getByLabel('Anzahl')).toHaveValue('7');
  await save(dialog);
  expect((await office.api['invoices.get']({ id: draft.id })).entries[0]).toMatchObject({ quantity: '7' });
});

test(
  'a position that was deleted meanwhile cannot be saved, and the dialog says so',
  LONG,
  async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    await act(page, LINE, 'Positionsrabatt bearbeiten');
    const dialog = dialogOf(page, 'Positionsrabatt bearbeiten');
    await dialog.getByRole('textbox', { name: 'Prozentsatz' }).fill('10');
    await office.api['entries.remove']({
      ...{ id: draft.id, expectedRevision: draft.revision, entryId: draft.entries[0]?.id ?? 0 },
    });
    await button(dialog, 'Speichern').click();
    await expect(comparison(page)).toContainText('wurde inzwischen gelöscht');
    await expect(button(comparison(page), KEEP)).toHaveCount(0);
    await button(comparison(page), TAKE).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Diese Rechnung hat noch keine Positionen.')).toBeVisible();
  },
);

test('overall discounts of two windows end up side by side', LONG, async ({ page, office }) => {
  const draft = await makeDraft(office);
  await openInvoice(page, draft);
  await button(page, 'Rabatt hinzufügen').click();
  const dialog = dialogOf(page, 'Gesamtrabatt bearbeiten');
  await dialog.getByLabel('Bezeichnung des Rabatts').fill('Meiner');
  await dialog.getByRole('textbox', { name: 'Prozentsatz' }).fill('5');
  const allowances = [{ name: 'Ihrer', discount: { kind: 'amount', amount: 200 } as const }];
  await office.api['allowances.set']({ id: draft.id, expectedRevision: draft.revision, allowances });
  await button(dialog, 'Speichern').click();
  await expect(comparison(page)).toContainText('Ihre Eingaben überschreiben nichts.');
  await button(comparison(page), KEEP).click();
  await expect(dialog).toHaveCount(0);
  const stored = await office.api['invoices.get']({ id: draft.id });
  expect(stored.allowances.map(({ name }) => name)).toEqual(['Ihrer', 'Meiner']);
});

test(
  'a text that two windows change is compared too, and its rules stay as they are stored',
  LONG,
  async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [newText('intro', 'Anfang')] });
    await openInvoice(page, draft);
    await act(page, TEXT, 'Text bearbeiten');
    const dialog = dialogOf(page, 'Einleitungstext bearbeiten');
    await write(dialog, 'Text', 'Mein Text');
    const entry = { kind: 'text', area: 'intro', content: 'Ihr Text', ruleAbove: true } as const;
    await office.api['entries.update']({
      ...{ id: draft.id, expectedRevision: draft.revision, entryId: draft.entries[0]?.id ?? 0, entry },
    });
    await button(dialog, 'Speichern').click();
    await expect(comparison(page).getByRole('row', { name: /^Text/ })).toContainText(/Ihr Text\s*Mein Text/);
    await button(comparison(page), KEEP).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('td.text.above')).toHaveText('Mein Text');
  },
);
