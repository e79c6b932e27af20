/** Many drafts finalised at once through the window: against as many single calls, and what it costs meanwhile. */
import type { Page } from '@playwright/test';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { timed } from '../../../build/lib/bench.ts';
import { formatNumber } from '#shared/domain/number-format.ts';
import { button, dialogOf, makeDraft } from '../../e2e/invoice-drafts.ts';
import { openMeasuredWindow, percentile95, windowCase, type MeasuredWindow } from './browser.ts';

/** In one go, as step 4 asks: of fewer, the dialog itself would count more than the work. */
const MANY = 1000;
/** Of each round where the window is watched: 1,000 after the five that count. */
const DRAFTS = 200;
/** As the window writes it. */
const shown = (count: number): string => formatNumber(count, 0, 'de');
const FRAME_LIMIT = 50;

interface Bulk extends MeasuredWindow {
  page: Page;
}

async function openList(): Promise<Bulk> {
  const window = await openMeasuredWindow('demo');
  const page = await window.newPage();
  await page.goto(window.office.origin);
  return { ...window, page };
}

/** Drafts of this Bezeichnung, all of them ready. */
async function makeDrafts({ office }: Bulk, title: string, count: number): Promise<{ id: number; revision: number }[]> {
  const drafts = [];
  for (let index = 0; index < count; index++) drafts.push(await makeDraft(office, { title }));
  return drafts;
}

/** Chooses all drafts of a Bezeichnung and has them finalised; from the click to the result, in milliseconds. */
async function finaliseInBulk(bulk: Bulk, title: string, count = DRAFTS): Promise<number> {
  const { page } = bulk;
  await makeDrafts(bulk, title, count);
  await page.getByRole('searchbox').fill(title);
  await button(page, 'Mehrere auswählen').click();
  await button(page, `Alle ${shown(count)} der Liste auswählen`).click();
  await button(page, 'Finalisieren').click();
  const dialog = dialogOf(page, 'Rechnungen finalisieren');
  const figure = await timed(async () => {
    await button(dialog, 'Finalisieren').click();
    await dialog.getByText(`${shown(count)} erledigt`).waitFor({ timeout: 120_000 });
  });
  await button(dialog, 'Schließen').click();
  await dialog.waitFor({ state: 'hidden' });
  return figure;
}

async function finaliseOneByOne(bulk: Bulk, title: string, count: number): Promise<number> {
  const drafts = await makeDrafts(bulk, title, count);
  const { api } = bulk.office;
  return timed(async () => {
    for (const { id, revision } of drafts) {
      await api['invoices.finalise']({ id, expectedRevision: revision, requestId: crypto.randomUUID() });
    }
  });
}

/** What the page's own objects take, in MB, after what is no longer used is gone. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** From one frame to the next, the slowest five of a hundred left out. */
async function framesWhile(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watched = { frames: [] as number[], isOver: false };
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      watched.frames.push(now - last);
      last = now;
      if (!watched.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { watched });
  });
  await work();
  const frames = await page.evaluate(() => {
    const { watched } = window as unknown as { watched: { frames: number[]; isOver: boolean } };
    watched.isOver = true;
    return watched.frames;
  });
  return percentile95(frames);
}

export function bulkCases(): BenchCase[] {
  const heaps: number[] = [];
  return [
    windowCase(
      {
        ...{ case: `window: finalising ${shown(MANY)} in bulk`, against: 'as many single calls' },
        ...{ unit: 'ms', goalId: 'window-bulk' },
      },
      openList,
      {
        ours: (bulk, round) => finaliseInBulk(bulk, `Sammel ${round}x`, MANY),
        peer: (bulk, round) => finaliseOneByOne(bulk, `Einzeln ${round}x`, MANY),
      },
    ),
    windowCase(
      {
        ...{ case: `window: its memory after each ${DRAFTS} in bulk`, against: 'after the first' },
        ...{ unit: 'MB', goalId: 'window-bulk-memory' },
      },
      openList,
      {
        ours: async (bulk, round) => {
          await finaliseInBulk(bulk, `Speicher ${round}x`);
          heaps.push(await heapOf(bulk.page));
          return heaps.at(-1) ?? 0;
        },
        peer: () => heaps[0] ?? 0,
      },
    ),
    windowCase(
      {
        ...{ case: `window: from frame to frame while ${DRAFTS} become final, 95 of 100` },
        ...{ against: `${FRAME_LIMIT} ms`, unit: 'ms', goalId: 'window-limit' },
      },
      openList,
      {
        ours: (bulk, round) => framesWhile(bulk.page, () => finaliseInBulk(bulk, `Bilder ${round}x`)),
        peer: () => FRAME_LIMIT,
      },
    ),
  ];
}
