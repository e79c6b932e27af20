import type { TemplateColumn } from '#shared/domain/template.ts';
import type { InvoiceTexts } from '../texts/invoice-texts.ts';
import { wrapText } from '../metrics/wrap.ts';
import { MARGIN, TEXT_WIDTH } from './geometry.ts';
import type { Style } from './style.ts';

export interface Column {
  column: TemplateColumn;
  label: string;
  left: number;
  width: number;
  alignment: 'left' | 'right';
}

const ALIGNMENT = {
  position: 'left',
  description: 'left',
  quantity: 'right',
  unit: 'left',
  unitPrice: 'right',
  vatRate: 'right',
  lineNet: 'right',
} as const satisfies Record<TemplateColumn, Column['alignment']>;

/** Labels stay in one row if that leaves this share of the table to the description. */
const COMFORTABLE_SHARE = 0.4;
/** The description keeps at least this share, whatever the figures need. */
const SMALLEST_SHARE = 0.28;
const SMALLEST_SIZE = 6;

function contentWidth(
  column: TemplateColumn,
  labels: readonly string[],
  texts: InvoiceTexts,
  style: Style,
  size: number,
): number {
  let width = 0;
  for (const label of labels) width = Math.max(width, style.faces.bold.width(label, size));
  for (const entry of texts.body) {
    if (entry.kind === 'line') width = Math.max(width, style.faces.regular.width(entry.cells[column], size));
  }
  // The carry-forward stands in the column of the net amounts too and is the largest of them.
  return column === 'lineNet' ? Math.max(width, carryWidth(texts, style, size)) : width;
}

function carryWidth(texts: InvoiceTexts, style: Style, size: number): number {
  let sum = 0;
  let width = 0;
  for (const entry of texts.body) {
    if (entry.kind !== 'line') continue;
    sum += entry.net;
    width = Math.max(width, style.faces.regular.width(texts.money(sum), size));
  }
  return width;
}

function widthsOf(
  texts: InvoiceTexts,
  style: Style,
  size: number,
  wrapsLabels: boolean,
): { widths: number[]; free: number } {
  const widths = texts.columns.map(({ column, label }) =>
    column === 'description' ? 0 : contentWidth(column, wrapsLabels ? label.split(' ') : [label], texts, style, size),
  );
  return {
    widths,
    free: TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0) - style.size * (widths.length - 1),
  };
}

function fittingWidths(texts: InvoiceTexts, style: Style): { widths: number[]; free: number; size: number } {
  const comfortable = widthsOf(texts, style, style.size, false);
  if (comfortable.free >= TEXT_WIDTH * COMFORTABLE_SHARE) return { ...comfortable, size: style.size };
  for (let size = style.size; ; size -= 0.5) {
    const tried = widthsOf(texts, style, size, true);
    if (tried.free >= TEXT_WIDTH * SMALLEST_SHARE || size <= SMALLEST_SIZE) return { ...tried, size };
  }
}

/**
 * Places the columns: each as wide as its widest text, the rest for the description. Text is set smaller when the figures
 * leave too little of it.
 * @returns the columns from left to right and the size of the table's text.
 */
export function layoutColumns(texts: InvoiceTexts, style: Style): { columns: Column[]; size: number } {
  const { widths, free, size } = fittingWidths(texts, style);
  let left: number = MARGIN.left;
  const columns = texts.columns.map(({ column, label }, index): Column => {
    const width = column === 'description' ? free : (widths[index] ?? 0);
    const placed = { column, label, left, width, alignment: ALIGNMENT[column] };
    left += width + style.size;
    return placed;
  });
  return { columns, size };
}

/** Rows that the longest column label needs. */
export function headRows(columns: readonly Column[], style: Style, size: number): number {
  const { faces, language } = style;
  return Math.max(
    1,
    ...columns.map(
      ({ label, width }) => wrapText(label, 'bold', { faces, language, size, width: width + 0.01 }).length,
    ),
  );
}
