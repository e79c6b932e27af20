import type { InvoiceTexts } from '../texts/invoice-texts.ts';
import type { TotalText } from '../texts/sums.ts';
import { ARTIFACT, element, type Element, type Strip } from './boxes.ts';
import { MARGIN, TEXT_WIDTH } from './geometry.ts';
import type { Style } from './style.ts';
import { plainStrips, rightAligned } from './text.ts';

/** The block takes the right part of the page. */
const LEFT = MARGIN.left + TEXT_WIDTH * 0.42;

function settingOf(
  row: TotalText,
  style: Style,
): { size: number; lineHeight: number; face: 'regular' | 'bold'; colour: string } {
  const { ink, quiet, accent } = style.colours;
  if (row.kind === 'gross') {
    const size = style.size * 1.15;
    return { size, lineHeight: size * 1.32, face: 'bold', colour: accent };
  }
  if (row.kind === 'note')
    return { size: style.small, lineHeight: style.smallLineHeight, face: 'regular', colour: quiet };
  return { size: style.size, lineHeight: style.lineHeight, face: 'regular', colour: ink };
}

function rowStrips(row: TotalText, style: Style, amountWidth: number, table: Element): Strip[] {
  const { face, ...setting } = settingOf(row, style);
  const structure = element('row', table);
  const width = MARGIN.right - LEFT - amountWidth - style.size;
  const strips = plainStrips(
    row.label,
    face,
    { ...setting, element: element('headCell', structure), x: LEFT, width },
    style,
  );
  const last = strips.at(-1);
  if (row.amount !== '' && last) {
    const amount = { ...setting, element: element('cell', structure), right: MARGIN.right };
    last.boxes.push(rightAligned(row.amount, face, amount, style, 0));
  }
  return strips;
}

function ruled(height: number, y: number, thickness: number, colour: string): Strip {
  return {
    height,
    boxes: [{ kind: 'rule', element: ARTIFACT, colour, thickness, x1: LEFT, y1: y, x2: MARGIN.right, y2: y }],
  };
}

/** The totals block as strips: sums, discounts, VAT per rate and, between rules, the gross amount. */
export function totalStrips(texts: InvoiceTexts, style: Style): Strip[] {
  const { accent } = style.colours;
  const gap = style.size * 0.3;
  const table = element('table');
  let amountWidth = 0;
  for (const row of texts.totals) {
    const { face, size } = settingOf(row, style);
    amountWidth = Math.max(amountWidth, style.faces[face].width(row.amount, size));
  }
  const strips: Strip[] = [{ height: gap * 2, boxes: [] }];
  for (const row of texts.totals) {
    const own = rowStrips(row, style, amountWidth, table);
    if (row.kind === 'gross') strips.push(ruled(gap * 2, gap, 0.9, accent), ...own, ruled(gap * 2, gap, 0.9, accent));
    else strips.push(...own, { height: gap * 0.5, boxes: [] });
  }
  return strips;
}
