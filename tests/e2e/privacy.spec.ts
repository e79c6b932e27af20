import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, forgetWorkspace, test } from './fixture.ts';
import { button, dialogOf, fillNewInvoice } from './invoice-drafts.ts';
import { foreignIn, excuseInRecord, readRecord, startRecordingProxy, throughProxy } from './recording-proxy.ts';

test.use({ showsPage: true });

const FOREIGN = 'kontor-proof.invalid';

test('the proxy of the run sees what a page asks for, and lets nothing out', async ({ browser, office, page }) => {
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
  const context = await browser.newContext();
  const stray = await context.newPage();
  const answer = await stray.goto(`http://${FOREIGN}/`);
  expect(answer?.status()).toBe(403);
  // WebSockets and TLS come as tunnels.
  await stray.evaluate((host) => {
    new WebSocket(`ws://${host}:81/`).onerror = () => (document.title = 'refused');
  }, FOREIGN);
  await expect(stray).toHaveTitle('refused');
  await expect(stray.goto(`https://${FOREIGN}/`)).rejects.toThrow(/ERR_TUNNEL_CONNECTION_FAILED/);
  await context.close();

  const expected = [80, 443, 81].map((port) => `${FOREIGN}:${port}`);
  const record = await readRecord();
  expect(record).toEqual(expect.arrayContaining([...expected, new URL(office.origin).host]));
  expect(foreignIn(record)).toEqual(expect.arrayContaining(expected));
  for (const authority of expected) await excuseInRecord(authority);
  for (const authority of expected) expect(await readRecord()).not.toContain(authority);
});

test('from the first page to the XRechnung nothing is asked of anybody but the host', async ({ browser, office }) => {
  // Else the window opens where another test left it.
  await forgetWorkspace(office);
  const proxy = await startRecordingProxy();
  const context = await browser.newContext({ proxy: throughProxy(proxy.address), reducedMotion: 'reduce' });
  await context.addCookies([{ ...office.cookie, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(office.origin);
  const { pdf, xml } = await doMainJob(page);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await readFile(await xml.path(), 'utf8')).toContain('xrechnung');
  await context.close();
  expect(proxy.asked()).toEqual([new URL(office.origin).host]);
  await proxy.close();
});

/** Create, position, finalise, both downloads. */
async function doMainJob(page: Page): Promise<{ pdf: Download; xml: Download }> {
  const title = `Ohne Netz ${crypto.randomUUID()}`;
  const creation = await fillNewInvoice(page, 'Hofladen Behrens', title);
  await button(creation, 'Speichern').click();
  await page.getByRole('link', { name: 'Öffnen' }).click();
  await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();

  await button(page, 'Position hinzufügen').click();
  const line = dialogOf(page, 'Rechnungsposition erstellen');
  await line.getByLabel('Titel').fill('Beratung');
  await line.getByLabel('Preis/Einheit').fill('120');
  await button(line, 'Speichern').click();
  await expect(line).toHaveCount(0);

  await button(page, 'Rechnung finalisieren').click();
  await button(dialogOf(page, 'Rechnung finalisieren'), 'Rechnung finalisieren').click();
  await expect(button(page, 'XRechnung herunterladen')).toBeVisible();
  return { pdf: await downloadBy(page, 'Drucken (Vorschau)'), xml: await downloadBy(page, 'XRechnung herunterladen') };
}

async function downloadBy(page: Page, action: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await button(page, action).click();
  return download;
}
