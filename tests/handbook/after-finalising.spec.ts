/** The pictures of the chapters about what becomes of an invoice once it is final. */
import { expect, test, type Page } from '@playwright/test';
import { today } from '../../renderer/components/today.ts';
import { button, dialogOf, makeDraft, makeFinal, newLine, openInvoice } from '../e2e/invoice-drafts.ts';
import { rows } from '../e2e/invoice-list-parts.ts';
import type { RunningOffice } from '../e2e/offices.ts';
import type { Camera } from './camera.ts';
import { openDesk, type Desk } from './desk.ts';
import { pagePainted } from './writing.ts';

test.describe.configure({ timeout: 180_000, mode: 'default' });

let desk: Desk;
let office: RunningOffice;
let page: Page;
let camera: Camera;

test.beforeEach(async ({ browser }) => {
  desk = await openDesk(browser);
  ({ office, page, camera } = desk);
});
test.afterEach(() => desk.close());

const tenHours = () => newLine(office, 'Räumen', { quantity: '10', unitPrice: '85' });

test('sent and paid: confirmation, payment with Skonto, part payment', async () => {
  const terms = { dueDays: 14, skontoDays: 7, skontoPercent: '2' };
  const { id } = await makeFinal(office, { terms, entries: [await tenHours()], title: 'Winterdienst' });
  await openInvoice(page, { id });
  await pagePainted(page);
  await button(page, 'Auf „Versendet“ setzen').click();
  const sent = page.getByRole('alertdialog', { name: 'Rechnung versendet?' });
  await camera.shoot('07-versendet', sent);
  await button(sent, 'Rechnung versendet').click();
  await button(page, 'Auf „Bezahlt“ setzen').click();
  const payment = dialogOf(page, 'Zahlung erfassen');
  await expect(payment.getByText(/bleiben als Skonto ungezahlt/)).toBeVisible();
  await camera.shoot('07-zahlung', payment);
  await payment.getByLabel('Betrag').fill('300,00');
  await button(payment, 'Teilzahlung erfassen').click();
  await expect(payment).toHaveCount(0);
  await page.getByRole('region', { name: 'Zahlungen' }).scrollIntoViewIfNeeded();
  await camera.shoot('07-zahlungen', page.getByRole('region', { name: 'Zahlungen' }));
});

test('numbers: ranges, own range for Stornorechnungen, report', async () => {
  await page.getByRole('link', { name: 'Einrichtung' }).click();
  const section = page.getByRole('group', { name: 'Nummernkreise' });
  await section.scrollIntoViewIfNeeded();
  await camera.shoot('08-nummernkreise', section);
  await button(page, 'Nummernkreis „Rechnungen“ bearbeiten').click();
  const dialog = dialogOf(page, 'Nummernkreis „Rechnungen“ bearbeiten');
  await expect(dialog.getByText('Die nächste Nummer:')).toBeVisible();
  await camera.shoot('08-bearbeiten', dialog);
  await button(dialog, 'Abbrechen').click();
  await expect(dialog).toHaveCount(0);
  await section.getByLabel('Eigener Nummernkreis für Stornorechnungen').check();
  const separate = dialogOf(page, 'Eigener Nummernkreis für Stornorechnungen');
  await expect(separate.getByText('Die nächste Nummer:')).toBeVisible();
  await camera.shoot('08-stornorechnungen', separate);
  await button(separate, 'Eigene Nummern vergeben').click();
  await expect(separate).toHaveCount(0);
  await button(page, 'Nummernbericht ansehen').click();
  const report = dialogOf(page, 'Nummernbericht');
  await expect(report.getByText('Lückenlos').first()).toBeVisible();
  await camera.shoot('08-bericht', report);
});

test('doubts: what the finalise dialog remarks on', async () => {
  const issueDate = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv-SE');
  const servicePeriod = { start: '2025-01-01', end: '2025-01-31' };
  await openInvoice(page, await makeDraft(office, { issueDate, servicePeriod }));
  await pagePainted(page);
  await button(page, 'Rechnung finalisieren').click();
  const dialog = dialogOf(page, 'Rechnung finalisieren');
  await expect(dialog.getByText('liegt in der Zukunft')).toBeVisible();
  await camera.shoot('08-hinweise', dialog);
});

