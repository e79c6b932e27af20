import { Extension, InputRule, Mark, Node, wrappingInputRule } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import type { NodeViewRenderer } from '@tiptap/core';
import { isPlaceholderIdentifier } from '#shared/domain/rich-text.ts';

/** The editor's document: exactly what `shared/domain/rich-text.ts` can hold, so that nothing else can be typed or pasted. */

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  // Each paragraph runs in the direction of its own text.
  renderHTML: () => ['p', { dir: 'auto' }, 0],
});

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })];
  },
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*1[.)]\s$/, type: this.type })];
  },
});

/** One paragraph, so lists stay flat. Tab is not taken: it leaves the editor. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    const leaveList = (): boolean => this.editor.commands.liftListItem(this.name);
    const isEmptyItem = (): boolean => {
      const { $from, empty } = this.editor.state.selection;
      return empty && $from.parent.content.size === 0 && $from.node(-1)?.type === this.type;
    };
    const isAtStart = (): boolean => {
      const { $from, empty } = this.editor.state.selection;
      return empty && $from.parentOffset === 0 && $from.node(-1)?.type === this.type;
    };
    return {
      Enter: () => (isEmptyItem() ? leaveList() : this.editor.commands.splitListItem(this.name)),
      Backspace: () => isAtStart() && leaveList(),
    };
  },
});

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return {
      // Ctrl+Enter belongs to the dialog around.
      'Shift-Enter': () => {
        const { state } = this.editor;
        const marks = state.storedMarks ?? state.selection.$from.marks();
        return this.editor
          .chain()
          .insertContent({ type: this.name })
          .command(({ tr }) => Boolean(tr.ensureMarks(marks)))
          .run();
      },
    };
  },
});

function style(name: string, tag: string, otherTags: string[], key: string) {
  return Mark.create({
    name,
    parseHTML: () => [tag, ...otherTags].map((each) => ({ tag: each })),
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      const toggle = (): boolean => this.editor.commands.toggleMark(name);
      return { [`Mod-${key}`]: toggle, [`Mod-${key.toUpperCase()}`]: toggle };
    },
  });
}

/** Draws the chip of a placeholder; the editor that shows values brings its own. */
export function placeholderNode(view: NodeViewRenderer | null, textOf: (name: string) => string) {
  return Node.create({
    name: 'placeholder',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      name: { parseHTML: (element: HTMLElement) => element.getAttribute('data-placeholder') },
    }),
    parseHTML: () => [
      {
        tag: 'span[data-placeholder]',
        getAttrs: (element) => isPlaceholderIdentifier(element.getAttribute('data-placeholder') ?? '') && null,
      },
    ],
    renderHTML: ({ node }) => {
      const name = String(node.attrs['name']);
      return ['span', { 'data-placeholder': name }, textOf(name)];
    },
    renderText: ({ node }) => textOf(String(node.attrs['name'])),
    addNodeView: () => view,
    addInputRules() {
      const find = /\{([A-Za-z][A-Za-z0-9]{0,49})\}$/;
      return [
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            const marks = state.doc.resolve(range.from).marks();
            state.tr.replaceWith(range.from, range.to, this.type.create({ name: match[1] }, null, marks));
          },
        }),
      ];
    },
  });
}

const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => (): boolean => {
      const { state, view } = this.editor;
      return command(state, view.dispatch);
    };
    return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Shift-Mod-z': run(redo) };
  },
});

/** Everything but the placeholder. */
export const RICH_TEXT_EXTENSIONS = [
  ...[Document, Paragraph, Text, BulletList, OrderedList, ListItem, HardBreak, History],
  style('bold', 'strong', ['b'], 'b'),
  style('italic', 'em', ['i'], 'i'),
  style('underline', 'u', [], 'u'),
];
