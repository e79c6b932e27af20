import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** Inside of the page, where `expectAccessible` has put it. */
declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Only colours differ between the themes, so the dark one is looked at for these alone. */
const LOOKS = [
  { colorScheme: 'light', runOnly: null },
  { colorScheme: 'dark', runOnly: ['color-contrast', 'link-in-text-block'] },
] as const;

/**
 * What axe finds on the page as it stands, in the light and in the dark theme: nothing. Axe itself and not its adapter for
 * Playwright, which loads it anew for each look and looks into frames, of which the window has none: a fifth of the time.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const { colorScheme, runOnly } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`.v-application.v-theme--${colorScheme}`)).toBeVisible();
    const violations = await look(page, runOnly);
    const shown = violations.filter((violation) => !isPopup(violation));
    expect(shown.map(({ id, html }) => `${colorScheme}: ${id} at ${html[0] ?? ''}`)).toEqual([]);
  }
}

interface Violation {
  id: string;
  /** Of each element that it is about. */
  html: string[];
}

function look(page: Page, rules: readonly string[] | null): Promise<Violation[]> {
  return page.evaluate(async (runOnly) => {
    if (window.axe === undefined) throw new Error('axe is not in the page');
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(runOnly !== null && { runOnly: [...runOnly] }),
    });
    return violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }));
  }, rules);
}

/** Menus lie beside the landmarks, in a container of Vuetify's, and have roles and names of their own. */
function isPopup({ id, html }: Violation): boolean {
  return id === 'region' && html.every((element) => element.startsWith('<div class="v-overlay-container'));
}