test('journal: history of an invoice, the office, the check', async () => {
  const draft = await makeDraft(office, { entries: [await newLine(office, 'Räumen', { unitPrice: '120' })] });
  const { id } = draft;
  const renamed = await office.api['invoices.update']({
    id,
    expectedRevision: draft.revision,
    title: 'Winterdienst Süd',
  });
  const final = await office.api['invoices.finalise']({
    ...{ id, expectedRevision: renamed.revision, requestId: crypto.randomUUID() },
  });
  const date = today();
  await office.api['invoices.pay']({
    ...{ id, expectedRevision: final.revision, requestId: crypto.randomUUID(), date, amount: 5_000 },
  });
  await openInvoice(page, { id });
  await page.getByRole('tab', { name: 'Verlauf' }).click();
  await expect(rows(page).first()).toContainText('Zahlung');
  await pagePainted(page);
  await camera.shoot('09-verlauf');
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(rows(page).first()).toContainText('Zahlung');
  await camera.shoot('09-journal');
  await button(page, 'Prüfen').click();
  const result = page.getByRole('region', { name: 'Ergebnis der Prüfung' });
  await expect(result).toBeVisible();
  await camera.shoot('09-pruefen', result);
});

test('cancelling: what will happen, the way to the new draft, differences', async () => {
  const { id, revision } = await makeFinal(office, { entries: [await tenHours()], title: 'Winterdienst' });
  await office.api['invoices.pay']({
    ...{ id, expectedRevision: revision, requestId: crypto.randomUUID(), date: today(), amount: 30_000 },
  });
  await openInvoice(page, { id });
  await pagePainted(page);
  await button(page, 'Rechnung stornieren').click();
  const dialog = dialogOf(page, 'Rechnung stornieren');
  await expect(dialog.getByText(/Nicht verrechnet/)).toBeVisible();
  await dialog.getByLabel('Grund').fill('Falsche Menge');
  await camera.shoot('10-stornieren', dialog);
  await button(dialog, 'Stornorechnung & neue Entwurfsrechnung erstellen').click();
  await expect(dialog).toHaveCount(0);
  const related = page.getByRole('region', { name: 'Stornierung' });
  await related.getByRole('link', { name: /^RE-/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stornorechnung');
  await pagePainted(page);
  await camera.shoot('10-stornorechnung');
  await related.getByRole('link', { name: 'Entwurf' }).click();
  await page.getByRole('cell', { name: 'Räumen', exact: true }).dblclick();
  const line = dialogOf(page, 'Rechnungsposition bearbeiten');
  await line.getByLabel('Anzahl').fill('8');
  await button(line, 'Speichern').click();
  await expect(line).toHaveCount(0);
  await button(page, 'Unterschiede zur stornierten Rechnung').click();
  const differences = dialogOf(page, 'Unterschiede');
  await expect(differences.getByRole('row').first()).toBeVisible();
  await camera.shoot('10-unterschiede', differences);
});

test('overview, objections, many at once', async () => {
  const { id, revision } = await makeFinal(office, { entries: [await tenHours()], title: 'Grünschnitt' });
  await office.api['invoices.dispute']({ id, expectedRevision: revision, text: 'Es waren nur acht Stunden.' });
  await makeDraft(office, { title: 'Winterdienst West' });
  await openInvoice(page, { id });
  const notice = page.getByRole('alert').filter({ hasText: 'Beanstandet' });
  await expect(notice).toBeVisible();
  await camera.shoot('11-beanstandet', notice);
  await page.getByRole('link', { name: 'Übersicht' }).click();
  await expect(page.getByRole('region', { name: 'Überfällig' })).toBeVisible();
  await camera.shoot('11-uebersicht');
  await page.getByRole('link', { name: 'Rechnungen', exact: true }).click();
  await button(page, 'Mehrere auswählen').click();
  for (const index of [1, 2, 3]) await page.getByRole('checkbox').nth(index).check();
  await camera.shoot('11-mehrere');
  await button(page, 'Finalisieren').click();
  await camera.shoot('11-finalisieren', dialogOf(page, 'Rechnungen finalisieren'));
});

test('the limits of a Kleinunternehmer', async () => {
  const { rows: largest } = await office.api['invoices.list']({ filter: { search: 'RE-2026-0007' } });
  for (const { id, revision, gross } of largest) {
    const payment = { requestId: crypto.randomUUID(), date: today(), amount: gross };
    await office.api['invoices.pay']({ id, expectedRevision: revision, ...payment });
  }
  const { revision } = await office.api['company.get']({});
  await office.api['company.update']({ expectedRevision: revision, smallBusiness: true });
  await page.getByRole('link', { name: 'Übersicht' }).click();
  const meter = page.getByRole('region', { name: 'Umsatz als Kleinunternehmer (§ 19 UStG)' });
  await expect(meter).toBeVisible();
  await camera.shoot('11-kleinunternehmer', meter);
});
