import { forbiddenCharacter } from './characters.ts';

/**
 * Rich text as Kontor stores it: a closed schema, no HTML (design, section 8).
 * The limits hold for every text, whoever made it.
 */
export const RICH_TEXT_LIMITS = { blocks: 500, characters: 50_000, itemsPerList: 500, inlinesPerBlock: 1_000 } as const;

export interface TextStyle {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
}

/** Running text without line feeds or other control characters. */
export interface TextInline extends TextStyle {
  type: 'text';
  text: string;
}

/** Replaced by a value of customer or invoice when the document is made; names in `placeholders.ts`. */
export interface PlaceholderInline extends TextStyle {
  type: 'placeholder';
  name: string;
}

/** A forced line break within a block. */
export interface BreakInline {
  type: 'break';
}

export type Inline = TextInline | PlaceholderInline | BreakInline;

export interface ParagraphBlock {
  type: 'paragraph';
  inlines: Inline[];
}

export interface ListBlock {
  type: 'list';
  ordered: boolean;
  items: Inline[][];
}

export type Block = ParagraphBlock | ListBlock;

export interface RichText {
  v: 1;
  blocks: Block[];
}

/** `{name}` in plain text: a placeholder, known or not. */
const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]{0,49})\}/;
const BREAK: BreakInline = { type: 'break' };

/** Whether the text can be the name of a placeholder; which names have a value is told by `placeholders.ts`. */
export function isPlaceholderIdentifier(name: string): boolean {
  return PLACEHOLDER.exec(`{${name}}`)?.[0].length === name.length + 2;
}

/**
 * Plain text as rich text: blank lines separate paragraphs, a single line feed becomes a break, `{identifier}` a
 * placeholder. Tabs become spaces; other characters are taken as they are, `validateRichText` judges them.
 */
