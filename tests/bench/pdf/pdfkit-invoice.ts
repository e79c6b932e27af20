import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import PDFDocument from 'pdfkit';
import {
  A4,
  ADDRESS_FIELD,
  FOLD_MARKS,
  FOLLOWING_PAGE,
  FOOTER_BOTTOM,
  INFORMATION_BLOCK,
  LETTERHEAD,
  MARGIN,
  MARK,
  SUBJECT_TOP,
  TEXT_WIDTH,
} from '../../../electron/host/output/pdf/layout/geometry.ts';
import {
  invoiceTexts,
  type InvoiceTexts,
  type LineText,
} from '../../../electron/host/output/pdf/texts/invoice-texts.ts';
import { plainText } from './documents.ts';
import {
  FONTS,
  heightOf,
  put,
  putLeft,
  putRight,
  rule,
  select,
  type Font,
  type Pdf,
  type Setting,
} from './pdfkit-drawing.ts';

interface Peer {
  pdf: Pdf;
  texts: InvoiceTexts;
  document: InvoiceDocument;
  size: number;
  y: number;
}

/** Line height as a share of the text's size, as in Kontor's own layout. */
const ROW = 1.32;

function letter(peer: Peer): void {
  const { pdf, texts, document, size } = peer;
  const { ink, quiet, accent, line } = document.template.colours;
  const setting = (font: Font, factor: number, colour: string, row = ROW): Setting => ({
    font,
    size: size * factor,
    lineHeight: size * factor * row,
    colour,
  });
  put(pdf, texts.letterhead, MARGIN.left, LETTERHEAD.top, LETTERHEAD.width, setting('bold', 1.9, accent, 1.2));
  const { textLeft, textWidth, addressTop } = ADDRESS_FIELD;
  put(pdf, texts.senderLine, textLeft, addressTop - 13, textWidth, setting('regular', 0.75, quiet));
  rule(pdf, textLeft, textLeft + textWidth, addressTop - 2.5, 0.5, line);
  let y = addressTop;
  for (const row of texts.address) y += put(pdf, row, textLeft, y, textWidth, setting('regular', 1, ink, 1.22));

  const label = setting('regular', 0.9, quiet, 1.34);
  select(pdf, label);
  const labels = texts.information.flat().map((row) => pdf.widthOfString(row.label));
  const valueLeft = INFORMATION_BLOCK.left + Math.max(...labels) + label.size * 0.7;
  y = INFORMATION_BLOCK.top;
  for (const [index, group] of texts.information.entries()) {
    if (index > 0) y += label.lineHeight / 2;
    for (const row of group) {
      putLeft(pdf, row.label, INFORMATION_BLOCK.left, y, label);
      y += put(pdf, row.value, valueLeft, y, MARGIN.right - valueLeft, { ...label, colour: ink });
    }
  }
  for (const mark of FOLD_MARKS) rule(pdf, MARK.left, MARK.left + MARK.foldLength, mark, 0.35, quiet);
  y = Math.max(SUBJECT_TOP, y + size * ROW);
  y += put(pdf, texts.title, MARGIN.left, y, TEXT_WIDTH, setting('bold', 1.45, accent, 1.25));
  y += put(pdf, texts.subject, MARGIN.left, y, TEXT_WIDTH, setting('bold', 1, ink));
  peer.y = y + size * ROW * 0.6;
}

interface PlacedColumn {
  column: InvoiceTexts['columns'][number]['column'];
  label: string;
  left: number;
  width: number;
}

function columnsOf(peer: Peer): PlacedColumn[] {
  const { pdf, texts, size } = peer;
  const lines = texts.body.filter((entry): entry is LineText => entry.kind === 'line');
  let sum = 0;
  const carries = lines.map((line) => texts.money((sum += line.net)));
  const widths = texts.columns.map(({ column, label }) => {
    if (column === 'description') return 0;
    const labelWidth = pdf.font('bold').fontSize(size).widthOfString(label);
    pdf.font('regular');
    const cells = lines.map((line) => line.cells[column]).concat(column === 'lineNet' ? carries : []);
    return Math.max(labelWidth, ...cells.map((cell) => pdf.widthOfString(cell)));
  });
  const free = TEXT_WIDTH - widths.reduce((total, width) => total + width, 0) - size * (widths.length - 1);
  let left: number = MARGIN.left;
  return texts.columns.map(({ column, label }, index) => {
    const width = column === 'description' ? free : (widths[index] ?? 0);
    const placed = { column, label, left, width };
    left += width + size;
    return placed;
  });
}

