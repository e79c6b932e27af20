import { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { DOMParser, Slice, type Node as DocNode, type Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { plainToRichText, type RichText } from '#shared/domain/rich-text.ts';
import { richTextFromHtml } from './from-html.ts';
import { toDocument, toRichText, type DocumentNode } from './mapping.ts';
import type { PlaceholderLook } from './placeholders.ts';
import { quietHtml } from './quiet-html.ts';
import { placeholderNode, RICH_TEXT_EXTENSIONS } from './schema.ts';

/** What a button of the toolbar does. */
export type RichTextCommand = 'bold' | 'italic' | 'underline' | 'bulletList' | 'orderedList' | 'undo' | 'redo';

/** Which buttons are pressed, and whether there is something to undo and redo. */
export type ToolbarState = Record<RichTextCommand, boolean>;

export interface RichTextOptions {
  /** The element that becomes the editor. */
  surface: HTMLElement;
  content: RichText | null;
  /** How a placeholder is shown now. */
  lookOf: (name: string) => PlaceholderLook;
  onChange: (content: RichText | null) => void;
  onState: (state: ToolbarState) => void;
}

export interface RichTextControl {
  run: (command: RichTextCommand) => void;
  insertPlaceholder: (name: string) => void;
  /** Puts a copy of a text where the cursor is. */
  insertText: (text: RichText) => void;
  /** Takes another value from outside; no change is told. */
  setContent: (content: RichText | null) => void;
  /** Draws the chips anew: what placeholders stand for has changed. */
  refreshPlaceholders: () => void;
  focus: () => void;
  destroy: () => void;
}

const OUTSIDE = 'from-outside';

/** Makes an element the editor of a rich text. This module brings the editor's library; load it lazily. */
export function createRichTextEditor(options: RichTextOptions): RichTextControl {
  const { surface, lookOf } = options;
  const chips = new Set<() => void>();
  const placeholder = placeholderNode(
    ({ node }) => {
      const dom = document.createElement('span');
      const draw = (): void => drawChip(dom, String(node.attrs['name']), lookOf);
      draw();
      chips.add(draw);
      return { dom, destroy: () => chips.delete(draw) };
    },
    (name) => lookOf(name).text,
  );
  const editor = new Editor({
    element: { mount: surface },
    extensions: [...RICH_TEXT_EXTENSIONS, placeholder],
    content: toDocument(options.content),
    injectCSS: false,
    enablePasteRules: false,
    editorProps: {
      clipboardTextParser: (text, _context, _plain, view) => closedSlice(view.state.schema, plainToRichText(text)),
      transformPastedHTML: quietHtml,
      handlePaste: (view, _event, slice) => {
        view.dispatch(placeSlice(view.state, slice).setMeta('paste', true).setMeta('uiEvent', 'paste'));
        return true;
      },
    },
    onTransaction: ({ transaction }) => {
      options.onState(toolbarState(editor));
      if (transaction.docChanged && transaction.getMeta(OUTSIDE) !== true) {
        options.onChange(toRichText(transaction.doc.toJSON() as DocumentNode));
      }
    },
  });
  editor.setOptions({
    editorProps: { ...editor.options.editorProps, clipboardParser: foreignParser(editor.schema) },
  });
  options.onState(toolbarState(editor));

  return {
    run: (command) => runCommand(editor, command),
    insertPlaceholder: (name) => {
      editor.chain().focus().insertContent({ type: 'placeholder', attrs: { name } }).run();
    },
    insertText: (text) => insertText(editor, text),
    setContent: (content) => {
      const doc = editor.schema.nodeFromJSON(toDocument(content));
      const { tr } = editor.state;
      editor.view.dispatch(tr.replaceWith(0, tr.doc.content.size, doc.content).setMeta(OUTSIDE, true));
    },
    refreshPlaceholders: () => chips.forEach((draw) => draw()),
    focus: () => void editor.commands.focus(),
    destroy: () => editor.destroy(),
  };
}

function drawChip(dom: HTMLElement, name: string, lookOf: (name: string) => PlaceholderLook): void {
  const { text, title, state } = lookOf(name);
  dom.className = `placeholder placeholder--${state}`;
  dom.dataset['placeholder'] = name;
  dom.title = title;
  dom.textContent = text;
}

function toolbarState(editor: Editor): ToolbarState {
  const { state } = editor;
  const isActive = (name: string): boolean => editor.isActive(name);
  return {
    bold: isActive('bold'),
    italic: isActive('italic'),
    underline: isActive('underline'),
    bulletList: isActive('bulletList'),
    orderedList: isActive('orderedList'),
    undo: Number(undoDepth(state)) > 0,
    redo: Number(redoDepth(state)) > 0,
  };
}

function runCommand(editor: Editor, command: RichTextCommand): void {
  editor.view.focus();
  if (command === 'undo' || command === 'redo') (command === 'undo' ? undo : redo)(editor.state, editor.view.dispatch);
  else if (command === 'bulletList' || command === 'orderedList') editor.commands.toggleList(command, 'listItem');
  else editor.commands.toggleMark(command);
}

/**
 * Reads what is pasted: our own clipboard by the schema, everything else by `richTextFromHtml`, which knows what tables,
 * headings and Word's lists mean.
 */
function foreignParser(schema: Schema): DOMParser {
  const parser = DOMParser.fromSchema(schema);
  const own = parser.parseSlice.bind(parser);
  return Object.assign(Object.create(parser) as DOMParser, {
    parseSlice: ((dom, parseOptions) =>
      parseOptions?.preserveWhitespace
        ? own(dom, parseOptions)
        : closedSlice(schema, richTextFromHtml(dom as unknown as ParentNode))) satisfies DOMParser['parseSlice'],
  });
}

function closedSlice(schema: Schema, text: RichText): Slice {
  return text.blocks.length === 0 ? Slice.empty : new Slice(schema.nodeFromJSON(toDocument(text)).content, 0, 0);
}

/**
 * Puts a text where the cursor is. One paragraph or one item runs on in the paragraph around it; several keep what they are,
 * and an empty paragraph makes room for them.
 */
function placeSlice(state: EditorState, slice: Slice): Transaction {
  const { tr, selection } = state;
  const { $from, empty } = selection;
  const { content } = slice;
  const first = content.firstChild;
  if (first === null) return tr;
  const isRunningText = content.childCount === 1 && (first.isTextblock || first.childCount === 1);
  if (first.isInline || isRunningText) return tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView();
  const isInEmptyParagraph = empty && $from.depth === 1 && $from.parent.content.size === 0;
  if (isInEmptyParagraph) return tr.replaceWith($from.before(), $from.after(), content).scrollIntoView();
  const openness = (node: DocNode | null): number => (node?.isTextblock === true ? 1 : 0);
  return tr.replaceSelection(new Slice(content, openness(first), openness(content.lastChild))).scrollIntoView();
}

function insertText(editor: Editor, text: RichText): void {
  const { schema, state, view } = editor;
  view.dispatch(placeSlice(state, closedSlice(schema, text)));
  view.focus();
}
