import { unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, makeFinal } from './invoice-drafts.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Ausgewählte Rechnungen' });
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `${name} auswählen` });

/** The list with the invoices of one Bezeichnung, ready to be ticked. */
async function select(page: Page, search: string): Promise<void> {
  await page.getByRole('searchbox').fill(search);
  await button(page, 'Mehrere auswählen').click();
  await expect(bar(page)).toContainText('0 ausgewählt');
}

test('many become final in the order of the list; what is not ready stays a draft and says why', async ({
  page,
  office,
}) => {
  const ready = [];
  for (const issueDate of ['2026-11-03', '2026-11-01', '2026-11-05', '2026-11-02', '2026-11-04']) {
    ready.push(await makeDraft(office, { title: `Sammel ${issueDate}`, issueDate }));
  }
  const unready = await makeDraft(office, { title: 'Sammelleer', entries: [] });
  await select(page, 'Sammel');
  await page.getByRole('checkbox', { name: 'Alle dieser Seite auswählen' }).check();
  await expect(bar(page)).toContainText('6 ausgewählt');
  const order = (await page.getByRole('row', { name: /Sammel 2/ }).allInnerTexts()).map(
    (text) => /Sammel [\d-]+/.exec(text)?.[0] ?? text,
  );
  await button(bar(page), 'Finalisieren').click();
  const dialog = dialogOf(page, 'Rechnungen finalisieren');
  await expect(dialog).toContainText('6 von 6 Rechnungen.');
  await expect(dialog).toContainText('Das lässt sich nicht rückgängig machen.');
  await expectAccessible(page);
  await button(dialog, 'Finalisieren').click();
  await expect(dialog).toContainText('5 erledigt, 1 nicht möglich, 0 nicht begonnen.');
  await expect(dialog.getByRole('listitem').first()).toContainText('Bitte fügen Sie mindestens eine Position hinzu.');
  await expectAccessible(page);
  await button(dialog, 'Schließen').click();
  await expect(bar(page)).toHaveCount(0);
  expect((await office.api['invoices.get']({ id: unready.id })).status).toBe('draft');
  await expect(page.getByRole('row', { name: /Sammel/ }).filter({ hasText: 'RE-' })).toHaveCount(5);
  const numbers = new Map<string, string>();
  for (const { id, title } of ready) numbers.set(title, (await office.api['invoices.get']({ id })).number);
  const given = order.map((title) => numbers.get(title) ?? 'none');
  expect(given).toEqual(given.toSorted());
});

test('sent and paid in one go, each with its open amount; others are left out', async ({ page, office }) => {
  const made = [];
  for (const title of ['Bündel a', 'Bündel b']) made.push(await makeFinal(office, { title }));
  await makeDraft(office, { title: 'Bündel c' });
  await select(page, 'Bündel');
  await button(bar(page), 'Alle 3 der Liste auswählen').click();
  await button(bar(page), 'Auf „Versendet“ setzen').click();
  const sent = dialogOf(page, 'Rechnungen versendet?');
  await expect(sent).toContainText('2 von 3 Rechnungen.');
  await expect(sent).toContainText('Nicht dabei: 1, deren Status es nicht zulässt.');
  await button(sent, 'Auf „Versendet“ setzen').click();
  await expect(sent).toContainText('2 erledigt');
  await button(sent, 'Schließen').click();

  await button(page, 'Mehrere auswählen').click();
  for (const { number } of made) await tick(page, number).check();
  await button(bar(page), 'Auf „Bezahlt“ setzen').click();
  const paid = dialogOf(page, 'Rechnungen bezahlt?');
  await expect(paid.getByRole('textbox', { name: 'Zahlungsdatum' })).toBeVisible();
  await button(paid, 'Auf „Bezahlt“ setzen').click();
  await expect(paid).toContainText('2 erledigt');
  for (const { id, totals } of made) {
    expect(await office.api['invoices.get']({ id })).toMatchObject({ status: 'paid', account: { paid: totals.gross } });
  }
});

test('PDF and XRechnung of the ticked invoices come as one ZIP', async ({ page, office }) => {
  const { id, number } = await makeFinal(office, { title: 'Archivware' });
  await select(page, 'Archivware');
  await tick(page, number).check();
  await button(bar(page), 'Als ZIP herunterladen').click();
  const dialog = dialogOf(page, 'Als ZIP herunterladen');
  const download = page.waitForEvent('download');
  await button(dialog, 'Als ZIP herunterladen').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Rechnungen \d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(new Uint8Array(await readFile(await file.path())));
  expect(Object.keys(files)).toEqual([`Rechnung_${number}.pdf`, `Rechnung_${number}.xml`]);
  const { content } = await office.api['invoices.pdf']({ id });
  expect(Buffer.from(files[`Rechnung_${number}.pdf`] ?? []).equals(Buffer.from(content))).toBe(true);
});
