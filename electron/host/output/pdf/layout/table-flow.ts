import type { InvoiceTexts } from '../texts/invoice-texts.ts';
import { heightOf, type Strip } from './boxes.ts';
import { fits, fitsOnPage, newPage, placeStrip, placeStrips, placeTogether, space, type Flow } from './flow.ts';
import { carryStrip, headStrip, prepareTable, tableBlocks, type Block, type Table } from './table.ts';
import type { Style } from './style.ts';

/** A row lower than this share of a page is never divided. */
const KEPT_TOGETHER = 0.5;
/** Padding, title and a row of the description: less of a divided row is not left at the foot of a page. */
const STRIPS_LEFT_BEHIND = 3;
/** Which strip of a row holds its figures: the one below the padding. */
const FIGURES_STRIP = 1;

interface Running {
  flow: Flow;
  table: Table;
  texts: InvoiceTexts;
  carries: boolean;
  /** Of the nets printed so far; null before the first. */
  sum: number | null;
  /** Height of the carry-forward at the foot of a page. */
  footHeight: number;
}

function breakTable(running: Running, withHead: boolean): void {
  const { flow, table, texts, sum } = running;
  const carried = running.carries && sum !== null;
  const page = flow.pages.length;
  if (carried) placeStrip(flow, carryStrip(table, texts.carryForward(), texts.money(sum)));
  newPage(flow);
  if (withHead) placeStrip(flow, headStrip(table, false));
  if (carried) placeStrip(flow, carryStrip(table, texts.carriedForward(page), texts.money(sum)));
}

function count(running: Running, block: Block): void {
  if (block.net !== null) running.sum = (running.sum ?? 0) + block.net;
}

function isDivided(block: Block, pageHeight: number): boolean {
  return block.height > pageHeight * KEPT_TOGETHER;
}

/** What has to stay on one page with whatever precedes a block. */
function beginningOf(block: Block, pageHeight: number): number {
  return isDivided(block, pageHeight) ? heightOf(block.strips.slice(0, STRIPS_LEFT_BEHIND)) : block.height;
}

function placeDivided(running: Running, block: Block, limit: number): void {
  const { flow } = running;
  if (!fits(flow, heightOf(block.strips.slice(0, STRIPS_LEFT_BEHIND)), limit)) breakTable(running, true);
  for (const [index, strip] of block.strips.entries()) {
    if (!fits(flow, strip.height, limit)) {
      breakTable(running, true);
      space(flow, running.table.padding);
    }
    placeStrip(flow, strip);
    // The amount stands beside the first row of text, so a break further below carries it along.
    if (index === FIGURES_STRIP) count(running, block);
  }
}

/**
 * Lines, texts between them and the totals: the head on every page, rows in one piece where possible, a text together
 * with what follows it, the totals in one piece and never without the last row if a page can hold both.
 */
export function placeTable(
  flow: Flow,
  texts: InvoiceTexts,
  style: Style,
  totals: readonly Strip[],
  carries: boolean,
): void {
  if (texts.body.length === 0) {
    placeTogether(flow, totals);
    return;
  }
  const table = prepareTable(texts, style);
  const blocks = tableBlocks(table, texts);
  const head = headStrip(table, true);
  const footHeight = carries ? carryStrip(table, '', '').height : 0;
  const running: Running = { flow, table, texts, carries, sum: null, footHeight };
  const limit = flow.bottom - footHeight;
  const pageHeight = limit - flow.top - head.height - footHeight;
  const totalsHeight = heightOf(totals);

  const [first] = blocks;
  const start = head.height + (first ? beginningOf(first, pageHeight) : 0);
  if (!fits(flow, start, limit)) newPage(flow);
  placeStrip(flow, head);

  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (isDivided(block, pageHeight)) {
      placeDivided(running, block, limit);
      continue;
    }
    const keepsTotals = !next && block.height + totalsHeight <= pageHeight;
    // A text leads over to the next line; the last row holds on to the totals, and no carry-forward follows those.
    const followed = keepsTotals ? totalsHeight : next && block.net === null ? beginningOf(next, pageHeight) : 0;
    if (!fits(flow, block.height + followed, keepsTotals ? flow.bottom : limit)) breakTable(running, true);
    placeStrips(flow, block.strips);
    count(running, block);
  }
  placeTotals(running, totals, totalsHeight);
}

function placeTotals(running: Running, totals: readonly Strip[], height: number): void {
  const { flow } = running;
  if (!fits(flow, height) && fitsOnPage(flow, height + running.footHeight)) breakTable(running, false);
  placeTogether(flow, totals);
  space(flow, running.table.lineHeight);
}
