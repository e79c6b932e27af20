import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, makeDraft, openInvoice } from './invoice-drafts.ts';

const quickLine = (page: Page): Locator => page.getByRole('textbox', { name: /^Schnellzeile/ });

/** Pastes as a spreadsheet does, without asking for the clipboard of the machine. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test.describe('the quick line', () => {
  test('shows what the line becomes, and Enter adds exactly that', async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [] });
    await openInvoice(page, draft);
    await page.keyboard.press('q');
    await expect(quickLine(page)).toBeFocused();
    await page.keyboard.type('3,5 Std Beratung à 120 19% -10%');
    await expect(page.locator('.preview')).toContainText('378,00 €');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(quickLine(page)).toHaveValue('');
    await expect(quickLine(page)).toBeFocused();
    await expect(page.getByRole('row', { name: /Beratung.*3,5 Stunden.*120,00.*19 %.*378,00/ })).toBeVisible();
    const { entries, totals } = await office.api['invoices.get']({ id: draft.id });
    expect(entries).toMatchObject([
      {
        ...{ kind: 'line', title: 'Beratung', quantity: '3.5', unit: 'hour', unitPrice: '120' },
        ...{ discount: { kind: 'percent', percent: '10' }, vat: { category: 'S', percent: '19' } },
      },
    ]);
    expect(totals).toMatchObject({ net: 37_800, vat: 7_182, gross: 44_982 });
  });

  test(
    'what was typed opens in the dialog, and leaves the line when the position is there',
    LONG,
    async ({ page, office }) => {
      const draft = await makeDraft(office, { entries: [] });
      await openInvoice(page, draft);
      await quickLine(page).fill('2 Std Prüfung à 90 -10%');
      await page.keyboard.press('Control+Enter');
      const dialog = dialogOf(page, 'Rechnungsposition erstellen');
      await expect(dialog.getByLabel('Titel')).toHaveValue('Prüfung');
      await expect(dialog.getByLabel('Preis/Einheit')).toHaveValue('90,00');
      await expect(dialog.getByLabel('Rabatte übernehmen')).toBeChecked();
      await expect(dialog.getByText('10 %', { exact: true })).toBeVisible();
      await button(dialog, 'Abbrechen').click();
      await expect(dialog).toHaveCount(0);
      await expect(quickLine(page)).toHaveValue('2 Std Prüfung à 90 -10%');
      await button(page, 'Im Dialog öffnen').click();
      await dialog.getByLabel('Anzahl').fill('3');
      await button(dialog, 'Speichern').click();
      await expect(quickLine(page)).toHaveValue('');
      const { entries } = await office.api['invoices.get']({ id: draft.id });
      expect(entries).toMatchObject([
        {
          title: 'Prüfung',
          quantity: '3',
          unit: 'hour',
          unitPrice: '90',
          discount: { kind: 'percent', percent: '10' },
        },
      ]);
    },
  );

  test('what can be read in two ways is asked back, and answered by key', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [] });
    await openInvoice(page, draft);
    await quickLine(page).fill('Beratung 3 Std 360 €');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ist „360 €“ der Preis für eine Einheit oder für alles?')).toBeVisible();
    await expect(button(page, '360 € je Einheit')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('ArrowRight');
    await expect(button(page, '360 € zusammen')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(quickLine(page)).toBeFocused();
    await expect(quickLine(page)).toHaveValue('Beratung 3 Std gesamt 360 €');
    await page.keyboard.press('Enter');
    await expect(quickLine(page)).toHaveValue('');
    const { entries } = await office.api['invoices.get']({ id: draft.id });
    expect(entries).toMatchObject([{ title: 'Beratung', quantity: '3', unitPrice: '120', vat: { percent: '19' } }]);
  });

  test('what is missing is said, nothing is added and nothing typed is lost', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [] });
    await openInvoice(page, draft);
    for (const [line, sentence] of [
      ['3 Std Beratung', 'Der Preis fehlt noch'],
      ['3 Std Beratung à 1.234', '„1.234“ lässt sich auf mehrere Arten lesen'],
      ['Beratung 119 € brutto', 'Preise sind netto'],
      ['3 Std Beratung à 120 16% MwSt', 'ist kein USt-Satz Ihres Büros'],
    ] as const) {
      await quickLine(page).fill(line);
      await page.keyboard.press('Enter');
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(quickLine(page)).toHaveValue(line);
    }
    expect((await office.api['invoices.get']({ id: draft.id })).entries).toEqual([]);
  });

  test('two quick Enters add one position', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [] });
    await openInvoice(page, draft);
    await quickLine(page).fill('Anfahrt 35,00 €');
    await quickLine(page).evaluate((element) => {
      const enter = (): KeyboardEvent =>
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      element.dispatchEvent(enter());
      element.dispatchEvent(enter());
    });
    await expect(quickLine(page)).toHaveValue('');
    await expect(page.getByRole('row', { name: /Anfahrt/ })).toHaveCount(1);
    expect((await office.api['invoices.get']({ id: draft.id })).entries).toHaveLength(1);
  });

  test('a final invoice has none', LONG, async ({ page, office }) => {
    const { rows } = await office.api['invoices.list']({ filter: { statuses: ['final', 'sent'] }, limit: 1 });
    await openInvoice(page, { id: rows[0]?.id ?? 0 });
    await expect(quickLine(page)).toHaveCount(0);
  });
});

test.describe('a block from a spreadsheet', () => {
  const row = (index: number): string =>
    [`${index + 1}`, `Leistung ${index + 1}`, '2,5', 'Std', '80,00 €', '200,00 €', '19 %'].join('\t');
  const head = ['Pos.', 'Bezeichnung', 'Menge', 'Einheit', 'Einzelpreis', 'Gesamt', 'MwSt'].join('\t');

  test('of 30 rows is shown, mended where it is unclear, and added in one step', async ({ page, office }) => {
    const draft = await makeDraft(office, { entries: [] });
    await openInvoice(page, draft);
    const rows = Array.from({ length: 30 }, (_, index) => row(index));
    rows[6] = ['7', 'Leistung 7', '2,5', 'Std', '80,00 €', '201,00 €', '19 %'].join('\t');
    const sum = ['', 'Summe', '', '', '', '6.001,00 €', ''].join('\t');
    await paste(quickLine(page), [head, ...rows, sum].join('\r\n'));
    const dialog = dialogOf(page, 'Positionen aus einer Tabelle');
    await expect(dialog.getByText('29 verstanden · 1 unklar · 1 ausgelassen')).toBeVisible();
    await expect(dialog.getByText('Menge × Preis ist nicht Gesamt')).toBeVisible();
    await dialog.getByLabel('Zeile 7, Gesamt').fill('200,00');
    await expect(dialog.getByText('30 verstanden · 0 unklar · 1 ausgelassen')).toBeVisible();
    await dialog.getByLabel('Zeile 2 hinzufügen').uncheck();
    await button(dialog, '29 Positionen hinzufügen').click();
    await expect(dialog).toHaveCount(0);
    const changed = await office.api['invoices.get']({ id: draft.id });
    expect(changed.revision).toBe(draft.revision + 1);
    expect(changed.entries).toHaveLength(29);
    expect(changed.entries[1]).toMatchObject({ title: 'Leistung 3', quantity: '2.5', unit: 'hour', unitPrice: '80' });
    expect(changed.totals.net).toBe(29 * 20_000);
    await expect(page.getByRole('row', { name: /Leistung 30/ })).toBeVisible();
    await expect(page.getByText('29 Positionen hinzugefügt')).toBeVisible();
    await button(page, 'Rückgängig').click();
    await expect(page.getByRole('row', { name: /Leistung/ })).toHaveCount(0);
    expect((await office.api['invoices.get']({ id: draft.id })).entries).toEqual([]);
  });

  test(
    'the roles of columns can be changed, lines without a table are read one by one, and cancelling asks',
    LONG,
    async ({ page, office }) => {
      const draft = await makeDraft(office, { entries: [] });
      await openInvoice(page, draft);
      await button(page, 'Aus Tabelle einfügen').click();
      const dialog = dialogOf(page, 'Positionen aus einer Tabelle');
      await paste(dialog.getByLabel('Tabelle'), '4\tStühle\t89,90\n2\tTische\t240,00');
      await expect(dialog.getByText('2 verstanden')).toBeVisible();
      await dialog.getByLabel('Spalte 1').selectOption('Nicht verwenden');
      await expect(dialog.getByRole('row', { name: /Stühle.*1 Stück × 89,90/ })).toBeVisible();
      await page.keyboard.press('Escape');
      await button(page, 'Verwerfen').click();
      await expect(dialog).toHaveCount(0);
      expect((await office.api['invoices.get']({ id: draft.id })).entries).toEqual([]);

      await paste(quickLine(page), '3 Std Beratung à 90\nBeratung 3 Std 360 €');
      await expect(dialog.getByText('1 verstanden · 1 unklar')).toBeVisible();
      await expectAccessible(page);
      await button(dialog, '360 € zusammen').click();
      await button(dialog, '2 Positionen hinzufügen').click();
      await expect(dialog).toHaveCount(0);
      expect((await office.api['invoices.get']({ id: draft.id })).totals.net).toBe(27_000 + 36_000);
    },
  );
});
