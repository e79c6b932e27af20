import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { button, dialogOf, fillNewInvoice, makeFinal, newLine, openInvoice, save, statusOf } from './invoice-drafts.ts';
import { rows } from './invoice-list-parts.ts';

/**
 * One invoice goes through all seven statuses, each step made in the window; the actions that stood there in each are
 * then held against the rows of C2.
 */
test.describe.configure({ mode: 'serial' });

const STATUSES = ['Entwurf', 'Final', 'Versendet', 'Bezahlt', 'Storniert', 'Nicht verrechnet', 'Verrechnet'] as const;
type Status = (typeof STATUSES)[number];

/** C2 as it is written, a letter for each status in their order: where no "Y" stands, the action is not there. */
const ROWS: readonly [ids: string, row: string, ...actions: string[]][] = [
  ['[C2.1]', 'Y------', 'Rechnung aktualisieren', 'Anschrift bearbeiten', 'Vorlage bearbeiten'],
  ['[C2.1]', 'Y------', 'Verantwortlich bearbeiten', 'Ansprechpartner bearbeiten'],
  ['[C2.2]', 'Y------', 'Position hinzufügen', 'Einleitungstext hinzufügen', 'Schlusstext hinzufügen'],
  ['[C2.2]', 'Y------', 'Rabatt hinzufügen', 'Aktionen für Position 1 Räumen'],
  ['[C2.3]', 'Y------', 'Rechnung löschen'],
  ['[C2.4]', 'Y------', 'Rechnung finalisieren'],
  ['[C2.5]', '-Y-----', 'Auf „Versendet“ setzen'],
  ['[C2.6]', '-YY----', 'Auf „Bezahlt“ setzen'],
  ['[C2.7]', '-YYY---', 'Rechnung stornieren'],
  ['[C2.8]', '-----Y-', 'Verrechnet'],
  ['[C2.10]', '-YY----', 'Beanstandet'],
  ['[C2.11]', 'YYYYYYY', 'Drucken …', 'Drucken (Vorschau)'],
  ['[C2.13]', 'YYYYY--', 'Rechnung kopieren'],
  ['[C2.19] [D14]', '-YYYYYY', 'XRechnung herunterladen'],
];

/** From one status to the next: the action, the dialog that asks first, and what is pressed there. */
const STEPS = [
  ['[C1.3]', 'Rechnung finalisieren', 'dialog', 'Rechnung finalisieren', 'Rechnung finalisieren', 'Final'],
  ['[C1.4]', 'Auf „Versendet“ setzen', 'alertdialog', 'Rechnung versendet?', 'Rechnung versendet', 'Versendet'],
  ['[C1.5]', 'Auf „Bezahlt“ setzen', 'dialog', 'Zahlung erfassen', 'Rechnung bezahlt', 'Bezahlt'],
] as const;

/** The names of the buttons that an invoice had in each status. */
const seen = new Map<Status, string[]>();
const title = `Winterdienst ${crypto.randomUUID().slice(0, 8)}`;

/** Waits for the status, then keeps what can be done in it. */
async function noteActions(page: Page, status: Status): Promise<void> {
  await expect(statusOf(page, status)).toBeVisible();
  const buttons = page.getByRole('main').getByRole('button');
  const names = await buttons.evaluateAll((found) =>
    found.map((one) => one.getAttribute('aria-label') ?? one.textContent.trim()),
  );
  seen.set(status, names);
}

/** Its newest one, which is its Stornorechnung as soon as there is one. */
async function openNewest(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill(title);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { name: 'Positionen & Texte' })).toBeVisible();
}

test('[C1.1] "Speichern" in "Rechnung erstellen" makes an Entwurf', async ({ page, office }) => {
  await save(await fillNewInvoice(page, 'Sägewerk Ostertor', title));
  const { rows: found } = await office.api['invoices.list']({ filter: { search: title } });
  const { id, revision } = await office.api['invoices.get']({ id: found[0]?.id ?? 0 });
  const entry = await newLine(office, 'Räumen');
  await office.api['entries.add']({ id, expectedRevision: revision, requestId: crypto.randomUUID(), entry });
  await openNewest(page);
  await noteActions(page, 'Entwurf');
});

for (const [ids, action, role, name, confirmation, status] of STEPS) {
  test(`${ids} "${confirmation}" makes it ${status}, after its dialog`, async ({ page }) => {
    await openNewest(page);
    await button(page, action).click();
    await button(page.getByRole(role, { name, exact: true }), confirmation).click();
    await noteActions(page, status);
  });
}

test('[A20.3] [C1.8] cancelled after it was paid: Storniert, its Stornorechnung Nicht verrechnet', async ({ page }) => {
  await openNewest(page);
  await button(page, 'Rechnung stornieren').click();
  await button(dialogOf(page, 'Rechnung stornieren'), 'Stornorechnung erstellen').click();
  await noteActions(page, 'Storniert');
  await page.getByRole('region', { name: 'Stornierung' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stornorechnung');
  await expect(page.getByRole('row', { name: /Räumen/ })).toContainText('-10,00');
  await noteActions(page, 'Nicht verrechnet');
});

test('[C1.9] "Verrechnet" ends the Stornorechnung, without a question', async ({ page }) => {
  await openNewest(page);
  await button(page, 'Verrechnet').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await noteActions(page, 'Verrechnet');
});

for (const [ids, row, ...actions] of ROWS) {
  test(`${ids} ${row}: ${actions.join(', ')}`, () => {
    for (const action of actions) {
      const shown = STATUSES.map((status) => (seen.get(status)?.includes(action) ? 'Y' : '-')).join('');
      expect(shown, action).toBe(row);
    }
  });
}

test('[C1.6] [D7] from Final one dialog makes both steps, and "Verlauf" shows both', async ({ page, office }) => {
  await openInvoice(page, await makeFinal(office));
  await button(page, 'Auf „Bezahlt“ setzen').click();
  await button(dialogOf(page, 'Zahlung erfassen'), 'Rechnung bezahlt').click();
  await expect(statusOf(page, 'Bezahlt')).toBeVisible();
  await page.getByRole('tab', { name: 'Verlauf' }).click();
  await expect(rows(page)).toContainText([/Zahlung von/, /ersendet/, /Finalisiert als/, /Entwurf angelegt/]);
});
