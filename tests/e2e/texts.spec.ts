import { plainToRichText, richTextToPlain, type RichText } from '#shared/domain/rich-text.ts';
import { expectAccessible } from './accessible.ts';
import { expect, LONG, test } from './fixture.ts';
import { button, dialogOf, makeDraft, newLine, openInvoice } from './invoice-drafts.ts';
import { editorOf, openIntro, paragraph, save, text, textsOf } from './text-editing.ts';

test.describe('the editor', () => {
  test('[A6.5] formats by keys and by its toolbar, and is edited again', async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    await expect(editor).toBeFocused();
    await page.keyboard.type('Guten Tag, ');
    await page.keyboard.press('Control+B');
    await expect(button(dialog, 'Fett')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.type('fett');
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Control+I');
    await page.keyboard.type(' schräg');
    await page.keyboard.press('Control+I');
    await button(dialog, 'Unterstrichen').click();
    await expect(editor).toBeFocused();
    await page.keyboard.type(' unten');
    await button(dialog, 'Unterstrichen').click();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('neue Zeile');
    await page.keyboard.press('Enter');
    await button(dialog, 'Aufzählung').click();
    await page.keyboard.type('Anfahrt');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Räumen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1. Erstens');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    const expected: RichText = {
      v: 1,
      blocks: [
        paragraph(
          text('Guten Tag, '),
          text('fett', { bold: true }),
          text(' schräg', { italic: true }),
          text(' unten', { underline: true }),
          { type: 'break' },
          text('neue Zeile'),
        ),
        { type: 'list', ordered: false, items: [[text('Anfahrt')], [text('Räumen')]] },
        { type: 'list', ordered: true, items: [[text('Erstens')]] },
      ],
    };
    expect(await textsOf(office, draft.id)).toEqual([expected]);

    await page
      .getByRole('button', { name: /^Aktionen für den Text/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Text bearbeiten', exact: true }).click();
    const again = dialogOf(page, 'Einleitungstext bearbeiten');
    const field = await editorOf(again);
    await expect(field.locator('strong')).toHaveText('fett');
    await expect(field.locator('li')).toHaveText(['Anfahrt', 'Räumen', 'Erstens']);
    await expect(button(again, 'Zurücksetzen')).toBeDisabled();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('X');
    await button(again, 'Rückgängig').click();
    await expect(field.locator('p').first()).toContainText(/^Guten Tag/);
    await button(again, 'Wiederholen').click();
    await expect(field.locator('p').first()).toContainText(/^XGuten Tag/);
    await button(again, 'Zurücksetzen').click();
    await expect(field.locator('p').first()).toContainText(/^Guten Tag/);
    await expectAccessible(page);
    await save(again);
    expect(await textsOf(office, draft.id)).toEqual([expected]);
  });

  test('[A6.7] the table shows texts formatted, with what placeholders stand for, amber where there is none', async ({
    page,
    office,
  }) => {
    test.slow();
    const placeholder = (name: string) => ({ type: 'placeholder' as const, name });
    const content: RichText = {
      v: 1,
      blocks: [
        paragraph(text('Zahlbar bis ', { bold: true }), placeholder('dueDate'), text(', '), placeholder('quatsch')),
        { type: 'list', ordered: false, items: [[placeholder('reference')], [text('Anfahrt')]] },
      ],
    };
    const description = plainToRichText('Für {customerName}');
    const draft = await makeDraft(office, {
      entries: [{ kind: 'text', area: 'intro', content }, await newLine(office, 'Räumen', { description })],
    });
    await openInvoice(page, draft);
    const table = page.getByRole('table').first();
    await expect(table.locator('tr.text .preview')).toContainText('Zahlbar bis 04.12.2026');
    await expect(table.locator('tr.text strong')).toHaveText('Zahlbar bis ');
    await expect(table.locator('tr.text li')).toHaveCount(2);
    await expect(table.locator('.placeholder--unknown')).toHaveText('quatsch');
    await expect(table.locator('.placeholder--empty')).toHaveText('Referenznummer');
    await expect(table.locator('tr.line .description')).toHaveText('Für Sägewerk Ostertor');
    await expect(table.getByText('{')).toHaveCount(0);
    await expectAccessible(page);
  });

  test('is left by Tab, and its toolbar is one stop', LONG, async ({ page, office }) => {
    await openInvoice(page, await makeDraft(office));
    const { dialog, editor } = await openIntro(page);
    await page.keyboard.type('- Punkt');
    await expect(editor.locator('li')).toHaveText('Punkt');
    await page.keyboard.press('Shift+Tab');
    await expect(button(dialog, 'Fett')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(button(dialog, 'Unterstrichen')).toBeFocused();
    await page.keyboard.press('End');
    await expect(button(dialog, 'Textbaustein')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(editor).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(button(dialog, 'Zurücksetzen')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' })).toBeVisible();
    await button(page, 'Verwerfen').click();
  });

  test('[A6.7] placeholders are chosen with their values, or typed', async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    await page.keyboard.type('Für ');
    await button(dialog, 'Platzhalter').click();
    const menu = page.getByRole('menu', { name: 'Platzhalter einfügen' });
    await expect(menu.getByRole('menuitem', { name: 'Fälligkeit 04.12.2026' })).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: 'Skonto bis noch leer' })).toBeVisible();
    await menu.getByRole('menuitem', { name: /^Kunde / }).click();
    await expect(editor).toBeFocused();
    await page.keyboard.type(' bis {dueDate}, {skontoDate}, {unbekannt}');
    const chips = editor.locator('.placeholder');
    await expect(chips).toHaveText(['Sägewerk Ostertor', '04.12.2026', 'Skonto bis', 'unbekannt']);
    await expect(chips.nth(2)).toHaveClass(/placeholder--empty/);
    await expect(chips.nth(3)).toHaveClass(/placeholder--unknown/);
    await expect(editor).not.toContainText('{');
    await save(dialog);
    const placeholder = (name: string) => ({ type: 'placeholder' as const, name });
    expect(await textsOf(office, draft.id)).toEqual([
      {
        v: 1,
        blocks: [
          paragraph(
            ...[text('Für '), placeholder('customerName'), text(' bis '), placeholder('dueDate'), text(', ')],
            ...[placeholder('skontoDate'), text(', '), placeholder('unbekannt')],
          ),
        ],
      },
    ]);
  });

  test('its menu and its chips are accessible in both themes', async ({ page, office }) => {
    const content = plainToRichText('{dueDate} {skontoDate} {unbekannt}');
    await openInvoice(page, await makeDraft(office, { entries: [{ kind: 'text', area: 'intro', content }] }));
    await page
      .getByRole('button', { name: /^Aktionen für den Text/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Text bearbeiten', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect((await editorOf(dialog)).locator('.placeholder').first()).toHaveText('04.12.2026');
    await button(dialog, 'Platzhalter').click();
    await expect(page.getByRole('menu', { name: 'Platzhalter einfügen' })).toBeVisible();
    await expectAccessible(page);
  });

  test('[A6.6] a Textbaustein is found by name and copied to the cursor', async ({ page, office }) => {
    const block = await office.api['textBlocks.create']({
      requestId: crypto.randomUUID(),
      code: `E2E-${process.pid}-A66`,
      name: `Winterhinweis ${process.pid}`,
      documentTypes: ['invoice'],
      content: 'Bei Glätte kommen wir {customerName} sofort.\n\nIhr Räumdienst',
    });
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    const { dialog, editor } = await openIntro(page);
    await page.keyboard.type('Vorher. ');
    await button(dialog, 'Textbaustein').click();
    const search = page.getByRole('searchbox', { name: 'Name suchen' });
    await expect(search).toBeFocused();
    await page.keyboard.type('winterhinw');
    const menu = page.getByRole('menu', { name: 'Textbaustein einfügen' });
    await expect(menu.getByRole('menuitem')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(editor).toBeFocused();
    await expect(editor.locator('p')).toHaveText([
      'Vorher. Bei Glätte kommen wir Sägewerk Ostertor sofort.',
      'Ihr Räumdienst',
    ]);
    await page.keyboard.type('!');
    await save(dialog);
    // A copy: what becomes of the Textbaustein changes nothing.
    await office.api['textBlocks.update']({ id: block.id, expectedRevision: 1, content: 'Anders' });
    await office.api['textBlocks.delete']({ id: block.id, expectedRevision: 2 });
    expect((await textsOf(office, draft.id)).map(richTextToPlain)).toEqual([
      'Vorher. Bei Glätte kommen wir {customerName} sofort.\n\nIhr Räumdienst!',
    ]);
  });

  test('[A6.1] [A6.8] [A6.9] texts are put directly above and below, also between positions', async ({
    page,
    office,
  }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    for (const [action, words] of [
      ['Text oberhalb erstellen', 'Davor'],
      ['Text unterhalb erstellen', 'Danach'],
    ] as const) {
      await page
        .getByRole('button', { name: /^Aktionen für Position/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: action, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await editorOf(dialog);
      await page.keyboard.type(words);
      await save(dialog);
    }
    await page.getByRole('button', { name: 'Aktionen für den Text „Danach“' }).click();
    await page.getByRole('menuitem', { name: 'Text oberhalb erstellen', exact: true }).click();
    await editorOf(page.getByRole('dialog'));
    await page.keyboard.type('Dazwischen');
    await save(page.getByRole('dialog'));
    const { entries } = await office.api['invoices.get']({ id: draft.id });
    expect(entries.map((entry) => (entry.kind === 'text' ? richTextToPlain(entry.content) : entry.title))).toEqual([
      ...['Davor', 'Räumen', 'Dazwischen', 'Danach'],
    ]);
  });

  test('the description of a position is formatted too', LONG, async ({ page, office }) => {
    const draft = await makeDraft(office);
    await openInvoice(page, draft);
    await page
      .getByRole('button', { name: /^Aktionen für Position/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Rechnungsposition bearbeiten', exact: true }).click();
    const dialog = dialogOf(page, 'Rechnungsposition bearbeiten');
    const editor = await editorOf(dialog, 'Beschreibung');
    await editor.click();
    await page.keyboard.press('Control+B');
    await page.keyboard.type('wichtig');
    await save(dialog);
    const [line] = (await office.api['invoices.get']({ id: draft.id })).entries;
    expect(line).toMatchObject({ description: { v: 1, blocks: [paragraph(text('wichtig', { bold: true }))] } });
  });
});
