/** Takes the pictures of the handbook: each in both themes, and outside of the time that the job takes. */
import { expect, type Locator, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withPalette } from './small-png.ts';

export const PICTURES = resolve(import.meta.dirname, '../../docs/handbuch/bilder');

/** As the files end. */
const THEMES = { light: 'hell', dark: 'dunkel' } as const;
/** What stays visible around a dialog, in pixels. */
const MARGIN = 24;

export interface Camera {
  /** Takes `name-hell.png` and `name-dunkel.png`: of the window, or of this part of it. */
  shoot: (name: string, part?: Locator) => Promise<void>;
  /** How long all pictures took so far, in milliseconds. */
  pausedFor: () => number;
}

/** A camera for this page; every name begins with the prefix. */
export function cameraFor(page: Page, prefix = ''): Camera {
  let paused = 0;
  return {
    shoot: async (name, part) => {
      const start = performance.now();
      await mkdir(PICTURES, { recursive: true });
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(page.locator(`.v-application.v-theme--${colorScheme}`)).toBeVisible();
        // A bar with a value shows a figure; one without shows that something is still to come.
        const waiting = page.locator('.v-skeleton-loader, [role="progressbar"]:not([aria-valuenow]):visible');
        await expect(waiting).toHaveCount(0);
        await settled(page);
        const path = join(PICTURES, `${prefix}${name}-${THEMES[colorScheme]}.png`);
        const clip = part && (await clipOf(page, part));
        const png = await page.screenshot({
          scale: 'css',
          animations: 'disabled',
          caret: 'hide',
          ...(clip && { clip }),
        });
        await writeFile(path, withPalette(png));
      }
      paused += performance.now() - start;
    },
    pausedFor: () => paused,
  };
}

/** Colours that change are not yet those of the theme, and letters may still come. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // The change of the theme begins in the next frame.
    for (let count = 0; count < 3; count += 1) await frame();
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => null)));
  });
}

async function clipOf(page: Page, part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  // A dialog is as large as the window; what people see of it is its card.
  const card = part.locator('.v-card').first();
  const seen = (await card.count()) > 0 ? card : part;
  const { x, y, width, height } = (await seen.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const left = Math.max(0, Math.floor(x - MARGIN));
  const top = Math.max(0, Math.floor(y - MARGIN));
  return {
    ...{ x: left, y: top },
    width: Math.min(window.width, Math.ceil(x + width + MARGIN)) - left,
    height: Math.min(window.height, Math.ceil(y + height + MARGIN)) - top,
  };
}
