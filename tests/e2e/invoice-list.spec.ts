import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, makeDraft } from './invoice-drafts.ts';
import { apply, drawer, rows, search, tab, unique } from './invoice-list-parts.ts';

test.describe('list', () => {
  test('[A1.4] [A1.5] is titled "Rechnungen", reached by the menu, and lists all invoices', async ({
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

  test('the address with "neu" opens the dialog once', LONG, async ({ page }) => {
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
  test('[B2.2] [B2.4] [C4.1] each opens its list; counts follow search and filter', async ({ page, office }) => {
    const word = unique();
    await makeDraft(office, { title: `${word} eins` });
    await makeDraft(office, { title: `${word} zwei`, issueDate: '2026-10-02' });
    await expect(rows(page).first()).toBeVisible();
    const { lists } = await office.api['invoices.summary']({});
    const names = {
      all: 'Alle',
      invoiced: 'In Rechnung gestellt',
      draft: 'Entwurf',
      cancelled: 'Storniert',
      paid: 'Bezahlt',
    };
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
