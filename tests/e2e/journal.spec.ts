import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { today } from '../../renderer/components/today.ts';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, openPage, test } from './fixture.ts';
import { button, choose, makeFinal, openInvoice } from './invoice-drafts.ts';
import { copySeed, startOffice, type RunningOffice } from './offices.ts';

const rows = (page: Page) => page.getByRole('table').locator('tbody tr');

/** Many entries in the journal: the telephone of the first profile is changed again and again. */
async function changeProfile({ api }: RunningOffice, times: number): Promise<void> {
  const [profile] = (await api['profiles.list']({})).profiles;
  let revision = profile?.revision ?? 0;
  for (let count = 0; count < times; count += 1) {
    const change = { id: profile?.id ?? 0, expectedRevision: revision, phone: `0421 555 ${1000 + count}` };
    ({ revision } = await api['profiles.update'](change));
  }
}

async function openJournal(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

test('[F2.2] "Verlauf" tells what happened to an invoice and follows it', async ({ page, office }) => {
  const { id, revision, number } = await makeFinal(office);
  await openInvoice(page, { id });
  await page.getByRole('tab', { name: 'Verlauf' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText(`Finalisiert als ${number}`);
  await expect(rows(page).first()).toContainText(/\d\d\.\d\d\.\d{4}, \d\d:\d\d/);
  await expect(rows(page).last()).toContainText('Entwurf angelegt');
  await rows(page)
    .last()
    .getByRole('button', { name: /Angaben zeigen/ })
    .click();
  await expect(rows(page).last()).toContainText('Eintrag 1');
  await expectAccessible(page);
  // Somebody else records a part payment meanwhile.
  const payment = { requestId: crypto.randomUUID(), date: today(), amount: 1190 };
  await office.api['invoices.pay']({ id, expectedRevision: revision, ...payment });
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('Zahlung von 11,90 € erfasst');
});

test('the journal of the office is searched, filtered and read on, and leads to its invoices', async ({
  page,
  office,
}) => {
  await changeProfile(office, 110);
  const { number } = await makeFinal(office);
  await openJournal(page);
  await expect(rows(page)).toHaveCount(100);
  await button(page, 'Ältere laden').click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(100);

  await button(page, 'Filter').click();
  const drawer = page.getByRole('complementary', { name: 'Filter' });
  await choose(drawer, 'Betrifft', 'Kunde');
  await choose(drawer, 'Wer', 'Katharina Lindner');
  await button(drawer, 'Dieses Jahr').click();
  await button(drawer, 'Anwenden').click();
  await expect(page.getByRole('list', { name: 'Aktive Filter' }).getByRole('listitem')).toHaveCount(3);
  await expect(rows(page).first()).toContainText('Kunde angelegt');
  await drawer.getByRole('textbox', { name: 'Bis' }).fill('01.01.2020');
  await button(drawer, 'Anwenden').click();
  await expect(drawer.getByText('„bis“ liegt vor „von“')).toBeVisible();
  await expectAccessible(page);
  await button(drawer, 'Alle Filter entfernen').click();
  await button(drawer, 'Filter einklappen').click();

  await page.getByRole('searchbox').fill(number);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText(`Finalisiert als ${number}`);
  await rows(page).first().getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
});

test('"Prüfen" says that all is well and gives the anchor', async ({ page, office }) => {
  await makeFinal(office);
  await openJournal(page);
  await button(page, 'Prüfen').click();
  const result = page.getByRole('region', { name: 'Ergebnis der Prüfung' });
  await expect(result).toContainText('Alles in Ordnung', { timeout: 60_000 });
  const { anchor } = await office.api['office.verify']({ invoices: 1 });
  await expect(result).toContainText(`Anker ${anchor.sequence}:${anchor.hash.slice(0, 16)}…`);
  await expectAccessible(page);
  await button(result, 'Schließen').click();
  await expect(result).toHaveCount(0);
});

test('the export is saved as a file whose chain anybody can follow', async ({ page }) => {
  await openJournal(page);
  const download = page.waitForEvent('download');
  await button(page, 'Exportieren').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Kontor-Journal-\d{4}-\d\d-\d\d\.jsonl$/);
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
  let hash = '0'.repeat(64);
  for (const line of lines.slice(0, -1)) {
    const [, entry = ''] = /^\{"entry":(.*),"hash":"[0-9a-f]{64}"\}$/.exec(line) ?? [];
    hash = createHash('sha256').update(hash).update(entry).digest('hex');
  }
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ anchor: { hash, sequence: lines.length - 1 } });
  await expect(page.getByText(`bis Eintrag ${lines.length - 1} exportiert`)).toBeVisible();
  await expect(rows(page).first()).toContainText('Journal bis Eintrag');
});

test('a damage is named with the way to its entry', LONG, async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-e2e-journal-'));
  const file = await copySeed(folder);
  damage(file);
  const office = await startOffice({ file });
  const context = await browser.newContext();
  const page = await context.newPage();
  await openPage(page, office);
  await openJournal(page);
  await button(page, 'Prüfen').click();
  const result = page.getByRole('region', { name: 'Ergebnis der Prüfung' });
  await expect(result).toContainText('Eine Stelle ist beschädigt.', { timeout: 60_000 });
  await expect(result).toContainText('Journaleintrag 3 (Inhalt und Prüfsumme passen nicht zusammen)');
  await expectAccessible(page);
  await button(result, 'Eintrag 3 ansehen').click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByText('Bis Eintrag 3')).toBeVisible();
  await expect(rows(page).first()).toContainText('Mallory');
  await context.close();
  await office.stop();
  await rm(folder, { recursive: true });
});

/** Rewrites the third entry as somebody would who has the file and knows SQLite. */
function damage(file: string): void {
  const database = new Database(file);
  const { sql } = database.prepare("SELECT sql FROM sqlite_master WHERE name = 'protect_journal_update'").get() as {
    sql: string;
  };
  database.exec('DROP TRIGGER protect_journal_update');
  database.exec(`UPDATE journal SET entry = json_set(entry, '$.who', 'Mallory') WHERE sequence = 3`);
  database.exec(sql);
  database.close();
}
