/** The demo office, opened in a window of its own: what a picture of the handbook is taken of. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage } from '../e2e/fixture.ts';
import { button, dialogOf } from '../e2e/invoice-drafts.ts';
import { rows } from '../e2e/invoice-list-parts.ts';
import { copySeed, startOffice, type RunningOffice } from '../e2e/offices.ts';
import { cameraFor, type Camera } from './camera.ts';

export interface Desk {
  office: RunningOffice;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly camera: Camera;
  close: () => Promise<void>;
}

export async function openDesk(browser: Browser): Promise<Desk> {
  const office = await startOffice('none');
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openPage(page, office);
  // The name of the file is the name of the office, and stands on each picture.
  const file = join(office.folder, 'Lindner & Partner.kontor');
  await rename(await copySeed(office.folder), file);
  await page.getByRole('button', { name: /^Kontor-Datei öffnen/ }).click();
  const dialog = dialogOf(page, 'Kontor-Datei öffnen');
  await dialog.getByLabel('Ort der Datei').fill(file);
  await button(dialog, 'Öffnen').click();
  await expect(rows(page).first()).toBeVisible();
  const desk: Desk = {
    ...{ office, context, page, camera: cameraFor(page) },
    close: async () => {
      await context.close();
      await desk.office.stop();
    },
  };
  return desk;
}