const LEFT_COLUMNS = new Set(['position', 'description', 'unit']);

function cells(
  peer: Peer,
  columns: PlacedColumn[],
  y: number,
  setting: Setting,
  text: (column: PlacedColumn) => string,
): void {
  for (const column of columns) {
    if (LEFT_COLUMNS.has(column.column)) putLeft(peer.pdf, text(column), column.left, y, setting);
    else putRight(peer.pdf, text(column), column.left + column.width, y, setting);
  }
}

/** Draws the table and, kept together with its last row, the totals. */
function table(peer: Peer, bottom: number, totalsHeight: number): void {
  const { pdf, texts, size, document } = peer;
  const { ink, quiet, accent, line: lineColour } = document.template.colours;
  const columns = columnsOf(peer);
  const padding = size * 0.32;
  const lineHeight = size * ROW;
  const body: Setting = { font: 'regular', size, lineHeight, colour: ink };
  const side: Setting = { ...body, size: size * 0.93, lineHeight: size * 0.93 * ROW, colour: quiet };
  const carryHeight = lineHeight + padding * 2;
  const description = columns.find(({ column }) => column === 'description');
  const head = (): void => {
    cells(peer, columns, peer.y + padding, { ...body, font: 'bold', colour: accent }, ({ label }) => label);
    rule(pdf, MARGIN.left, MARGIN.right, peer.y + lineHeight + padding * 2, 0.9, accent);
    peer.y += lineHeight + padding * 2.5;
  };
  const carry = (label: string, sum: number): void => {
    putLeft(pdf, label, description?.left ?? MARGIN.left, peer.y + padding, { ...body, font: 'italic' });
    putRight(pdf, texts.money(sum), MARGIN.right, peer.y + padding, body);
    rule(pdf, MARGIN.left, MARGIN.right, peer.y + carryHeight, 0.35, lineColour);
    peer.y += carryHeight;
  };
  head();
  let sum = 0;
  let page = 1;
  for (const [index, entry] of texts.body.entries()) {
    if (entry.kind === 'text') throw new Error('the documents of the bench have no texts between lines');
    const width = description?.width ?? TEXT_WIDTH;
    const below = entry.description ? plainText(entry.description) : '';
    const height =
      heightOf(pdf, entry.cells.description, width, { ...body, font: 'bold' }) +
      (below === '' ? 0 : heightOf(pdf, below, width, side)) +
      (entry.discount === '' ? 0 : heightOf(pdf, entry.discount, width, side)) +
      padding * 2;
    const isLast = index === texts.body.length - 1;
    if (peer.y + height + (isLast ? totalsHeight : carryHeight) > bottom + 0.01) {
      carry(texts.carryForward(), sum);
      pdf.addPage();
      peer.y = FOLLOWING_PAGE.contentTop;
      head();
      carry(texts.carriedForward(page), sum);
      page += 1;
    }
    const top = peer.y + padding;
    cells(peer, columns, top, body, ({ column }) => (column === 'description' ? '' : entry.cells[column]));
    const left = description?.left ?? MARGIN.left;
    let y = top + put(pdf, entry.cells.description, left, top, width, { ...body, font: 'bold' });
    if (below !== '') y += put(pdf, below, left, y, width, side);
    if (entry.discount !== '') put(pdf, entry.discount, left, y, width, { ...side, colour: accent });
    peer.y += height;
    rule(pdf, MARGIN.left, MARGIN.right, peer.y, 0.35, lineColour);
    sum += entry.net;
  }
}

const TOTALS_LEFT = MARGIN.left + TEXT_WIDTH * 0.42;

function totalRowHeight(kind: string, size: number): number {
  return kind === 'gross' ? size * 1.15 * ROW + size * 1.2 : size * ROW + size * 0.15;
}

