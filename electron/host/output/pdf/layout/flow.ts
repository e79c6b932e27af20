import { heightOf, moveDown, type Box, type Page, type Strip } from './boxes.ts';

/** The place where the next strip goes; content runs between `y` and `bottom`. */
export interface Flow {
  pages: Page[];
  page: Page;
  y: number;
  /** Upper edge of the content on following pages. */
  readonly top: number;
  readonly bottom: number;
}

/** Begins a document whose first page has content from `y` on. */
export function startFlow(y: number, top: number, bottom: number): Flow {
  const page: Page = { boxes: [] };
  return { pages: [page], page, y, top, bottom };
}

export function newPage(flow: Flow): void {
  flow.page = { boxes: [] };
  flow.pages.push(flow.page);
  flow.y = flow.top;
}

export function fits(flow: Flow, height: number, bottom = flow.bottom): boolean {
  return flow.y + height <= bottom + 0.01;
}

/** Whether nothing larger could fit on a page of its own. */
export function fitsOnPage(flow: Flow, height: number): boolean {
  return flow.top + height <= flow.bottom + 0.01;
}

/** Puts boxes at fixed places of the current page. */
export function addBoxes(flow: Flow, boxes: readonly Box[]): void {
  for (const box of boxes) flow.page.boxes.push(box);
}

export function placeStrip(flow: Flow, strip: Strip): void {
  moveDown(strip.boxes, flow.y);
  addBoxes(flow, strip.boxes);
  flow.y += strip.height;
}

export function placeStrips(flow: Flow, strips: readonly Strip[]): void {
  for (const strip of strips) placeStrip(flow, strip);
}

export function space(flow: Flow, height: number): void {
  // At the top of a page a distance to what is above would be a hole.
  if (flow.y > flow.top) flow.y += height;
}

/** On one page if any page can hold it, else strip by strip. */
export function placeTogether(flow: Flow, strips: readonly Strip[]): void {
  const height = heightOf(strips);
  if (!fits(flow, height) && fitsOnPage(flow, height)) newPage(flow);
  for (const strip of strips) {
    if (!fits(flow, strip.height)) newPage(flow);
    placeStrip(flow, strip);
  }
}

/** Rows that may be divided between pages, but leave no single row behind or ahead. */
export function placeRunning(flow: Flow, strips: readonly Strip[]): void {
  for (const [index, strip] of strips.entries()) {
    const left = strips.length - index;
    const isStart = index === 0 && strips.length > 1;
    const isBeforeLast = left === 2;
    const needed = isStart || isBeforeLast ? heightOf(strips.slice(index, index + 2)) : strip.height;
    if (!fits(flow, needed)) newPage(flow);
    placeStrip(flow, strip);
  }
}
