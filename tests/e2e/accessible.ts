import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands, in the light and in the dark theme: nothing. Only colours differ between the themes,
 * so the dark one is looked at for these alone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`.v-application.v-theme--${colorScheme}`)).toBeVisible();
    // The window has no frames: without the way through them, which opens a page of its own for each look.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const shown = violations.filter((violation) => !isPopup(violation));
    expect(shown.map(({ id, nodes }) => `${colorScheme}: ${id} at ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
}

/** Menus lie beside the landmarks, in a container of Vuetify's, and have roles and names of their own. */
function isPopup({ id, nodes }: { id: string; nodes: { html: string }[] }): boolean {
  return id === 'region' && nodes.every(({ html }) => html.startsWith('<div class="v-overlay-container'));
}
