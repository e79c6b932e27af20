import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** More than any view or dialog has places to stop at. */
const MOST_STOPS = 150;
const POINTER_EVENTS = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'];

/** Counts whatever a mouse or a finger would do on this page, from the next load on. */
export async function watchPointer(page: Page): Promise<{ count: () => Promise<number> }> {
  await page.addInitScript((names) => {
    const counter = { count: 0 };
    for (const name of names) addEventListener(name, () => (counter.count += 1), { capture: true, passive: true });
    Object.assign(window, { pointerEvents: counter });
  }, POINTER_EVENTS);
  return {
    count: () => page.evaluate(() => (window as unknown as { pointerEvents: { count: number } }).pointerEvents.count),
  };
}

/** Presses Tab until the focus is here, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  const here = await page.locator(':focus').evaluateAll(([element]) => element?.outerHTML ?? 'nothing');
  throw new Error(`no way by Tab to ${String(target)}; the focus is at ${here}`);
}

/** Goes to a field by Tab and types over what it holds. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a button or a link by Tab and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