function totals(peer: Peer): void {
  const { pdf, texts, size, document } = peer;
  const { ink, accent } = document.template.colours;
  peer.y += size * 0.6;
  for (const row of texts.totals) {
    const isGross = row.kind === 'gross';
    const factor = isGross ? 1.15 : 1;
    const setting: Setting = {
      font: isGross ? 'bold' : 'regular',
      size: size * factor,
      lineHeight: size * factor * ROW,
      colour: isGross ? accent : ink,
    };
    const top = peer.y + (isGross ? size * 0.6 : 0);
    if (isGross) rule(pdf, TOTALS_LEFT, MARGIN.right, top - size * 0.3, 0.9, accent);
    putLeft(pdf, row.label, TOTALS_LEFT, top, setting);
    putRight(pdf, row.amount, MARGIN.right, top, setting);
    peer.y += totalRowHeight(row.kind, size);
    if (isGross) rule(pdf, TOTALS_LEFT, MARGIN.right, peer.y - size * 0.3, 0.9, accent);
  }
  peer.y += size * ROW;
}

function paragraphs(peer: Peer, rows: readonly string[], distance: number, bottom: number): void {
  const setting: Setting = {
    font: 'regular',
    size: peer.size,
    lineHeight: peer.size * ROW,
    colour: peer.document.template.colours.ink,
  };
  for (const row of rows) {
    if (peer.y + heightOf(peer.pdf, row, TEXT_WIDTH, setting) > bottom) {
      peer.pdf.addPage();
      peer.y = FOLLOWING_PAGE.contentTop;
    }
    peer.y += put(peer.pdf, row, MARGIN.left, peer.y, TEXT_WIDTH, setting) + setting.lineHeight * distance;
  }
}

function furniture(peer: Peer, columnsTop: number, legalTop: number): void {
  const { pdf, texts, size, document } = peer;
  const { quiet, line } = document.template.colours;
  const tiny: Setting = { font: 'regular', size: size * 0.75, lineHeight: size * 0.75 * ROW, colour: quiet };
  const { count } = pdf.bufferedPageRange();
  select(pdf, tiny);
  const widths = texts.footer.columns.map((rows) => Math.max(...rows.map((row) => pdf.widthOfString(row))));
  const gap = (TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)) / (widths.length - 1);
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    if (page > 0) {
      put(pdf, texts.followingHead, MARGIN.left, FOLLOWING_PAGE.headBaseline - 7, TEXT_WIDTH, tiny);
      rule(pdf, MARGIN.left, MARGIN.right, FOLLOWING_PAGE.headBaseline + 5, 0.5, line);
    }
    putRight(pdf, texts.page(page + 1, count), MARGIN.right, columnsTop - 4 - tiny.lineHeight - 3, tiny);
    rule(pdf, MARGIN.left, MARGIN.right, columnsTop - 4, 0.5, line);
    let x: number = MARGIN.left;
    for (const [index, rows] of texts.footer.columns.entries()) {
      for (const [line, row] of rows.entries()) putLeft(pdf, row, x, columnsTop + line * tiny.lineHeight, tiny);
      x += (widths[index] ?? 0) + gap;
    }
    put(pdf, texts.footer.legal, MARGIN.left, legalTop, TEXT_WIDTH, tiny);
  }
}

/** The same invoice drawn by pdfkit, as PDF/A-3b, with fonts that are parsed once per process. */
export function renderWithPdfkit(document: InvoiceDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const texts = invoiceTexts(document);
    const pdf = new PDFDocument({
      size: [A4.width, A4.height],
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-3b',
      lang: 'de-DE',
      info: { Title: texts.title, Author: document.seller.name, CreationDate: new Date(document.madeAt) },
      font: FONTS.regular,
    });
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    for (const [name, font] of Object.entries(FONTS)) pdf.registerFont(name, font);
    const size = document.template.fontSize;
    const peer: Peer = { pdf, texts, document, size, y: 0 };
    const tinyRow = size * 0.75 * ROW;
    const legalTop = FOOTER_BOTTOM - tinyRow;
    const columnsTop = legalTop - tinyRow * Math.max(...texts.footer.columns.map((rows) => rows.length)) - 2;
    const bottom = columnsTop - 4 - tinyRow - 3 - size * ROW * 0.5;
    letter(peer);
    paragraphs(
      peer,
      texts.intro.map((text) => plainText(text.content)),
      0.5,
      bottom,
    );
    const totalsHeight = texts.totals.reduce((sum, row) => sum + totalRowHeight(row.kind, size), size * 0.6);
    table(peer, bottom, totalsHeight);
    totals(peer);
    paragraphs(peer, texts.notes, 0.35, bottom);
    peer.y += size * ROW * 0.5;
    paragraphs(
      peer,
      texts.closing.map((text) => plainText(text.content)),
      0.5,
      bottom,
    );
    furniture(peer, columnsTop, legalTop);
    pdf.end();
  });
}
