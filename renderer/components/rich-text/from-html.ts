import {
  isPlaceholderIdentifier,
  plainToRichText,
  type Block,
  type Inline,
  type RichText,
  type TextStyle,
} from '#shared/domain/rich-text.ts';

/** What carries no text for a letter, or text that nobody sees. */
const IGNORED = new Set(
  [
    ...['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg'],
    ...['math', 'canvas', 'audio', 'video', 'select', 'textarea', 'input', 'button', 'img', 'map'],
  ].map((name) => name.toUpperCase()),
);
const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const BLOCKS = new Set([
  ...[
    'P',
    'DIV',
    'UL',
    'OL',
    'LI',
    'TABLE',
    'TR',
    'CAPTION',
    'BLOCKQUOTE',
    'PRE',
    'SECTION',
    'ARTICLE',
    'HEADER',
    'HR',
  ],
  ...[
    'FOOTER',
    'MAIN',
    'ASIDE',
    'NAV',
    'ADDRESS',
    'DL',
    'DT',
    'DD',
    'FIGURE',
    'FIGCAPTION',
    'FORM',
    'FIELDSET',
    'BODY',
  ],
  ...HEADINGS,
]);

/** Where text goes next: into a paragraph, or into an item of a list. */
interface Place {
  list: 'bullet' | 'ordered' | null;
  style: TextStyle;
  isPreformatted: boolean;
  /** In a cell of a table: the whole row is one paragraph. */
  isCell: boolean;
}

/**
 * Foreign HTML that went through `quietHtml` as rich text: paragraphs, lists, bold, italic, underline and breaks, and nothing else. Only names and texts
 * of nodes are read, so nothing in it runs or is fetched. Nested lists become flat, a row of a table one paragraph, a
 * heading a bold paragraph; Word's paragraphs that look like lists become lists. `{name}` becomes a placeholder.
 */
export function richTextFromHtml(root: ParentNode): RichText {
  const blocks: Block[] = [];
  let open: Inline[] = [];
  let openList: Place['list'] = null;

  function flush(): void {
    const inlines = trimmed(open);
    open = [];
    if (inlines.length === 0) return;
    const last = blocks.at(-1);
    if (openList === null) blocks.push({ type: 'paragraph', inlines });
    else if (last?.type === 'list' && last.ordered === (openList === 'ordered') && !listEnded) last.items.push(inlines);
    else blocks.push({ type: 'list', ordered: openList === 'ordered', items: [inlines] });
    listEnded = false;
  }

  /** Whether the list that stands last has ended, so that a next one is a list of its own. */
  let listEnded = false;

  function walk(node: Node, place: Place): void {
    if (node.nodeType === Node.TEXT_NODE) addText(node.nodeValue ?? '', place);
    else if (node.nodeType === Node.ELEMENT_NODE) walkElement(node as Element, place);
  }

  function walkElement(element: Element, place: Place): void {
    const name = element.tagName.toUpperCase();
    const css = element.getAttribute('data-css') ?? '';
    if (IGNORED.has(name) || /mso-list:\s*ignore|display:\s*none/i.test(css)) return;
    if (name === 'BR') {
      open.push({ type: 'break' });
      return;
    }
    const placeholder = element.getAttribute('data-placeholder');
    if (placeholder !== null && isPlaceholderIdentifier(placeholder)) {
      open.push({ type: 'placeholder', name: placeholder, ...place.style });
      return;
    }
    const inside = { ...place, style: styleOf(name, css, place.style) };
    if (name === 'TD' || name === 'TH') inside.isCell = true;
    if (inside.isCell && name !== 'TABLE' && name !== 'TR') {
      if (BLOCKS.has(name) || !place.isCell) addText(' ', place);
      walkAll(element, inside);
      return;
    }
    if (!BLOCKS.has(name)) {
      walkAll(element, inside);
      return;
    }
    flush();
    const isList = name === 'UL' || name === 'OL';
    const isOutermost = place.list === null;
    if (isList && isOutermost) {
      inside.list = name === 'OL' ? 'ordered' : 'bullet';
      listEnded = true;
    }
    const word = wordList(element, css);
    if (word !== null) inside.list = word;
    if (name === 'PRE') inside.isPreformatted = true;
    openList = inside.list;
    walkAll(element, inside);
    openList = inside.list;
    flush();
    openList = place.list;
  }

  function walkAll(element: ParentNode, place: Place): void {
    for (const child of element.childNodes) walk(child, place);
  }

  function addText(text: string, { style, isPreformatted }: Place): void {
    const lines = isPreformatted ? text.split(/\r\n?|\n/) : [text.replaceAll(/[ \t\r\n\f]+/g, ' ')];
    lines.forEach((line, index) => {
      if (index > 0) open.push({ type: 'break' });
      open.push(...textInlines(line, style));
    });
  }

  walkAll(root, { list: null, style: {}, isPreformatted: false, isCell: false });
  flush();
  return { v: 1, blocks };
}

/** Placeholders in braces are found as in plain text; spaces at the ends stay. */
function textInlines(line: string, style: TextStyle): Inline[] {
  if (!line.includes('{')) return line === '' ? [] : [{ type: 'text', text: line, ...style }];
  const [block] = plainToRichText(line).blocks;
  return block?.type === 'paragraph'
    ? block.inlines.map((inline) => (inline.type === 'break' ? inline : { ...inline, ...style }))
    : [];
}

function styleOf(name: string, css: string, around: TextStyle): TextStyle {
  const style = { ...around };
  if (name === 'B' || name === 'STRONG' || HEADINGS.has(name)) style.bold = true;
  if (name === 'I' || name === 'EM') style.italic = true;
  if (name === 'U' || name === 'INS') style.underline = true;
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(css)?.[1]?.toLowerCase();
  if (weight !== undefined) style.bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(css)?.[1]?.toLowerCase();
  if (slant !== undefined) style.italic = slant === 'italic' || slant === 'oblique';
  if (/text-decoration[^:;]*:[^;]*underline/i.test(css)) style.underline = true;
  return Object.fromEntries(Object.entries(style).filter(([, on]) => on === true));
}

/** Word writes lists as paragraphs; their marker, which is not copied, tells which kind of list it is. */
function wordList(element: Element, css: string): Place['list'] {
  if (element.tagName.toUpperCase() !== 'P' || !/mso-list:\s*l\d/i.test(css)) return null;
  const marker = [...element.querySelectorAll('[data-css]')].find((inner) =>
    /mso-list:\s*ignore/i.test(inner.getAttribute('data-css') ?? ''),
  );
  return /^\s*[\da-z]{1,3}[.)]/i.test(marker?.textContent ?? '') ? 'ordered' : 'bullet';
}

/** Without spaces and breaks at the ends, double spaces between parts, and spaces beside breaks, as a browser shows it. */
function trimmed(inlines: Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    const last = kept.at(-1);
    const isAtStart = last === undefined || last.type === 'break' || (last.type === 'text' && last.text.endsWith(' '));
    const next = inline.type === 'text' && isAtStart ? { ...inline, text: inline.text.replace(/^ +/, '') } : inline;
    if (next.type === 'text' && next.text === '') continue;
    if (next.type === 'break' && last === undefined) continue;
    kept.push(next);
  }
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const end = last.type === 'text' ? { ...last, text: last.text.replace(/[ \u00A0]+$/, '') } : last;
    if (end.type === 'break' || (end.type === 'text' && end.text === '')) continue;
    kept.push(end);
    break;
  }
  return kept;
}
