import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft } from './invoice-drafts.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const rows = (page: Page) => page.locator('tbody tr');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Filter' });
const tab = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Listen nach Status' }).getByRole('button', { name });
const search = (page: Page) => page.getByLabel('Bezeichnung oder Nummer suchen');
const chips = (page: Page) => page.getByRole('list', { name: 'Aktive Filter' }).getByRole('listitem');
/** Words that only one test uses: tests of a worker share an office. */
const unique = () => crypto.randomUUID().slice(0, 8);

async function openDrawer(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  await button(page, 'Filter').click();
  await expect(drawer(page)).toBeVisible();
}

async function pick(page: Page, label: string, typed: string, option: string): Promise<void> {
  await drawer(page).getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
}

const apply = (page: Page) => button(drawer(page), 'Anwenden').click();

test.describe('list', () => {
  test('[A1.1] [A1.4] [A1.5] is titled "Rechnungen", reached by the menu, and lists all invoices', async ({
    page,
    office,
  }) => {
    await page.getByRole('link', { name: 'Kunden' }).click();
    await page.getByRole('link', { name: 'Rechnungen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rechnungen' })).toBeVisible();
    const { count } = await office.api['invoices.summary']({});
    await expect(tab(page, 'Alle')).toContainText(String(count));
    await expect(rows(page)).toHaveCount(Math.min(count, 50));
    // Search field and "+ Neu" at the top right, beside each other.
    const [field, create] = await Promise.all([search(page).boundingBox(), button(page, 'Neu').boundingBox()]);
    const width = page.viewportSize()?.width ?? 0;
    expect(field?.x).toBeGreaterThan(width / 2);
    expect((create?.x ?? 0) - ((field?.x ?? 0) + (field?.width ?? 0))).toBeLessThan(40);
    expect(width - ((create?.x ?? 0) + (create?.width ?? 0))).toBeLessThan(40);
    await expectAccessible(page);
  });

  test('[A1.6] [A1.7] [D16] shows at least 15 rows at 1280 x 800, sorts by each column and pages', async ({
    page,
    office,
  }) => {
    for (let count = 0; count < 45; count += 1) await makeDraft(office, { title: `Blatt ${count}` });
    await expect(rows(page)).toHaveCount(50);
    const seen = await rows(page).evaluateAll(
      (all) => all.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
    );
    expect(seen).toBeGreaterThanOrEqual(15);
    const heads = page.getByRole('columnheader');
    await expect(heads).toHaveText(['Nummer', 'Datum', 'Bezeichnung', 'Kunde', 'Netto', 'Brutto', 'Fällig', 'Status']);
    await expect(heads.filter({ hasText: 'Datum' })).toHaveAttribute('aria-sort', 'descending');
    for (const name of ['Nummer', 'Bezeichnung', 'Kunde', 'Netto', 'Fällig', 'Status', 'Brutto']) {
      await button(page, name).click();
      await expect(heads.filter({ hasText: name })).toHaveAttribute('aria-sort', 'ascending');
    }
    await button(page, 'Brutto').click();
    await expect(rows(page).first()).toContainText('Baugenossenschaft');
    await page.getByRole('button', { name: /Seite 2$/ }).click();
    await expect(rows(page).first()).not.toContainText('Baugenossenschaft');
    const { count } = await office.api['invoices.summary']({});
    await expect(rows(page)).toHaveCount(Math.min(50, count - 50));
    await expectAccessible(page);
  });

  test('[D16] columns can be chosen, and look and order stay at the next start', async ({ page, office }) => {
    const draft = await makeDraft(office, { title: `Spalten ${unique()}`, reference: 'BE-4711' });
    await search(page).fill(draft.title);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).not.toContainText('BE-4711');
    await button(page, 'Spalten und Zeilen wählen').click();
    for (const name of ['Referenznummer', 'Verantwortlich', 'Leistungszeitraum', 'Brutto'])
      await page.getByRole('checkbox', { name }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(rows(page)).toContainText('BE-4711');
    await expect(rows(page)).toContainText('01.11.2026 – 15.11.2026');
    await expect(rows(page)).toContainText(draft.responsibleName);
    await expect(page.getByRole('columnheader', { name: 'Brutto' })).toHaveCount(0);
    await button(page, 'Kunde').click();
    await expect
      .poll(async () => (await office.api['workspace.get']({ key: 'invoice-list' })).value)
      .toMatchObject({ sort: 'customer' });
    await page.reload();
    await expect(page.getByRole('columnheader', { name: 'Kunde' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByRole('columnheader', { name: 'Referenznummer' })).toBeVisible();
  });

  test('[A1.3] by keyboard alone: search, walk, open, and back to the same place', async ({ page, office }) => {
    const word = unique();
    for (const title of [`${word} A`, `${word} B`, `${word} C`]) await makeDraft(office, { title });
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await expect(rows(page)).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(0).getByRole('link')).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
    const title = await rows(page).nth(1).locator('td.title').innerText();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: `Entwurf · ${title}` })).toBeVisible();
    await page.goBack();
    await expect(rows(page)).toHaveCount(3);
    await expect(search(page)).toHaveValue(word);
  });

  test('[A3.1] the address with "neu" opens the dialog once', async ({ page }) => {
    await expect(rows(page).first()).toBeVisible();
    await page.evaluate(() => (location.hash = '#/rechnungen?neu=1'));
    await expect(dialogOf(page, 'Rechnung erstellen')).toBeVisible();
    await expect(page).toHaveURL(/#\/rechnungen$/);
  });

  test('says what is overdue, and what is final but not sent', async ({ page }) => {
    await tab(page, 'In Rechnung gestellt').click();
    await expect(rows(page).filter({ hasText: 'Überfällig' }).first()).toContainText('noch nicht versendet');
    await expect(rows(page).filter({ hasText: 'Entwurf' })).toHaveCount(0);
  });
});

