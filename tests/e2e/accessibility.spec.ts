import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, openInvoice } from './invoice-drafts.ts';
import { pack, unpack, type ServerMessage } from '#shared/contract/wire.ts';

test.use({ showsPage: true });

// What the other specs do not show anyway; accessibility.json says which spec looks at which view and dialog.
// Axe takes its time, twice for each look.
test.describe.configure({ timeout: 120_000 });

test('without a way to the host', async ({ browser, office }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(office.origin);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test('an open draft, the menu before a position, appearance and language', async ({ page, office }) => {
  await openInvoice(page, await makeDraft(office));
  await expect(page.locator('[data-painted]')).toHaveAttribute('data-painted', /\d/);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Aktionen für Position/ }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await button(page, 'Anzeige').click();
  await expect(dialogOf(page, 'Anzeige')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page, 'Anzeige')).toHaveCount(0);
});

test('choosing Vorlage and Verantwortlich', async ({ page, office }) => {
  await openInvoice(page, await makeDraft(office));
  for (const [pencil, title] of [
    ['Vorlage bearbeiten', 'Vorlage auswählen'],
    ['Verantwortlich bearbeiten', 'Verantwortlich bearbeiten'],
  ] as const) {
    await button(page, pencil).click();
    const dialog = dialogOf(page, title);
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('the calendar of a day', async ({ page }) => {
  await button(page, 'Neu').click();
  const dialog = dialogOf(page, 'Rechnung erstellen');
  await dialog.getByRole('button', { name: 'Rechnungsdatum: Kalender öffnen' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);
});

test('a draft that somebody else saved in between', async ({ page, office }) => {
  const { id, revision } = await makeDraft(office);
  await openInvoice(page, { id });
  await button(page, 'Rechnung aktualisieren').click();
  const dialog = dialogOf(page, 'Rechnung aktualisieren');
  await dialog.getByLabel('Bezeichnung').fill('Meine Fassung');
  await office.api['invoices.update']({ id, expectedRevision: revision, title: 'Andere Fassung' });
  await button(dialog, 'Speichern').click();
  await expect(page.getByRole('alertdialog', { name: 'Inzwischen geändert' })).toBeVisible();
  await expectAccessible(page);
});

test('a search without a hit', async ({ page }) => {
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('gibt es nirgends');
  await expect(page.getByText('Zu dieser Suche gibt es keine Rechnung.')).toBeVisible();
  await expectAccessible(page);
});

test('what the host refuses and no field can show', async ({ page, office }) => {
  const { id } = await makeDraft(office);
  let isBroken = false;
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      const message = unpack(Buffer.from(frame)) as ServerMessage;
      const reply = { ok: false as const, code: 'internal' as const, message: 'broken by the test', details: null };
      socket.send(isBroken && 'reply' in message ? Buffer.from(pack({ id: message.id, reply })) : frame);
    });
  });
  await page.reload();
  await openInvoice(page, { id });
  await expect(page.locator('[data-painted]')).toHaveAttribute('data-painted', /\d/);
  isBroken = true;
  await button(page, 'Drucken (Vorschau)').click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  isBroken = false;
  await expectAccessible(page);
});

test.describe('with 200 %', () => {
  // What a window of 1280 x 800 has left of its pixels.
  test.use({ viewport: { width: 640, height: 400 } });

  test('no view is wider than the window, and what is to be done can be reached', async ({ page, office }) => {
    const draft = await makeDraft(office);
    // Before the first view is there the router would overrule the address.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const expectFit = async () => {
      const scrolled = await page.evaluate(() => {
        scrollTo(1_000, 0);
        return scrollX;
      });
      expect(scrolled).toBe(0);
    };
    for (const [place, heading, action] of [
      ['/rechnungen', 'Rechnungen', 'Neu'],
      ['/uebersicht', 'Übersicht', 'Anzeige'],
      ['/kunden', 'Kunden', 'Neuer Kunde'],
      ['/textbausteine', 'Textbausteine', 'Neu'],
      ['/journal', 'Journal', 'Prüfen'],
      ['/einrichtung', 'Einrichtung', 'Anzeige'],
      [`/rechnungen/${draft.id}`, 'Entwurf · Winterdienst', 'Rechnung finalisieren'],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), `#${place}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expect(button(page, action)).toBeInViewport();
      await expectFit();
    }
    await button(page, 'Rechnung finalisieren').click();
    await expect(button(dialogOf(page, 'Rechnung finalisieren'), 'Rechnung finalisieren')).toBeInViewport();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('.page-view').scrollIntoViewIfNeeded();
    await expectFit();
  });
});
