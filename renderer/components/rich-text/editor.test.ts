// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { onTestFinished, describe, expect, test } from 'vitest';
import { plainToRichText, type Block, type RichText } from '#shared/domain/rich-text.ts';
import { createRichTextEditor, type ToolbarState } from './editor.ts';
import { toDocument, toRichText, type DocumentNode } from './mapping.ts';
import { placeholderNode, RICH_TEXT_EXTENSIONS } from './schema.ts';

const text = (words: string) => ({ type: 'text' as const, text: words });
const paragraph = (words: string): Block => ({ type: 'paragraph', inlines: words === '' ? [] : [text(words)] });
const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((item) => [text(item)]),
});

function newSurface(): HTMLElement {
  const surface = document.createElement('div');
  document.body.append(surface);
  onTestFinished(() => surface.remove());
  return surface;
}

/** The bare editor with the cursor at a position of its document, and what a key makes of it. */
function pressed(blocks: Block[], position: number, key: string): Block[] | undefined {
  const surface = newSurface();
  const extensions = [...RICH_TEXT_EXTENSIONS, placeholderNode(null, (name) => name)];
  const editor = new Editor({ element: { mount: surface }, extensions, content: toDocument({ v: 1, blocks }) });
  onTestFinished(() => editor.destroy());
  editor.commands.setTextSelection(position);
  surface.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  return toRichText(editor.getJSON() as DocumentNode)?.blocks;
}

describe('keys in a list', () => {
  // A list begins at 0, its first item at 1, the paragraph in it at 2, the text at 3.
  test('Backspace at the start of an item makes it a paragraph', () => {
    expect(pressed([list('a', 'b')], 8, 'Backspace')).toEqual([list('a'), paragraph('b')]);
    expect(pressed([list('a', 'b', 'c')], 8, 'Backspace')).toEqual([list('a'), paragraph('b'), list('c')]);
    expect(pressed([list('a', 'b')], 3, 'Backspace')).toEqual([paragraph('a'), list('b')]);
  });

  test('Enter splits an item, and leaves the list from an empty one', () => {
    expect(pressed([list('ab')], 4, 'Enter')).toEqual([list('a', 'b')]);
    const emptyLast: Block = { type: 'list', ordered: false, items: [[text('a')], []] };
    expect(pressed([emptyLast], 8, 'Enter')).toEqual([list('a'), paragraph('')]);
  });

  test('Tab is left to the page', () => {
    expect(pressed([list('a', 'b')], 8, 'Tab')).toEqual([list('a', 'b')]);
  });
});

describe('a text that is inserted', () => {
  function inserted(into: RichText | null, added: RichText): { blocks: Block[] | undefined; told: number } {
    let told = 0;
    let content: RichText | null = into;
    const control = createRichTextEditor({
      surface: newSurface(),
      content: into,
      lookOf: (name) => ({ text: name, title: name, state: 'value' }),
      onChange: (next) => {
        told += 1;
        content = next;
      },
      onState: () => undefined,
    });
    onTestFinished(() => control.destroy());
    control.insertText(added);
    return { blocks: content?.blocks, told };
  }

  test('takes the place of an empty paragraph, lists too', () => {
    const added: RichText = { v: 1, blocks: [list('a', 'b'), paragraph('Ende')] };
    expect(inserted(null, added)).toEqual({ blocks: added.blocks, told: 1 });
  });

  test('runs on in the paragraph around it when it is one paragraph', () => {
    expect(inserted(plainToRichText(' weiter'), plainToRichText('Anfang')).blocks).toEqual([
      paragraph('Anfang weiter'),
    ]);
  });

  test('joins the paragraphs at its ends and keeps its lists', () => {
    const added: RichText = { v: 1, blocks: [paragraph('Anfang'), list('a', 'b')] };
    expect(inserted(plainToRichText('Rest'), added).blocks).toEqual([
      ...[paragraph('Anfang'), list('a', 'b'), paragraph('Rest')],
    ]);
  });
});

test('a value from outside is not told back, and can be undone', () => {
  const states: ToolbarState[] = [];
  const told: (RichText | null)[] = [];
  const surface = newSurface();
  const control = createRichTextEditor({
    surface,
    content: plainToRichText('alt'),
    lookOf: (name) => ({ text: name, title: name, state: 'value' }),
    onChange: (next) => told.push(next),
    onState: (state) => states.push(state),
  });
  onTestFinished(() => control.destroy());
  expect(states.at(-1)?.undo).toBe(false);
  control.setContent(plainToRichText('neu'));
  expect([surface.textContent, told]).toEqual(['neu', []]);
  expect(states.at(-1)?.undo).toBe(true);
  control.run('undo');
  expect([surface.textContent, told]).toEqual(['alt', [plainToRichText('alt')]]);
});
