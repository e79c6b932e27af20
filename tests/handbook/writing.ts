/** The second half of the handbook's job: the first invoice, from "Neu" to its files. */
import { expect, type Locator, type Page } from '@playwright/test';
import { button, dialogOf } from '../e2e/invoice-drafts.ts';
import { editorOf } from '../e2e/text-editing.ts';
import type { Job } from './setting-up.ts';

/** Saves a file that the window offers; returns what it holds. */
export type Downloads = (page: Page, start: () => Promise<void>) => Promise<Buffer>;

/** The files that the job ends with. */
export interface InvoiceFiles {
  pdf: Buffer;
  xrechnung: Buffer;
}

/** Writes, finalises and saves the first invoice. */
export async function writeInvoice(job: Job, download: Downloads): Promise<InvoiceFiles> {
  await create(job);
  await introduction(job);
  await positions(job);
  await overallDiscount(job);
  await finalise(job);
  const { page, hand } = job;
  const pdf = await download(page, () => hand.click(button(page, 'Drucken (Vorschau)')));
  const xrechnung = await download(page, () => hand.click(button(page, 'XRechnung herunterladen')));
  return { pdf, xrechnung };
}

/** Waits until the page beside the editor shows the invoice, or this state of it. */
export async function pagePainted(page: Page, revision?: number): Promise<void> {
  const painted = revision === undefined ? '[data-painted]' : `[data-painted="${String(revision)}"]`;
  await expect(page.getByRole('complementary', { name: 'Seite der Rechnung' }).locator(painted)).toBeVisible({
    timeout: 20_000,
  });
}

async function create({ page, hand, camera }: Job): Promise<void> {
  // The assistant ends in this dialog.
  const dialog = dialogOf(page, 'Rechnung erstellen');
  hand.read(3);
  await hand.click(dialog.getByRole('button', { name: 'Neuen Kunden anlegen' }));
  const customer = dialogOf(page, 'Kunden anlegen');
  const part = (name: string): Locator => customer.getByRole('group', { name, exact: true });
  await hand.type(part('Stammdaten').getByLabel('Name', { exact: true }), 'Tischlerei Ahlers GmbH');
  await hand.type(part('Stammdaten').getByLabel('E-Mail', { exact: true }), 'rechnung@ahlers.example');
  await hand.type(part('Anschrift').getByLabel('Straße', { exact: true }), 'Wall 3');
  await hand.type(part('Anschrift').getByLabel('Postleitzahl', { exact: true }), '26122');
  await hand.type(part('Anschrift').getByLabel('Ort', { exact: true }), 'Oldenburg');
  await camera.shoot('02-kunde-anlegen', customer);
  await hand.click(button(customer, 'Speichern'));
  await expect(customer).toHaveCount(0);
  await hand.type(dialog.getByLabel('Bezeichnung'), 'Beratung im November');
  await hand.type(dialog.getByRole('textbox', { name: 'Leistungszeitraum von' }), '1.11.2026');
  await hand.type(dialog.getByRole('textbox', { name: 'Leistungszeitraum bis' }), '20.11.2026');
  await camera.shoot('02-rechnung-erstellen', dialog);
  await hand.click(button(dialog, 'Speichern'));
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await camera.shoot('02-entwurf-in-der-liste');
  await hand.click(page.getByRole('link', { name: 'Beratung im November' }));
  await expect(page.getByRole('heading', { name: 'Entwurf · Beratung im November' })).toBeVisible();
}

async function introduction({ page, hand, camera }: Job): Promise<void> {
  await hand.click(button(page, 'Einleitungstext hinzufügen'));
  const dialog = dialogOf(page, 'Einleitungstext erstellen');
  const editor = await editorOf(dialog);
  await hand.click(button(dialog, 'Textbaustein'));
  const menu = page.getByRole('menu', { name: 'Textbaustein einfügen' });
  await expect(menu.getByRole('menuitem').first()).toBeVisible();
  await camera.shoot('02-textbaustein-waehlen');
  await hand.click(menu.getByRole('menuitem', { name: /Einleitung mit Leistungszeitraum/ }));
  await expect(editor.locator('.placeholder')).toHaveCount(1);
  await camera.shoot('02-einleitung', dialog);
  await hand.click(button(dialog, 'Speichern'));
  await expect(dialog).toHaveCount(0);
}

async function positions({ page, hand, camera }: Job): Promise<void> {
  await hand.click(button(page, 'Position hinzufügen'));
  const dialog = dialogOf(page, 'Rechnungsposition erstellen');
  await hand.type(dialog.getByLabel('Titel'), 'Aufmaß vor Ort');
  await hand.type(dialog.getByLabel('Beschreibung'), 'Mit Skizze und Protokoll');
  await hand.type(dialog.getByLabel('Anzahl'), '1');
  await hand.type(dialog.getByLabel('Preis/Einheit'), '180');
  await page.keyboard.press('Tab');
  await camera.shoot('02-position', dialog);
  await hand.click(button(dialog, 'Speichern'));
  await expect(dialog).toHaveCount(0);
  await hand.click(page.getByRole('textbox', { name: /^Schnellzeile/ }));
  await hand.write('3,5 Std Beratung à 120 19% -10%');
  await expect(page.locator('strong', { hasText: '378,00 €' })).toBeVisible();
  hand.read(2);
  await page.getByRole('region', { name: 'Summen' }).scrollIntoViewIfNeeded();
  await camera.shoot('02-schnellzeile');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Beratung.*378,00/ })).toBeVisible();
}

async function overallDiscount({ page, hand, camera }: Job): Promise<void> {
  await hand.click(button(page, 'Rabatt hinzufügen'));
  const dialog = dialogOf(page, 'Gesamtrabatt bearbeiten');
  await hand.type(dialog.getByLabel('Bezeichnung des Rabatts'), 'Treuerabatt');
  await hand.type(dialog.getByRole('textbox', { name: 'Prozentsatz' }), '5');
  await camera.shoot('02-gesamtrabatt', dialog);
  await hand.click(button(dialog, 'Speichern'));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Summen' })).toContainText('530,10');
  // Made, then four changes.
  await pagePainted(page, 5);
  hand.read(10);
  await page.locator('h1').scrollIntoViewIfNeeded();
  await camera.shoot('02-entwurf-mit-seite');
}

async function finalise({ page, hand, camera }: Job): Promise<void> {
  await hand.click(button(page, 'Rechnung finalisieren'));
  const dialog = dialogOf(page, 'Rechnung finalisieren');
  await expect(dialog.getByText('RE-2026-0042')).toBeVisible();
  await expect(button(dialog, 'Rechnung finalisieren')).toBeEnabled();
  hand.read(6);
  await camera.shoot('02-finalisieren', dialog);
  await hand.click(button(dialog, 'Rechnung finalisieren'));
  await expect(page.getByRole('heading', { name: /^RE-2026-0042/ })).toBeVisible();
  await pagePainted(page);
  await camera.shoot('02-fertige-rechnung');
  await hand.click(page.getByRole('tab', { name: 'Dokumente (2)' }));
  await expect(page.getByRole('listitem').filter({ hasText: '.pdf' })).toBeVisible();
  await camera.shoot('02-dokumente');
}