test.describe('search', () => {
  test('[A1.9] leaves what has the term in Bezeichnung or Rechnungsnummer, with its count and sums', async ({
    page,
    office,
  }) => {
    const word = unique();
    await makeDraft(office, { title: `Müllabfuhr ${word}`, reference: 'Zettel-9' });
    await expect(rows(page).first()).toBeVisible();
    for (const term of [`müllabfuhr ${word}`, `MUELLABFUHR ${word}`, `mullabfuhr ${word}`, word.slice(1)]) {
      await search(page).fill(term);
      await expect(rows(page)).toHaveCount(1);
      await expect(page.getByText('eine Rechnung')).toBeVisible();
      await expect(page.getByText('420,00 €').first()).toBeVisible();
      await expect(tab(page, 'Entwurf')).toContainText('1');
      await expect(tab(page, 'Bezahlt')).toContainText('0');
    }
    await search(page).fill('RE-2026-0001');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('RE-2026-0001');
    // Neither customer nor reference.
    for (const term of ['Sägewerk Ostertor', 'Zettel-9', '%', '"', '100_']) {
      await search(page).fill(term);
      await expect(page.getByText('Zu dieser Suche gibt es keine Rechnung.')).toBeVisible();
    }
    await button(page, 'Suche leeren').click();
    await expect(rows(page).first()).toBeVisible();
  });
});

test.describe('lists by status', () => {
  test('[B2.2] [B2.3] [B2.4] each opens its list; counts follow search and filter', async ({ page, office }) => {
    const word = unique();
    await makeDraft(office, { title: `${word} eins` });
    await makeDraft(office, { title: `${word} zwei`, issueDate: '2026-10-02' });
    await expect(rows(page).first()).toBeVisible();
    const { lists } = await office.api['invoices.summary']({});
    const names = { all: 'Alle', invoiced: 'In Rechnung gestellt', draft: 'Entwurf', cancelled: 'Storniert', paid: 'Bezahlt' };
    for (const [list, name] of Object.entries(names)) {
      const count = lists[list as keyof typeof lists];
      await expect(tab(page, name)).toHaveText(`${name} ${count}`);
      await tab(page, name).click();
      await expect(tab(page, name)).toHaveAttribute('aria-pressed', 'true');
      if (count === 0) await expect(page.getByText('Zu dieser Auswahl gibt es keine Rechnung.')).toBeVisible();
      else await expect(rows(page)).toHaveCount(Math.min(count, 50));
    }
    await search(page).fill(word);
    await expect(tab(page, 'Alle')).toHaveText('Alle 2');
    await expect(tab(page, 'Entwurf')).toHaveText('Entwurf 2');
    await tab(page, 'Entwurf').click();
    await button(page, 'Filter').click();
    await drawer(page).getByRole('textbox', { name: 'Rechnungsdatum bis' }).fill('31.10.2026');
    await apply(page);
    await expect(tab(page, 'Entwurf')).toHaveText('Entwurf 1');
    await expect(rows(page)).toHaveCount(1);
    await rows(page).click();
    await expect(page.getByRole('heading', { name: `Entwurf · ${word} zwei` })).toBeVisible();
  });
});

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
          ...[{ kind: 'line' as const, title: 'x', quantity: '1', unit: 'piece' as const, unitPrice, vatRateId: rates[0]?.id ?? 0 }],
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

  test('bad input is told at its field, and nothing applies', async ({ page }) => {
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
    await page.getByRole('listitem').filter({ hasText: action }).or(page.getByRole('option', { name: action })).first().click();
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

  test('one that names an archived customer, or one that is gone, works and says so', async ({ page, office }) => {
    const name = `Werft ${unique()}`;
    const customer = await office.api['customers.create']({ requestId: crypto.randomUUID(), kind: 'business', name });
    await makeDraft(office, { title: unique(), customerId: customer.id });
    await office.api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
    const filter = await office.api['savedFilters.create']({
      ...{ requestId: crypto.randomUUID(), name: `Alte ${unique()}`, conditions: { customerIds: [customer.id, 999_999] } },
    });
    await openDrawer(page);
    await drawer(page).getByRole('combobox', { name: 'Gespeicherter Filter' }).press('ArrowDown');
    await page.getByRole('option', { name: filter.name }).click();
    await apply(page);
    await expect(chips(page)).toHaveText([`Kunde: ${name} (archiviert), Kunde, den es nicht mehr gibt`]);
    await expect(rows(page)).toHaveCount(1);
    await office.api['savedFilters.delete']({ id: filter.id, expectedRevision: filter.revision });
  });
});
