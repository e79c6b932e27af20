/** From the key that saves a change to the page that shows it. */
import type { Page } from '@playwright/test';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { openMeasuredWindow, percentile95, type MeasuredWindow } from './browser.ts';
import { largeDraft, openDraft } from './large-draft.ts';

const POSITIONS = 50;
const CHANGES = 20;
const LIMIT = 150;

/** The page beside the editor of a draft with 50 positions: key to painted page. */
export function paintedPageCase(): BenchCase {
  let window: MeasuredWindow | undefined;
  let page: Page | undefined;
  return {
    case: `window: from the key to the painted page, ${POSITIONS} positions, 95 of 100`,
    against: `${LIMIT} ms`,
    unit: 'ms',
    goalId: 'window-limit',
    prove: async () => {
      window = await openMeasuredWindow('demo');
      const { id } = await largeDraft(window.office, POSITIONS);
      page = await window.newPage();
      await openDraft(page, window.office, id);
    },
    ours: async (round) => {
      if (page === undefined) throw new Error('nothing was opened');
      const figures: number[] = [];
      for (let change = 0; change < CHANGES; change++) figures.push(await changePrice(page, 100 + round * 50 + change));
      return percentile95(figures);
    },
    peer: () => LIMIT,
    close: () => window?.close(),
  };
}

/** Changes the price of the first position; milliseconds from Ctrl+Enter until the changed page is painted. */
async function changePrice(page: Page, price: number): Promise<number> {
  await page.locator('tbody tr', { hasText: 'Position 1' }).first().dblclick();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Preis/Einheit').fill(`${price},50`);
  // Somebody who types a price does not press the next key while the dialog still opens.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.evaluate(() => {
    const view = document.querySelector('[data-painted]');
    if (view === null) throw new Error('there is no page');
    // Looking for it frame by frame would make frames that nobody else wants.
    const keyToPage = new Promise<number>((resolve) => {
      const heard = ({ key, timeStamp }: KeyboardEvent): void => {
        // "Control" comes before it.
        if (key !== 'Enter') return;
        removeEventListener('keydown', heard, true);
        const observer = new MutationObserver(() => {
          observer.disconnect();
          // The frame that paints it is over when the next task runs.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        });
        observer.observe(view, { attributeFilter: ['data-painted'] });
      };
      addEventListener('keydown', heard, true);
    });
    Object.assign(window, { keyToPage });
  });
  await page.keyboard.press('Control+Enter');
  return page.evaluate(() => (window as { keyToPage?: Promise<number> }).keyToPage ?? 0);
}
