import { expect } from 'vitest';
import type { Page, TextBox } from '../../../electron/host/output/pdf/layout/boxes.ts';
import { A4, MARGIN, MILLIMETRE } from '../../../electron/host/output/pdf/layout/geometry.ts';

/** Points as millimetres. */
export const mm = (points: number): number => points / MILLIMETRE;
export const textBoxes = (page: Page | undefined): TextBox[] => page?.boxes.filter((box) => box.kind === 'text') ?? [];
export const find = (page: Page | undefined, text: string): TextBox | undefined =>
  textBoxes(page).find((box) => box.text === text);

export function boxOf(page: Page | undefined, text: string): TextBox {
  const box = find(page, text);
  if (!box) throw new Error(`no "${text}" on the page`);
  return box;
}

export const pageOf = (pages: Page[], text: string): number => pages.findIndex((page) => find(page, text));

/** Boxes that must stay within the text area: all but fold marks, watermark. */
export function expectInsideMargins(pages: Page[]): void {
  for (const box of pages.flatMap(textBoxes)) {
    expect(box.x, box.text).toBeGreaterThanOrEqual(MARGIN.left - 0.01);
    expect(box.x + box.width, box.text).toBeLessThanOrEqual(MARGIN.right + 0.01);
    expect(box.y - box.size, box.text).toBeGreaterThan(mm(20));
    expect(box.y + box.size * 0.3, box.text).toBeLessThan(A4.height - 5 * MILLIMETRE);
  }
}

/** No two texts of a page may touch: same baseline and overlapping extents. */
export function expectNoOverlap(pages: Page[]): void {
  for (const page of pages) {
    const boxes = textBoxes(page);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const sharesRows = Math.abs(box.y - other.y) < Math.min(box.size, other.size) * 0.72;
        const sharesColumns = box.x + box.width > other.x + 0.01 && other.x + other.width > box.x + 0.01;
        expect(sharesRows && sharesColumns, `"${box.text}" and "${other.text}"`).toBe(false);
      }
    }
  }
}
