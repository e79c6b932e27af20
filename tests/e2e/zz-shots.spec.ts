import { test } from '@playwright/test';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { openPage } from './fixture.ts';
import { startOffice } from './offices.ts';
test('shots', async ({ browser }) => {
  test.setTimeout(180_000);
  const host = await startOffice('none');
  for (const scheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await openPage(page, host);
    const shot = async (name: string) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: `/tmp/app/${scheme}-${name}.png` });
    };
    await page.getByText('Willkommen').waitFor();
    await shot('1-start');
    const gone = await host.api['officeFiles.create']({ name: 'Altes Büro ' + scheme });
    await page.waitForURL(/einrichtung/);
    await host.api['officeFiles.create']({ name: 'Büro Kruse ' + scheme });
    await host.api['officeFiles.close']({});
    await rm(gone.open.path);
    await page.getByText('Zuletzt verwendet').waitFor();
    await page.reload();
    await page.getByText('Zuletzt verwendet').waitFor();
    await shot('2-recent');
    await page.getByRole('button', { name: 'Anzeige' }).click();
    await shot('3-display');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Neues Büro anlegen/ }).click();
    await page.getByLabel('Name des Büros').fill('Kruse & Söhne');
    await shot('4-new');
    await page.getByLabel('Ordner').fill(join(host.folder, 'Nextcloud'));
    await page.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await shot('5-risk');
    await page.getByRole('button', { name: 'Anderen Ordner wählen' }).click();
    await page.reload();
    await page.getByRole('button', { name: /^Kontor-Datei öffnen/ }).click();
    await page.getByLabel('Ort der Datei').fill('/nowhere/x.kontor');
    await page.getByRole('button', { name: 'Öffnen', exact: true }).click();
    await shot('6-open');
    await page.reload();
    await page.getByRole('button', { name: /^Beispielbüro/ }).click();
    await shot('7-busy');
    await page.waitForURL(/rechnungen/, { timeout: 30000 });
    await page.getByText('Nichts davon').waitFor();
    await shot('8-sample');
    await page.getByRole('button', { name: /^Büro:/ }).click();
    await shot('9-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Anzeige' }).click();
    await shot('9b-display');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Navigation schmal' }).click();
    await shot('10-narrow');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await shot('11-wide');
    await page.getByRole('button', { name: 'Navigation breit' }).click();
    await host.api['officeFiles.close']({});
    await context.close();
  }
  await host.stop();
});