export function plainToRichText(text: string): RichText {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split(/\n(?:[ ]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
  return { v: 1, blocks: paragraphs.map((paragraph) => ({ type: 'paragraph', inlines: plainInlines(paragraph) })) };
}

function plainInlines(paragraph: string): Inline[] {
  return paragraph.split('\n').flatMap((line, index) => {
    const inlines = line
      // Splitting with a group: the odd entries are the names.
      .split(PLACEHOLDER)
      .map((part, position): Inline =>
        position % 2 === 1 ? { type: 'placeholder', name: part } : { type: 'text', text: part },
      )
      .filter((inline) => inline.type !== 'text' || inline.text !== '');
    return index === 0 ? inlines : [BREAK, ...inlines];
  });
}

/** As plain text, for search, mail and the XRechnung note: blank lines between blocks, lists as "- item" and "1. item". */
export function richTextToPlain({ blocks }: RichText): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return inlinesToPlain(block.inlines);
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inlinesToPlain(item)}`)
        .join('\n');
    })
    .join('\n\n');
}

function inlinesToPlain(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return '\n';
      return inline.type === 'placeholder' ? `{${inline.name}}` : inline.text;
    })
    .join('');
}

/** Whether nothing would be seen of it on paper. */
export function isEmptyRichText(rich: RichText): boolean {
  return richInlines(rich).every((inline) => {
    return inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '');
  });
}

function richInlines({ blocks }: RichText): Inline[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.inlines : block.items.flat()));
}

/**
 * Puts values in the place of placeholders, with the style of the placeholder. `missing` names, once each and in order of
 * appearance, those that have no value or an empty one; they stay placeholders in `content`.
 */
export function resolvePlaceholders(
  rich: RichText,
  values: Readonly<Record<string, string>>,
): { content: RichText; missing: string[] } {
  const missing = new Set<string>();
  const resolve = (inlines: Inline[]): Inline[] =>
    inlines.map((inline) => {
      if (inline.type !== 'placeholder') return inline;
      const { name, ...style } = inline;
      const text = Object.hasOwn(values, name) ? values[name] : undefined;
      if (text !== undefined && text !== '') return { ...style, type: 'text', text };
      missing.add(name);
      return inline;
    });
  const blocks = rich.blocks.map((block): Block => {
    return block.type === 'paragraph'
      ? { ...block, inlines: resolve(block.inlines) }
      : { ...block, items: block.items.map(resolve) };
  });
  return { content: { v: 1, blocks }, missing: [...missing] };
}

export interface RichTextProblem {
  /** Where: `blocks.0.items.2.1.text`; '' for the whole. */
  path: string;
  rule:
    | 'wrong-type'
    | 'unknown-field'
    | 'unknown-version'
    | 'too-many-blocks'
    | 'too-many-items'
    | 'too-many-inlines'
    | 'too-many-characters'
    | 'forbidden-character'
    | 'not-a-placeholder-name';
}

/** A text this wrong is not worth a longer list. */
const MOST_PROBLEMS = 20;

const STYLE_FIELDS = ['bold', 'italic', 'underline'];

type Fields = Record<string, unknown>;
type Report = (path: string, rule: RichTextProblem['rule']) => void;

/**
 * Checks foreign data against the closed schema of rich text and RICH_TEXT_LIMITS: no field besides the known ones, no
 * forbidden character, characters counted over all texts. Gives the first 20 problems; an empty list means that the value
 * is a `RichText`. The depth is bounded by the schema, the size is checked before anything is walked through.
 */
export function validateRichText(value: unknown): RichTextProblem[] {
  const problems: RichTextProblem[] = [];
  const report: Report = (path, rule) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, rule });
  };
  const rich = fieldsOf(value, '', ['v', 'blocks'], report);
  if (rich === null) return problems;
  if (rich['v'] !== 1) report('v', 'unknown-version');
  const blocks = listOf(rich['blocks'], 'blocks', RICH_TEXT_LIMITS.blocks, 'too-many-blocks', report);
  const characters = blocks.reduce(
    (count: number, block, index) => count + checkBlock(block, `blocks.${index}`, report),
    0,
  );
  if (characters > RICH_TEXT_LIMITS.characters) report('', 'too-many-characters');
  return problems;
}

/** Each check gives the number of characters it found. */
function checkBlock(value: unknown, path: string, report: Report): number {
  const type = typeOf(value);
  if (type === 'paragraph') {
    const block = fieldsOf(value, path, ['type', 'inlines'], report);
    return block === null
      ? 0
      : checkInlines(block['inlines'], `${path}.inlines`, RICH_TEXT_LIMITS.inlinesPerBlock, report);
  }
  if (type !== 'list') {
    report(path, 'wrong-type');
    return 0;
  }
  const block = fieldsOf(value, path, ['type', 'ordered', 'items'], report);
  if (block === null) return 0;
  if (typeof block['ordered'] !== 'boolean') report(`${path}.ordered`, 'wrong-type');
  const items = listOf(block['items'], `${path}.items`, RICH_TEXT_LIMITS.itemsPerList, 'too-many-items', report);
  let room: number = RICH_TEXT_LIMITS.inlinesPerBlock;
  let characters = 0;
  items.forEach((item, index) => {
    characters += checkInlines(item, `${path}.items.${index}`, room, report);
    room = Math.max(0, room - (Array.isArray(item) ? item.length : 0));
  });
  return characters;
}

function checkInlines(value: unknown, path: string, room: number, report: Report): number {
  const inlines = listOf(value, path, room, 'too-many-inlines', report);
  return inlines.reduce((count: number, inline, index) => count + checkInline(inline, `${path}.${index}`, report), 0);
}

function checkInline(value: unknown, path: string, report: Report): number {
  const type = typeOf(value);
  if (type === 'break') {
    fieldsOf(value, path, ['type'], report);
    return 0;
  }
  if (type !== 'text' && type !== 'placeholder') {
    report(path, 'wrong-type');
    return 0;
  }
  const field = type === 'text' ? 'text' : 'name';
  const inline = fieldsOf(value, path, ['type', field, ...STYLE_FIELDS], report);
  if (inline === null) return 0;
  for (const style of STYLE_FIELDS) {
    if (inline[style] !== undefined && typeof inline[style] !== 'boolean') report(`${path}.${style}`, 'wrong-type');
  }
  const content = inline[field];
  if (typeof content !== 'string') {
    report(`${path}.${field}`, 'wrong-type');
    return 0;
  }
  if (type === 'placeholder' && !isPlaceholderIdentifier(content)) report(`${path}.name`, 'not-a-placeholder-name');
  if (type === 'text' && forbiddenCharacter(content, { multiline: false }) !== null) {
    report(`${path}.text`, 'forbidden-character');
  }
  return content.length;
}

function typeOf(value: unknown): unknown {
  return isFields(value) ? value['type'] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown, path: string, known: string[], report: Report): Fields | null {
  if (!isFields(value)) {
    report(path, 'wrong-type');
    return null;
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return value;
  report(path, 'unknown-field');
  return null;
}

/** Empty when it is no list or too long, so that a huge value is never walked through. */
function listOf(value: unknown, path: string, most: number, rule: RichTextProblem['rule'], report: Report): unknown[] {
  if (!Array.isArray(value)) {
    report(path, 'wrong-type');
    return [];
  }
  if (value.length <= most) return value;
  report(path, rule);
  return [];
}
