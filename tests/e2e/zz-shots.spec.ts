import { expect, test } from './fixture.ts';
import { button, makeDraft, openInvoice } from './invoice-drafts.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';
test.use({ contextOptions: { reducedMotion: 'reduce' } });
const shot = (page: import('@playwright/test').Page, name: string) =>
  page.screenshot({ path: `/tmp/blocks/${name}.png` });
test('shots', async ({ page, office }) => {
  const content = plainToRichText(
    'Sehr geehrte Damen und Herren,\n\nbitte überweisen Sie {grossAmount} bis zum {dueDate}. {skontoDate} {gibtEsNicht}',
  );
  content.blocks.push({
    type: 'list',
    ordered: false,
    items: [[{ type: 'text', text: 'Anfahrt', bold: true }], [{ type: 'text', text: 'Räumen' }]],
  });
  const draft = await makeDraft(office, { entries: [{ kind: 'text', area: 'intro', content }] });
  await openInvoice(page, draft);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page
      .getByRole('button', { name: /^Aktionen für den Text/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Text bearbeiten', exact: true }).click();
    await expect(page.locator('[contenteditable="true"]')).toBeVisible();
    await page.keyboard.press('End');
    await page.keyboard.type(' hallo');
    await page.waitForTimeout(400);
    await shot(page, `dialog-${colorScheme}`);
    await button(page, 'Platzhalter').click();
    await page.waitForTimeout(400);
    await shot(page, `platzhalter-${colorScheme}`);
    await page.keyboard.press('Escape');
    await button(page, 'Textbaustein').click();
    await page.waitForTimeout(400);
    await shot(page, `menu-${colorScheme}`);
    await page.keyboard.press('Escape');
    await button(page, 'Abbrechen').click();
    await button(page, 'Verwerfen').click();
    await button(page, 'Position hinzufügen').click();
    await page.waitForTimeout(400);
    await shot(page, `line-${colorScheme}`);
    await button(page, 'Abbrechen').click();
  }
  await page.getByRole('link', { name: 'Textbausteine' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(400);
    await shot(page, `list-${colorScheme}`);
    await button(page, 'Schluss mit Skonto').click();
    await page.waitForTimeout(500);
    await shot(page, `block-${colorScheme}`);
    await button(page, 'Abbrechen').click();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await shot(page, `list-large-${colorScheme}`);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await button(page, 'Neu').click();
  await button(page, 'Speichern').click();
  await page.waitForTimeout(500);
  await shot(page, `block-new-errors`);
});
