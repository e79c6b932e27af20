/** The first half of the handbook's job: from an empty machine to an office that is set up. */
import { expect, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { button, dialogOf } from '../e2e/invoice-drafts.ts';
import type { Camera } from './camera.ts';
import type { Hand } from './hand.ts';

const LOGO = resolve(import.meta.dirname, '../../resources/demo/logo.png');
/** Where the picture shows the file: the folder of the run is of no use to a reader. */
const SHOWN_FOLDER = '/home/katharina/Kontor';

/** What whoever does the job has at hand. */
export interface Job {
  page: Page;
  hand: Hand;
  camera: Camera;
}

const step = (page: Page, number: number) => page.getByText(`Schritt ${String(number)} von 5`);
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();

/** Makes the office and goes through its assistant. */
export async function setUpOffice(job: Job): Promise<void> {
  await makeOffice(job);
  await company(job);
  await taxAndBank(job);
  await numbersAndTest(job);
}

async function makeOffice({ page, hand, camera }: Job): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Willkommen bei Kontor' })).toBeVisible();
  hand.read(5);
  await camera.shoot('01-start');
  await hand.click(page.getByRole('button', { name: /^Neues Büro anlegen/ }));
  const dialog = dialogOf(page, 'Neues Büro anlegen');
  await hand.type(dialog.getByLabel('Name des Büros'), 'Lindner & Partner');
  const folder = dialog.getByLabel('Ordner');
  const own = await folder.inputValue();
  await folder.fill(SHOWN_FOLDER);
  await camera.shoot('01-neues-buero', dialog);
  await folder.fill(own);
  await hand.click(button(dialog, 'Anlegen'));
}

async function company({ page, hand, camera }: Job): Promise<void> {
  await expect(step(page, 1)).toBeVisible();
  hand.read(3);
  for (const [label, text] of [
    ...[['Name der Firma', 'Lindner & Partner'] as const, ['Straße', 'Werderstraße 14'] as const],
    ...[['Postleitzahl', '28199'] as const, ['Ort', 'Bremen'] as const, ['Ihr Name', 'Katharina Lindner'] as const],
    ...[['Telefon', '0421 555 0140'] as const, ['E-Mail', 'rechnung@lindner.example'] as const],
  ]) {
    await hand.type(field(page, label), text);
  }
  const logo = page.getByRole('group', { name: 'Logo', exact: true });
  // A click on "Bild wählen" and a file in the system's dialog.
  hand.read(10);
  await logo.locator('input').setInputFiles(LOGO);
  await expect(logo.getByRole('img', { name: 'Ihr Logo' })).toBeVisible();
  await camera.shoot('01-firma');
  await hand.click(button(page, 'Weiter'));
}

async function taxAndBank({ page, hand, camera }: Job): Promise<void> {
  await expect(step(page, 2)).toBeVisible();
  hand.read(3);
  await hand.type(field(page, 'Steuernummer'), '60/123/45678');
  await camera.shoot('01-steuern');
  await hand.click(button(page, 'Weiter'));
  await expect(step(page, 3)).toBeVisible();
  hand.read(2);
  await hand.type(field(page, 'IBAN'), 'DE02 1203 0000 0000 2020 51');
  await camera.shoot('01-bank');
  await hand.click(button(page, 'Weiter'));
}

async function numbersAndTest({ page, hand, camera }: Job): Promise<void> {
  await expect(step(page, 4)).toBeVisible();
  hand.read(3);
  await hand.type(field(page, 'Zuletzt vergebene Nummer'), 'RE-2026-0041');
  await expect(page.getByText('RE-2026-0042')).toBeVisible();
  await camera.shoot('01-nummern');
  await hand.click(button(page, 'Weiter'));
  await expect(step(page, 5)).toBeVisible();
  await expect(page.locator('[data-painted="1"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Nichts. Alle Pflichtangaben sind da.')).toBeVisible();
  hand.read(8);
  await camera.shoot('01-testrechnung');
  await hand.click(button(page, 'Erste Rechnung schreiben'));
  await expect(page).toHaveURL(/#\/rechnungen/);
}
