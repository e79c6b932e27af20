import { plainToRichText, richTextToPlain } from '#shared/domain/rich-text.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, makeDraft, openInvoice } from './invoice-drafts.ts';
import { editorOf, openIntro, paragraph, paste, save, text, textsOf } from './text-editing.ts';

test.describe('bad input', () => {
  test('pasted HTML leaves text of the schema behind; nothing runs and nothing is fetched', async ({
    page,
    office,
  }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    // The fixture fails on any word in the console and on any request to elsewhere.
    await paste(editor, {
      'text/html': `<meta charset="utf-8"><style>p { color: red }</style><link rel="stylesheet" href="https://evil.example/a.css">
        <h2 style="color: red">Titel</h2><script>window.hacked = 1</script>
        <p onclick="window.hacked = 2" style="background: url(https://evil.example/b.png)">Hallo <b>fett</b>
          <a href="javascript:window.hacked = 3">Verweis</a><img src="https://evil.example/c.png" onerror="window.hacked = 4">
          <span style="font-style: italic">schräg</span></p>
        <iframe src="https://evil.example/"></iframe><svg onload="window.hacked = 5"></svg>
        <table><tr><td>Räumen</td><td>120 €</td></tr></table>
        <ul><li>eins<ol><li>zwei</li></ol></li></ul><object data="https://evil.example/d"></object>`,
      'text/plain': 'egal',
    });
    await expect(editor.locator('li')).toHaveText(['eins', 'zwei']);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    const elements = await editor.locator('*').evaluateAll((all) => [...new Set(all.map(({ tagName }) => tagName))]);
    expect(elements.sort()).toEqual(['EM', 'LI', 'P', 'STRONG', 'UL']);
    await save(dialog);
    expect(await textsOf(office, draft.id)).toEqual([
      {
        v: 1,
        blocks: [
          paragraph(text('Titel', { bold: true })),
          paragraph(
            ...[text('Hallo '), text('fett', { bold: true }), text(' Verweis '), text('schräg', { italic: true })],
          ),
          paragraph(text('Räumen 120 €')),
          { type: 'list', ordered: false, items: [[text('eins')], [text('zwei')]] },
        ],
      },
    ]);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  });

  test('a copy within the editor keeps everything, placeholders too', LONG, async ({ page, office, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const content = plainToRichText('Bis {dueDate}\n\nZwei  Leerzeichen');
    const draft = await makeDraft(office, { entries: [{ kind: 'text', area: 'intro', content }] });
    await openInvoice(page, draft);
    await page
      .getByRole('button', { name: /^Aktionen für den Text/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Text bearbeiten', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const editor = await editorOf(dialog);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Backspace');
    await expect(editor).toHaveText('');
    await page.keyboard.press('Control+V');
    await expect(editor.locator('p')).toHaveText(['Bis 04.12.2026', 'Zwei  Leerzeichen']);
    await save(dialog);
    const [stored] = await textsOf(office, draft.id);
    expect(stored).toEqual(content);
  });

  test('emoji and text from right to left survive', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    const words = 'Danke 👩‍🌾🇩🇪 שלום עולם é';
    await page.keyboard.insertText(words);
    await expect(editor).toHaveText(words);
    await save(dialog);
    expect((await textsOf(office, draft.id)).map(richTextToPlain)).toEqual([words]);
  });

  test(
    '50.000 characters are taken, more are told at the field, and nothing typed is lost',
    LONG,
    async ({ page, office }) => {
      const draft = await makeDraft(office);
      await openInvoice(page, draft);
      const { dialog, editor } = await openIntro(page);
      await paste(editor, { 'text/plain': `${'Wort '.repeat(9_999)}12345678` });
      await expect(dialog.getByText('Bitte kürzen Sie den Text um 3 Zeichen (höchstens 50.000).')).toBeVisible();
      await expect(dialog.getByText('50.003 von 50.000 Zeichen')).toBeVisible();
      await button(dialog, 'Speichern').click();
      await expect(dialog.getByText(/^Bitte kürzen Sie .*Feld „Text“/)).toBeVisible();
      await expect(editor).toBeFocused();
      await expect(editor).toContainText('12345678');
      for (const key of ['Control+End', 'Backspace', 'Backspace', 'Backspace']) await page.keyboard.press(key);
      await save(dialog);
      expect((await textsOf(office, draft.id)).map((content) => richTextToPlain(content).length)).toEqual([50_000]);
    },
  );

  test('a character that cannot be printed is told at the field', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    await paste(editor, { 'text/plain': 'vor\u0007her' });
    await button(dialog, 'Speichern').click();
    await expect(dialog.getByText('Bitte entfernen Sie das unsichtbare Zeichen aus dem Feld „Text“.')).toBeVisible();
    await expect(editor).toBeFocused();
    await expect(editor).toContainText('her');
    expect(await textsOf(office, draft.id)).toEqual([]);
  });

  test('an empty text is not saved', LONG, async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    const { dialog, editor } = await openIntro(page);
    await page.keyboard.type('a');
    await page.keyboard.press('Backspace');
    await button(dialog, 'Speichern').click();
    await expect(dialog.getByText('Bitte füllen Sie das Feld „Text“ aus.')).toBeVisible();
    await expect(editor).toBeFocused();
  });
});
