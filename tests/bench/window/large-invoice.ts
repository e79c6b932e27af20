/** The editor with 500 and with 1,000 positions: opening, typing, and how much of it is in the page. */
import type { Page } from '@playwright/test';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { openMeasuredWindow, windowCase, type MeasuredWindow } from './browser.ts';
import { largeDraft, openDraft } from './large-draft.ts';

const OPEN_LIMIT = 300;
const LONG_TASK = 50;
const NODE_LIMIT = 3_000;
const TYPED = 'Wartung der Anlage im Erdgeschoss, Pumpe und Filter getauscht';

interface LargeInvoice extends MeasuredWindow {
  id: number;
  page: Page;
}

async function openLarge(positions: number): Promise<LargeInvoice> {
  const window = await openMeasuredWindow('demo');
  const { id } = await largeDraft(window.office, positions);
  const page = await window.newPage();
  await openDraft(page, window.office, id);
  return { ...window, id, page };
}

/** On an invoice with this many positions. */
const largeCase = (
  positions: number,
  common: Pick<BenchCase, 'case' | 'against' | 'unit'>,
  sides: Record<'ours' | 'peer', (large: LargeInvoice) => Promise<number> | number>,
): BenchCase => windowCase({ ...common, goalId: 'window-limit' }, () => openLarge(positions), sides);

/** From the list to the painted positions of the invoice. */
async function open({ page, id }: LargeInvoice): Promise<number> {
  await page.evaluate(() => (location.hash = '#/rechnungen'));
  await page.locator('tbody tr a').first().waitFor();
  return page.evaluate(
    (invoice) =>
      new Promise<number>((settle) => {
        const began = performance.now();
        const look = (): void => {
          const isThere = document.querySelector('table.entries tbody tr') !== null;
          if (!isThere) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => settle(performance.now() - began)));
        };
        location.hash = `#/rechnungen/${invoice}`;
        requestAnimationFrame(look);
      }),
    id,
  );
}

/** The longest that an event of typing keeps the page busy, in the focused field. */
async function type(page: Page): Promise<number> {
  await page.evaluate(() => {
    const longest = { duration: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.duration = Math.max(longest.duration, duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  await page.keyboard.type(TYPED, { delay: 15 });
  return page.evaluate(
    () =>
      new Promise<number>((settle) => {
        setTimeout(() => settle((window as unknown as { longest: { duration: number } }).longest.duration), 100);
      }),
  );
}

/** Types the description of the first position of a large invoice, then throws it away. */
async function typeInDialog({ page }: LargeInvoice): Promise<number> {
  await page.locator('tbody tr', { hasText: 'Position 1' }).first().dblclick();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titel').focus();
  const figure = await type(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return figure;
}

/** The same typing in a field of an empty page; at least what counts as a long task at all. */
async function typeInEmptyField({ page }: LargeInvoice): Promise<number> {
  const empty = await page.context().newPage();
  await empty.setContent('<input aria-label="empty">');
  await empty.getByLabel('empty').focus();
  const figure = await type(empty);
  await empty.close();
  return Math.max(figure, LONG_TASK);
}

/** All cases of the editor with many positions. */
export function largeInvoiceCases(): BenchCase[] {
  return [
    largeCase(
      500,
      { case: 'window: opening an invoice with 500 positions', against: `${OPEN_LIMIT} ms`, unit: 'ms' },
      { ours: open, peer: () => OPEN_LIMIT },
    ),
    largeCase(
      500,
      {
        case: 'window: longest task while typing 60 characters at 500 positions',
        against: `an empty field, at least ${LONG_TASK} ms`,
        unit: 'ms',
      },
      { ours: typeInDialog, peer: typeInEmptyField },
    ),
    largeCase(
      1_000,
      { case: 'window: elements of the page at 1,000 positions', against: String(NODE_LIMIT), unit: 'elements' },
      {
        ours: ({ page }) => page.evaluate(() => document.querySelectorAll('*').length),
        peer: () => NODE_LIMIT,
      },
    ),
  ];
}
