import type { InvoiceTexts } from '../texts/invoice-texts.ts';
import { ARTIFACT, heightOf, type Box, type Page, type Strip, type WatermarkBox } from './boxes.ts';
import { A4, FOLLOWING_PAGE, FOOTER_BOTTOM, MARGIN, TEXT_WIDTH } from './geometry.ts';
import { BASELINE, type Style } from './style.ts';
import { plainStrips, rightAligned, type Setting } from './text.ts';

const COLUMN_GAP = 14;

/** Made anew for every page, because boxes have one place. */
export interface Footer {
  /** Upper edge, that is the lower edge of the content. */
  top: number;
  boxes(page: number, pages: number): Box[];
}

/** Left edges and widths: as wide as their texts and spread over the page if they fit, else of equal width. */
function columnPlaces(columns: readonly string[][], style: Style): { x: number; width: number }[] {
  const natural = columns.map((lines) => Math.max(...lines.map((line) => style.faces.regular.width(line, style.tiny))));
  const sum = natural.reduce((total, width) => total + width, 0);
  const gap = (TEXT_WIDTH - sum) / Math.max(1, columns.length - 1);
  let x: number = MARGIN.left;
  return natural.map((width) => {
    const equal = (TEXT_WIDTH - COLUMN_GAP * (columns.length - 1)) / columns.length;
    const place = { x, width: gap >= COLUMN_GAP ? width + 0.01 : equal };
    x += gap >= COLUMN_GAP ? width + gap : equal + COLUMN_GAP;
    return place;
  });
}

function setting(style: Style, x: number, width: number): Setting {
  return {
    element: ARTIFACT,
    x,
    width,
    size: style.tiny,
    lineHeight: style.tinyLineHeight,
    colour: style.colours.quiet,
  };
}

function placed(strips: readonly Strip[], top: number): Box[] {
  let y = top;
  return strips.flatMap((strip) => {
    const boxes = strip.boxes.map((box) =>
      box.kind === 'rule' ? { ...box, y1: box.y1 + y, y2: box.y2 + y } : { ...box, y: box.y + y },
    );
    y += strip.height;
    return boxes;
  });
}

/** Seller's address, ways to reach it, tax numbers, bank and legal information, with the page's number above. */
export function prepareFooter(texts: InvoiceTexts, style: Style): Footer {
  const { columns, legal } = texts.footer;
  const places = columnPlaces(columns, style);
  const columnStrips = columns.map((lines, index) => {
    const { x, width } = places[index] ?? { x: MARGIN.left, width: TEXT_WIDTH };
    return lines.flatMap((line) => plainStrips(line, 'regular', setting(style, x, width), style));
  });
  const legalStrips = legal === '' ? [] : plainStrips(legal, 'regular', setting(style, MARGIN.left, TEXT_WIDTH), style);
  const columnsHeight = Math.max(0, ...columnStrips.map(heightOf));
  const legalTop = FOOTER_BOTTOM - heightOf(legalStrips);
  const columnsTop = legalTop - columnsHeight - (legal === '' ? 0 : 2);
  const ruleY = columnsTop - 4;
  const pageTop = ruleY - style.tinyLineHeight - 3;
  return {
    top: pageTop - style.lineHeight * 0.5,
    boxes: (page, pages) => [
      rightAligned(
        texts.page(page, pages),
        'regular',
        { ...setting(style, 0, 0), right: MARGIN.right },
        style,
        pageTop,
      ),
      {
        kind: 'rule',
        element: ARTIFACT,
        colour: style.colours.line,
        thickness: 0.5,
        x1: MARGIN.left,
        y1: ruleY,
        x2: MARGIN.right,
        y2: ruleY,
      },
      ...columnStrips.flatMap((strips) => placed(strips, columnsTop)),
      ...placed(legalStrips, legalTop),
    ],
  };
}

/** Who, what and when, in one row at the top of following pages. */
export function followingHeadBoxes(texts: InvoiceTexts, style: Style): Box[] {
  const { headBaseline } = FOLLOWING_PAGE;
  const ruleY = headBaseline + style.tiny * 0.7;
  const own = setting(style, MARGIN.left, TEXT_WIDTH);
  const [row] = plainStrips(texts.followingHead, 'regular', own, style);
  return [
    ...(row ? placed([row], headBaseline - style.tinyLineHeight * BASELINE) : []),
    {
      kind: 'rule',
      element: ARTIFACT,
      colour: style.colours.line,
      thickness: 0.5,
      x1: MARGIN.left,
      y1: ruleY,
      x2: MARGIN.right,
      y2: ruleY,
    },
  ];
}

const WATERMARK_COLOUR = '#eceef0';

/** "ENTWURF" along the page's diagonal; opaque and first on the page, because it lies behind everything. */
export function watermark(text: string, style: Style): WatermarkBox {
  const angle = 52;
  const length = style.faces.bold.width(text, 1);
  const size = Math.min(130, (A4.height * 0.75) / length);
  const radians = (angle * Math.PI) / 180;
  // Centres the text's middle, a third of the size above its baseline, on the page's middle.
  const x = A4.width / 2 - (Math.cos(radians) * length * size) / 2 + (Math.sin(radians) * size) / 3;
  const y = A4.height / 2 + (Math.sin(radians) * length * size) / 2 + (Math.cos(radians) * size) / 3;
  return { kind: 'watermark', element: ARTIFACT, text, face: 'bold', size, colour: WATERMARK_COLOUR, x, y, angle };
}

/** Completes every page with what all pages share. */
export function addFurniture(pages: readonly Page[], texts: InvoiceTexts, style: Style, footer: Footer): void {
  for (const [index, page] of pages.entries()) {
    if (texts.draftMark !== '') page.boxes.unshift(watermark(texts.draftMark, style));
    if (index > 0) page.boxes.push(...followingHeadBoxes(texts, style));
    page.boxes.push(...footer.boxes(index + 1, pages.length));
  }
}
