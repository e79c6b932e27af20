/** A browser on a host of its own, as the cases of the window measure it. */
import { chromium, type Browser, type Page } from '@playwright/test';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { CHROMIUM_SWITCHES, findBrowser } from '../../../build/lib/browser.ts';
import { buildWindow, isBuildDue } from '../../../build/lib/window-build.ts';
import { makeSeed } from '../../e2e/seed.ts';
import { startOffice, type OfficeOrigin, type RunningOffice } from '../../e2e/offices.ts';

export interface MeasuredWindow {
  office: RunningOffice;
  /** A new page at the office, logged in; the browser's caches stay warm from one to the next. */
  newPage: () => Promise<Page>;
  close: () => Promise<void>;
}

/**
 * Starts a host on this office and a browser beside it; the window is built when it is older than its sources.
 * @throws Error when there is no browser
 */
export async function openMeasuredWindow(of: OfficeOrigin): Promise<MeasuredWindow> {
  if (isBuildDue() && (await buildWindow()).code !== 0) throw new Error('the window cannot be built');
  const ends: (() => unknown)[] = [];
  // What is open would keep the run from ending.
  const close = async (): Promise<void> => {
    for (const end of ends.reverse()) await end();
  };
  try {
    if (of === 'demo') ends.push(makeSeed());
    const office = await startOffice(of);
    ends.push(office.stop);
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    const context = await browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 800 },
    });
    await context.addCookies([{ ...office.cookie, httpOnly: true, sameSite: 'Strict' }]);
    return { office, newPage: () => context.newPage(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no browser: npm test brings one');
  return chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
}

/** A case of the window: `open` once before it is measured, and both sides work on what it gives. */
export function windowCase<T extends MeasuredWindow>(
  common: Pick<BenchCase, 'case' | 'against' | 'unit' | 'goalId'>,
  open: () => Promise<T>,
  sides: Record<'ours' | 'peer', (opened: T, round: number) => Promise<number> | number>,
): BenchCase {
  let opened: T | undefined;
  const on = (side: keyof typeof sides) => (round: number) => {
    if (opened === undefined) throw new Error('nothing was opened');
    return sides[side](opened, round);
  };
  return {
    ...common,
    prove: async () => {
      opened = await open();
    },
    ours: on('ours'),
    peer: on('peer'),
    close: () => opened?.close(),
  };
}

/** Milliseconds from the start of the navigation until the first element of this selector has been painted. */
export async function timeToPaint(page: Page, address: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) return void requestAnimationFrame(look);
      // The frame that paints it is over when the next task runs.
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { paintedAt: performance.now() })));
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(address);
  const painted = await page.waitForFunction(() => (window as { paintedAt?: number }).paintedAt);
  return (await painted.jsonValue()) ?? 0;
}

/** The figure that 95 % of these do not exceed. */
export function percentile95(figures: number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const figure = sorted[Math.ceil(sorted.length * 0.95) - 1];
  if (figure === undefined) throw new Error('no figures');
  return figure;
}
