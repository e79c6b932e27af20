import type { Locator, Page } from '@playwright/test';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { today } from '../../renderer/components/today.ts';
import { expect } from './fixture.ts';
import type { RunningOffice } from './offices.ts';

export type Changes = Partial<Parameters<RunningOffice['api']['invoices.create']>[0]>;

/** A draft with one position, of its own for each test; the customer is a business in Germany. */
export async function makeDraft({ api }: RunningOffice, changes: Changes = {}): Promise<InvoiceDetail> {
  const { rows } = await api['customers.list']({ search: 'Sägewerk Ostertor' });
  const { rates } = await api['vatRates.list']({});
  const rate = rates.find(({ periods }) => periods.some(({ percent }) => percent === '19'));
  return api['invoices.create']({
    requestId: crypto.randomUUID(),
    issueDate: '2026-11-20',
    customerId: rows[0]?.id ?? 0,
    title: 'Winterdienst',
    servicePeriod: { start: '2026-11-01', end: '2026-11-15' },
    entries: [
      {
        kind: 'line',
        title: 'Räumen',
        quantity: '3.5',
        unit: 'hour',
        unitPrice: '120',
        vatRateId: rate?.id ?? 0,
      },
    ],
    ...changes,
  });
}

/** One of today that is final. */
export async function makeFinal(office: RunningOffice, changes: Changes = {}): Promise<InvoiceDetail> {
  const { id, revision } = await makeDraft(office, { issueDate: today(), ...changes });
  return office.api['invoices.finalise']({ id, expectedRevision: revision, requestId: crypto.randomUUID() });
}

/** The word of the status beside the name of an invoice; an action of the same name stands there too ("Verrechnet"). */
export function statusOf(page: Page, word: string): Locator {
  return page.locator('header .status-chip').getByText(word, { exact: true });
}

/** Opens the detail view of an invoice and waits until it is there. */
export async function openInvoice(page: Page, { id }: { id: number }): Promise<void> {
  // Before the first view is there the router would overrule the address.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate((to) => (location.hash = to), `#/rechnungen/${id}`);
  await expect(page.getByRole('heading', { name: 'Positionen & Texte' })).toBeVisible();
}

/** The open dialog of this name. */
export function dialogOf(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name, exact: true });
}

/** "Rechnung erstellen", filled with what a final invoice needs beside its positions. */
export async function fillNewInvoice(page: Page, customer: string, title: string): Promise<Locator> {
  await button(page, 'Neu').click();
  const dialog = dialogOf(page, 'Rechnung erstellen');
  await choose(dialog, 'Kunde', customer);
  await dialog.getByLabel('Bezeichnung').fill(title);
  await dialog.getByRole('textbox', { name: 'Leistungszeitraum von' }).fill('1.11.2026');
  await dialog.getByRole('textbox', { name: 'Leistungszeitraum bis' }).fill('15.11.2026');
  return dialog;
}

export function button(place: Page | Locator, name: string): Locator {
  return place.getByRole('button', { name, exact: true });
}

/** Chooses from a select or autocomplete by the words of the choice. */
export async function choose(place: Page | Locator, label: string, choice: string): Promise<void> {
  const page = 'page' in place ? place.page() : place;
  const option = page.getByRole('option', { name: choice }).first();
  const field = place.getByRole('combobox', { name: label });
  // A menu that opens while its dialog is still taking the focus closes again.
  await expect(async () => {
    // Of many customers only the first stand there; a select opens by key, because its value lies over its control.
    if (!(await option.isVisible())) await (label === 'Kunde' ? field.fill(choice) : field.press('ArrowDown'));
    await option.click({ timeout: 3_000 });
  }).toPass();
}

/** The button before a position or a text. */
export const LINE = /^Aktionen für Position/;
export const TEXT = /^Aktionen für den Text/;

/** An action from the menu before the first position or text whose name matches. */
export async function act(page: Page, entry: RegExp, action: string): Promise<void> {
  await page.getByRole('button', { name: entry }).first().click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

export async function save(dialog: Locator): Promise<void> {
  await button(dialog, 'Speichern').click();
  await expect(dialog).toHaveCount(0);
}

type NewEntry = NonNullable<Changes['entries']>[number];

/** A position for `makeDraft`. */
export async function newLine({ api }: RunningOffice, title: string, changes: object = {}): Promise<NewEntry> {
  const { rates } = await api['vatRates.list']({});
  const rate = rates.find(({ periods }) => periods.some(({ percent }) => percent === '19'));
  const line = { kind: 'line', quantity: '1', unit: 'piece', unitPrice: '10', vatRateId: rate?.id ?? 0 } as const;
  return { ...line, title, ...changes };
}

/** A text for `makeDraft`. */
export function newText(area: 'intro' | 'body' | 'closing', content: string): NewEntry {
  return { kind: 'text', area, content };
}

/** A draft with so many positions. */
export async function makeLongDraft(office: RunningOffice, count: number): Promise<InvoiceDetail> {
  const line = await newLine(office, '');
  const entries = Array.from({ length: count }, (_, index) => ({ ...line, title: `Posten ${String(index + 1)}` }));
  return makeDraft(office, { entries });
}
