import { isEmptyRichText, type Block, type Inline, type RichText, type TextStyle } from '#shared/domain/rich-text.ts';

/** A node of the editor's document as JSON; the schema stands in `schema.ts`. */
export interface DocumentNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string }[];
  content?: DocumentNode[];
}

const STYLES = ['bold', 'italic', 'underline'] as const satisfies (keyof TextStyle)[];

/** Rich text as the document of the editor. Empty texts and lists have no place there; an empty text is one paragraph. */
export function toDocument(rich: RichText | null): DocumentNode {
  const content = (rich?.blocks ?? []).flatMap(blockNode);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

function blockNode(block: Block): DocumentNode[] {
  if (block.type === 'paragraph') return [paragraphNode(block.inlines)];
  if (block.items.length === 0) return [];
  const items = block.items.map((item) => ({ type: 'listItem', content: [paragraphNode(item)] }));
  return [{ type: block.ordered ? 'orderedList' : 'bulletList', content: items }];
}

function paragraphNode(inlines: Inline[]): DocumentNode {
  return { type: 'paragraph', content: inlines.flatMap(inlineNode) };
}

function inlineNode(inline: Inline): DocumentNode[] {
  if (inline.type === 'break') return [{ type: 'hardBreak' }];
  const marks = STYLES.filter((style) => inline[style] === true).map((type) => ({ type }));
  if (inline.type === 'placeholder') return [{ type: 'placeholder', attrs: { name: inline.name }, marks }];
  return inline.text === '' ? [] : [{ type: 'text', text: inline.text, marks }];
}

/** The document of the editor as rich text; null when nothing of it would be seen on paper. */
export function toRichText(document: DocumentNode): RichText | null {
  const rich: RichText = { v: 1, blocks: (document.content ?? []).map(blockOf) };
  return isEmptyRichText(rich) ? null : rich;
}

function blockOf(node: DocumentNode): Block {
  if (node.type === 'paragraph') return { type: 'paragraph', inlines: inlinesOf(node) };
  const items = (node.content ?? []).map(({ content }) => (content ?? []).flatMap(inlinesOf));
  return { type: 'list', ordered: node.type === 'orderedList', items };
}

function inlinesOf({ content = [] }: DocumentNode): Inline[] {
  return joinTexts(content.map(inlineOf));
}

function inlineOf({ type, text = '', attrs, marks = [] }: DocumentNode): Inline {
  if (type === 'hardBreak') return { type: 'break' };
  const style = Object.fromEntries(
    STYLES.filter((name) => marks.some((mark) => mark.type === name)).map((name) => [name, true]),
  ) as TextStyle;
  if (type === 'placeholder') return { type: 'placeholder', name: String(attrs?.['name']), ...style };
  return { type: 'text', text, ...style };
}

/**
 * The one way to write a rich text: without empty texts and lists, neighbouring texts of one style joined, only styles that
 * are on. The editor changes nothing else.
 */
export function normaliseRichText(rich: RichText): RichText | null {
  return toRichText(toDocument(rich));
}

function joinTexts(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const fits = last?.type === 'text' && inline.type === 'text' && STYLES.every((name) => last[name] === inline[name]);
    if (fits) joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

/** Characters as `RICH_TEXT_LIMITS` counts them. */
export function richTextLength(rich: RichText | null): number {
  const length = (inlines: Inline[]): number =>
    inlines.reduce((sum, inline) => {
      if (inline.type === 'break') return sum;
      return sum + (inline.type === 'text' ? inline.text : inline.name).length;
    }, 0);
  return (rich?.blocks ?? []).reduce(
    (sum, block) =>
      sum + (block.type === 'paragraph' ? length(block.inlines) : block.items.reduce((n, item) => n + length(item), 0)),
    0,
  );
}
