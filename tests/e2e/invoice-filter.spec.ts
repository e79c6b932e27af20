import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, makeDraft } from './invoice-drafts.ts';
import { apply, chips, drawer, openDrawer, pick, rows, search, tab, unique } from './invoice-list-parts.ts';

test.describe('filter', () => {
  test('[A2.1] [A2.2] folds out on the right by the three bars left above the list, and in again', async ({ page }) => {
    await openDrawer(page);
    const [bars, panel, table] = await Promise.all([
      button(page, 'Filter').boundingBox(),
      drawer(page).boundingBox(),
      page.locator('table').boundingBox(),
    ]);
    const width = page.viewportSize()?.width ?? 0;
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBe(width);
    expect(panel?.x).toBeGreaterThan(width / 2);
    expect((bars?.x ?? 0) - (table?.x ?? 0)).toBeLessThan(20);
    expect((bars?.y ?? 0) + (bars?.height ?? 0)).toBeLessThanOrEqual(table?.y ?? 0);
    await expect(drawer(page).getByRole('combobox', { name: 'Gespeicherter Filter' })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toHaveCount(0);
    await expect(button(page, 'Filter')).toBeFocused();
    // While anything is still open over the list no key acts.
    await expect(page.locator('.v-overlay--active:not(.v-tooltip)')).toHaveCount(0);
    await page.keyboard.press('f');
    await expect(drawer(page)).toBeVisible();
    await button(drawer(page), 'Filter einklappen').click();
    await expect(drawer(page)).toHaveCount(0);
  });

  test('[A1.8] [A2.3] [A2.9] the period: by days and by name, only once it is applied', async ({ page, office }) => {
    const word = unique();
    for (const issueDate of ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'])
      await makeDraft(office, { title: `${word} ${issueDate}`, issueDate });
    await search(page).fill(word);
    await expect(rows(page)).toHaveCount(4);
    await openDrawer(page);
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum von' }).fill('1.10.2026');
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum bis' }).fill('31.10.26');
    await page.keyboard.press('Tab');
    await expect(rows(page)).toHaveCount(4);
    await apply(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(chips(page)).toHaveText(['Zeitraum: 01.10.2026 bis 31.10.2026']);
    await button(drawer(page), 'Letztes Jahr').click();
    const year = new Date().getFullYear() - 1;
    await expect(drawer(page).getByRole('textbox', { name: 'Rechnungsdatum von' })).toHaveValue(`01.01.${year}`);
    await expect(rows(page)).toHaveCount(2);
    await apply(page);
    await expect(chips(page)).toHaveText(['Zeitraum: Letztes Jahr']);
    await button(page, 'Zeitraum: Letztes Jahr entfernen').click();
    await expect(rows(page)).toHaveCount(4);
    await expect(drawer(page).getByRole('textbox', { name: 'Rechnungsdatum von' })).toHaveValue('');
  });

  test('[A2.4] [A2.6] [D20] several customers, statuses and responsible persons, by autocomplete', async ({
    page,
    office,
  }) => {
    const word = unique();
    const customers = (await office.api['customers.list']({})).rows.slice(0, 3);
    for (const { id, name } of customers) await makeDraft(office, { title: `${word} ${name}`, customerId: id });
    await search(page).fill(word);
    await expect(rows(page)).toHaveCount(3);
    await openDrawer(page);
    const [one, two] = customers.map(({ name }) => name);
    for (const name of [one ?? '', two ?? '']) await pick(page, 'Kunde', name.slice(0, 6), name);
    await apply(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(chips(page)).toHaveText([`Kunde: ${one}, ${two}`]);
    const { profiles } = await office.api['profiles.list']({});
    const { name: profile = '' } = profiles[0] ?? {};
    await pick(page, 'Verantwortlich', profile.slice(0, 4), profile);
    await pick(page, 'Status', 'entw', 'Entwurf');
    await pick(page, 'Status', 'final', 'Final');
    await apply(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(chips(page)).toHaveText([
      `Kunde: ${one}, ${two}`,
      `Verantwortlich: ${profile}`,
      'Status: Entwurf, Final',
    ]);
    await expectAccessible(page);
    await button(page, `Kunde: ${one}, ${two} entfernen`).click();
    await expect(rows(page)).toHaveCount(3);
    await button(page, 'Status: Entwurf, Final entfernen').click();
    await pick(page, 'Status', 'bez', 'Bezahlt');
    await apply(page);
    await expect(page.getByText('Zu dieser Auswahl gibt es keine Rechnung.')).toBeVisible();
    await button(page, 'Alle Rechnungen zeigen').click();
    await expect(chips(page)).toHaveCount(0);
    await expect(search(page)).toHaveValue('');
  });

  test('[A2.7] [A2.8] [D9] net bounds, both inclusive, each alone', async ({ page, office }) => {
    const word = unique();
    const { rates } = await office.api['vatRates.list']({});
    for (const unitPrice of ['99.99', '100', '250', '250.01']) {
      await makeDraft(office, {
        title: `${word} ${unitPrice}`,
        entries: [
          ...[
            {
              kind: 'line' as const,
              title: 'x',
              quantity: '1',
              unit: 'piece' as const,
              unitPrice,
              vatRateId: rates[0]?.id ?? 0,
            },
          ],
        ],
      });
    }
    await search(page).fill(word);
    await expect(rows(page)).toHaveCount(4);
    await openDrawer(page);
    const [from, to] = ['Netto von', 'Netto bis'].map((label) => drawer(page).getByLabel(label));
    if (!from || !to) throw new Error('the drawer has both');
    await from.fill('100');
    await to.fill('250');
    await apply(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(chips(page)).toHaveText(['Netto: 100,00 bis 250,00']);
    await to.fill('');
    await apply(page);
    await expect(rows(page)).toHaveCount(3);
    await from.fill('');
    await to.fill('250');
    await apply(page);
    await expect(rows(page)).toHaveCount(3);
    await expect(chips(page)).toHaveText(['Netto: bis 250,00']);
  });

  test('[A2.10] "x" removes every setting, and all invoices are shown again', async ({ page, office }) => {
    const { count } = await office.api['invoices.summary']({});
    await openDrawer(page);
    await expect(button(drawer(page), 'Alle Filter entfernen')).toBeDisabled();
    await tab(page, 'Entwurf').click();
    await pick(page, 'Status', 'entw', 'Entwurf');
    await drawer(page).getByLabel('Netto von').fill('1000000');
    await apply(page);
    await expect(page.getByText('Zu dieser Auswahl gibt es keine Rechnung.')).toBeVisible();
    await drawer(page).getByLabel('Netto bis').fill('abc');
    await button(drawer(page), 'Alle Filter entfernen').click();
    await expect(rows(page)).toHaveCount(Math.min(count, 50));
    await expect(tab(page, 'Alle')).toHaveAttribute('aria-pressed', 'true');
    await expect(drawer(page).getByLabel('Netto von')).toHaveValue('');
    await expect(drawer(page).getByLabel('Netto bis')).toHaveValue('');
    await expect(chips(page)).toHaveCount(0);
  });

  test('bad input is told at its field, and nothing applies', LONG, async ({ page }) => {
    await openDrawer(page);
    const before = await rows(page).count();
    await drawer(page).getByLabel('Netto von').fill('1.5');
    await apply(page);
    await expect(drawer(page).getByText('zwei Arten')).toBeVisible();
    await expect(drawer(page).getByLabel('Netto von')).toBeFocused();
    await drawer(page).getByLabel('Netto von').fill('200');
    await drawer(page).getByLabel('Netto bis').fill('100');
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum von' }).fill('2.1.2026');
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum bis' }).fill('1.1.2026');
    await apply(page);
    await expect(drawer(page).getByText('Bitte prüfen Sie den Zeitraum. „bis“ liegt vor „von“.')).toBeVisible();
    await expect(drawer(page).getByText('Bitte prüfen Sie den Betrag. „bis“ ist kleiner als „von“.')).toBeVisible();
    await expect(drawer(page).getByRole('textbox', { name: 'Rechnungsdatum bis' })).toBeFocused();
    await expect(rows(page)).toHaveCount(before);
    await expect(chips(page)).toHaveCount(0);
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum bis' }).fill('31.2.2026');
    await apply(page);
    await expect(drawer(page).getByText('Bitte geben Sie einen Tag ein')).toBeVisible();
  });
});

test.describe('saved filters', () => {
  const manage = async (page: Page, action: string) => {
    await button(drawer(page), 'Gespeicherte Filter verwalten').click();
    await page
      .getByRole('listitem')
      .filter({ hasText: action })
      .or(page.getByRole('option', { name: action }))
      .first()
      .click();
  };

  test('[E2] [A2.11] save, change, throw away, keep, rename, pick, default, delete', async ({ page, office }) => {
    test.slow();
    for (const { id, revision } of (await office.api['savedFilters.list']({})).filters)
      await office.api['savedFilters.delete']({ id, expectedRevision: revision });
    await makeDraft(office, { title: unique() });
    const { lists } = await office.api['invoices.summary']({});
    await openDrawer(page);
    await expect(button(drawer(page), 'Zurücksetzen')).toBeDisabled();
    await pick(page, 'Status', 'entw', 'Entwurf');
    await expect(button(drawer(page), 'Zurücksetzen')).toBeDisabled();
    await apply(page);
    await manage(page, 'Unter einem Namen speichern');
    const dialog = dialogOf(page, 'Filter speichern');
    await button(dialog, 'Speichern').click();
    await expect(dialog.getByText('Bitte füllen Sie das Feld „Name“ aus.')).toBeVisible();
    await dialog.getByLabel('Name des Filters').fill('Entwürfe');
    await expectAccessible(page);
    await button(dialog, 'Speichern').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Der Filter „Entwürfe“ ist gespeichert.')).toBeVisible();
    await expect(drawer(page).getByText('Entwürfe', { exact: true })).toBeVisible();

    // Changed and applied, then thrown away.
    await drawer(page).getByLabel('Netto von').fill('1000000');
    await expect(drawer(page).getByText('Entwürfe (geändert)')).toBeVisible();
    await apply(page);
    await expect(page.getByText('Zu dieser Auswahl gibt es keine Rechnung.')).toBeVisible();
    await button(drawer(page), 'Zurücksetzen').click();
    await expect(rows(page)).toHaveCount(Math.min(lists.draft, 50));
    await expect(drawer(page).getByLabel('Netto von')).toHaveValue('');
    await expect(button(drawer(page), 'Zurücksetzen')).toBeDisabled();

    // Changed and kept.
    await drawer(page).getByLabel('Netto bis').fill('5');
    await manage(page, 'Änderungen speichern');
    await expect(button(drawer(page), 'Zurücksetzen')).toBeDisabled();
    const [stored] = (await office.api['savedFilters.list']({})).filters;
    expect(stored).toMatchObject({ name: 'Entwürfe', conditions: { statuses: ['draft'], netTo: 500 } });

    await manage(page, 'Umbenennen');
    const rename = dialogOf(page, 'Filter umbenennen');
    await rename.getByLabel('Name des Filters').fill('Kleine Entwürfe');
    await button(rename, 'Speichern').click();
    await expect(rename).toHaveCount(0);
    await manage(page, 'Beim Öffnen der Liste anwenden');
    await expect(drawer(page).getByText('Kleine Entwürfe (Standard)')).toBeVisible();

    // At the next start it applies by itself.
    await page.reload();
    await expect(chips(page)).toHaveText(['Status: Entwurf', 'Netto: bis 5,00']);
    await button(page, 'Filter').click();
    await button(drawer(page), 'Alle Filter entfernen').click();
    await expect(chips(page)).toHaveCount(0);
    await drawer(page).getByRole('combobox', { name: 'Gespeicherter Filter' }).press('ArrowDown');
    await page.getByRole('option', { name: 'Kleine Entwürfe' }).click();
    await expect(chips(page)).toHaveCount(0);
    await apply(page);
    await expect(chips(page)).toHaveText(['Status: Entwurf', 'Netto: bis 5,00']);

    await manage(page, 'Löschen');
    await button(page, 'Löschen').click();
    await expect(page.getByText('Der Filter „Kleine Entwürfe“ ist gelöscht.')).toBeVisible();
    expect((await office.api['savedFilters.list']({})).filters).toEqual([]);
  });

  test(
    'one that names an archived customer, or one that is gone, works and says so',
    LONG,
    async ({ page, office }) => {
      const name = `Werft ${unique()}`;
      const customer = await office.api['customers.create']({ requestId: crypto.randomUUID(), kind: 'business', name });
      await makeDraft(office, { title: unique(), customerId: customer.id });
      await office.api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
      const filter = await office.api['savedFilters.create']({
        ...{
          requestId: crypto.randomUUID(),
          name: `Alte ${unique()}`,
          conditions: { customerIds: [customer.id, 999_999] },
        },
      });
      await openDrawer(page);
      await drawer(page).getByRole('combobox', { name: 'Gespeicherter Filter' }).press('ArrowDown');
      await page.getByRole('option', { name: filter.name }).click();
      await apply(page);
      await expect(chips(page)).toHaveText([`Kunde: ${name} (archiviert), Kunde, den es nicht mehr gibt`]);
      await expect(rows(page)).toHaveCount(1);
      await office.api['savedFilters.delete']({ id: filter.id, expectedRevision: filter.revision });
    },
  );
});
