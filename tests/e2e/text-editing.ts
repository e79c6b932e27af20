import type { Locator, Page } from '@playwright/test';
import type { RichText } from '#shared/domain/rich-text.ts';
import { expect } from './fixture.ts';
import { button, dialogOf } from './invoice-drafts.ts';
import type { RunningOffice } from './offices.ts';

/** The editor of the open dialog, once it can be typed into. */
export async function editorOf(dialog: Locator, label = 'Text'): Promise<Locator> {
  const editor = dialog.getByRole('textbox', { name: label, exact: true });
  await expect(editor).toHaveClass(/ProseMirror/);
  return editor;
}

/** Replaces the text of an editor as a user would. `fill` does not: the editor puts its own selection back after it has got the focus. */
export async function write(dialog: Locator, label: string, words: string): Promise<void> {
  const editor = await editorOf(dialog, label);
  await editor.press('ControlOrMeta+a');
  await editor.page().keyboard.insertText(words);
  await expect(editor).toContainText(words.split('\n')[0] ?? '');
}

/** Opens the dialog for a new introduction. */
export async function openIntro(page: Page): Promise<{ dialog: Locator; editor: Locator }> {
  await button(page, 'Einleitungstext hinzufügen').click();
  const dialog = dialogOf(page, 'Einleitungstext erstellen');
  return { dialog, editor: await editorOf(dialog) };
}

/** Saves and waits until the dialog is gone. */
export async function save(dialog: Locator): Promise<void> {
  await button(dialog, 'Speichern').click();
  await expect(dialog).toHaveCount(0);
}

/** The texts of an invoice in order. */
export async function textsOf({ api }: RunningOffice, id: number): Promise<RichText[]> {
  const { entries } = await api['invoices.get']({ id });
  return entries.flatMap((entry) => (entry.kind === 'text' ? [entry.content] : []));
}

/** Pastes as the browser would: with what another program put on the clipboard, unchanged. */
export async function paste(editor: Locator, content: Record<string, string>): Promise<void> {
  await editor.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, content);
}

/** Blocks and inlines, short. */
export const paragraph = (...inlines: Extract<RichText['blocks'][number], { type: 'paragraph' }>['inlines']) => ({
  type: 'paragraph' as const,
  inlines,
});
export const text = (words: string, style: object = {}) => ({ type: 'text' as const, text: words, ...style });
