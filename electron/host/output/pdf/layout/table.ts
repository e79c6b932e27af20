import type { DocumentText } from '#shared/domain/invoice-document.ts';
import type { InvoiceTexts, LineText } from '../texts/invoice-texts.ts';
import { wrapText } from '../metrics/wrap.ts';
import { ARTIFACT, element, heightOf, type Box, type Element, type RuleBox, type Strip } from './boxes.ts';
import { headRows, layoutColumns, type Column } from './columns.ts';
import { MARGIN, TEXT_WIDTH } from './geometry.ts';
import { richTextStrips } from './rich-text.ts';
import type { Style } from './style.ts';
import { leftAligned, plainStrips, rightAligned, rowBoxes } from './text.ts';

/** A line or text of the table, measured; `net` is null for a text. */
export interface Block {
  strips: Strip[];
  height: number;
  net: number | null;
}

export interface Table {
  element: Element;
  columns: Column[];
  size: number;
  lineHeight: number;
  padding: number;
  style: Style;
}

export function prepareTable(texts: InvoiceTexts, style: Style): Table {
  const { columns, size } = layoutColumns(texts, style);
  return { element: element('table'), columns, size, lineHeight: size * 1.32, padding: size * 0.32, style };
}

export function horizontalRule(y: number, thickness: number, colour: string): RuleBox {
  return { kind: 'rule', element: ARTIFACT, colour, thickness, x1: MARGIN.left, y1: y, x2: MARGIN.right, y2: y };
}

function cellBoxes(
  table: Table,
  column: Column,
  text: string,
  face: 'regular' | 'bold',
  cell: Element,
  top: number,
): Box {
  const { style, size, lineHeight } = table;
  const setting = { element: cell, size, lineHeight, colour: style.colours.ink };
  return column.alignment === 'right'
    ? rightAligned(text, face, { ...setting, right: column.left + column.width }, style, top)
    : leftAligned(text, face, { ...setting, x: column.left }, style, top);
}

/** The labels of the columns; only the first head of a table belongs to its structure. */
export function headStrip(table: Table, isFirst: boolean): Strip {
  const { style, size, lineHeight, padding, columns } = table;
  const rows = headRows(columns, style, size);
  const row = element('row', table.element);
  const boxes: Box[] = [];
  for (const column of columns) {
    const cell = isFirst ? element('headCell', row) : ARTIFACT;
    const measure = { faces: style.faces, language: style.language, size, width: column.width + 0.01 };
    const labelRows = wrapText(column.label, 'bold', measure);
    // Labels of one row stand at the lower edge beside labels of two.
    const offset = rows - labelRows.length;
    for (const [index, labelRow] of labelRows.entries()) {
      const x = column.alignment === 'right' ? column.left + column.width - labelRow.width : column.left;
      const setting = { element: cell, x, width: column.width, size, lineHeight, colour: style.colours.accent };
      boxes.push(...rowBoxes(labelRow, setting, padding + (offset + index) * lineHeight));
    }
  }
  const height = rows * lineHeight + padding * 2;
  boxes.push(horizontalRule(height, 0.9, style.colours.accent));
  return { height: height + padding * 0.5, boxes };
}

function lineBlock(table: Table, line: LineText): Block {
  const { style, size, lineHeight } = table;
  const row = element('row', table.element);
  const strips: Strip[] = [];
  const figures: Box[] = [];
  for (const column of table.columns) {
    const cell = element('cell', row);
    if (column.column !== 'description') {
      figures.push(cellBoxes(table, column, line.cells[column.column], 'regular', cell, 0));
      continue;
    }
    const setting = { element: cell, x: column.left, width: column.width, size, lineHeight, colour: style.colours.ink };
    const side = { ...setting, size: size * 0.93, lineHeight: size * 0.93 * 1.32, colour: style.colours.quiet };
    if (line.cells.description !== '') strips.push(...plainStrips(line.cells.description, 'bold', setting, style));
    // Without a title the description takes its place, and its size, beside the figures.
    const below = line.cells.description === '' ? setting : side;
    if (line.description) strips.push(...richTextStrips(line.description, below, style, cell));
    if (line.discount !== '')
      strips.push(...plainStrips(line.discount, 'regular', { ...side, colour: style.colours.accent }, style));
  }
  const first = strips[0] ?? { height: lineHeight, boxes: [] };
  if (strips.length === 0) strips.push(first);
  first.boxes.unshift(...figures);
  return closed(table, strips, line.net);
}

/** Adds the space above and below and the hair line that ends a row. */
function closed(table: Table, strips: Strip[], net: number): Block {
  const { padding } = table;
  const rule = horizontalRule(padding, 0.35, table.style.colours.line);
  const framed = [{ height: padding, boxes: [] }, ...strips, { height: padding, boxes: [rule] }];
  return { strips: framed, height: heightOf(framed), net };
}

/** A text over the full width, with the rules that its writer has chosen (A6.1, A6.10, A6.11). */
export function textStripsWithRules(text: DocumentText, style: Style): Strip[] {
  const { ink, line } = style.colours;
  const setting = {
    element: element('paragraph'),
    x: MARGIN.left,
    width: TEXT_WIDTH,
    size: style.size,
    lineHeight: style.lineHeight,
    colour: ink,
  };
  const distance = style.size * 0.45;
  const rule = (y: number): Strip => ({ height: distance, boxes: [horizontalRule(y, 0.6, line)] });
  return [
    ...(text.ruleAbove ? [rule(0)] : []),
    ...richTextStrips(text.content, setting, style, null),
    ...(text.ruleBelow ? [rule(distance)] : []),
  ];
}

function textBlock(table: Table, text: DocumentText): Block {
  const gap = { height: table.padding * 1.6, boxes: [] };
  const strips = [gap, ...textStripsWithRules(text, table.style), gap];
  return { strips, height: heightOf(strips), net: null };
}

export function tableBlocks(table: Table, texts: InvoiceTexts): Block[] {
  return texts.body.map((entry) => (entry.kind === 'line' ? lineBlock(table, entry) : textBlock(table, entry)));
}

/** "Übertrag" with the running sum, at the foot of a page or below the head of the next. */
export function carryStrip(table: Table, label: string, amount: string): Strip {
  const { style, size, lineHeight, padding } = table;
  const setting = { element: ARTIFACT, size, lineHeight, colour: style.colours.ink };
  const labelColumn = table.columns.find(({ column }) => column === 'description') ?? table.columns[0];
  const height = lineHeight + padding * 2;
  return {
    height,
    boxes: [
      leftAligned(label, 'italic', { ...setting, x: labelColumn?.left ?? MARGIN.left }, style, padding),
      rightAligned(amount, 'regular', { ...setting, right: MARGIN.right }, style, padding),
      horizontalRule(height, 0.35, style.colours.line),
    ],
  };
}
