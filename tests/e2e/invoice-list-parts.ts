import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';
import { button } from './invoice-drafts.ts';

/** The rows of the list. */
export const rows = (page: Page): Locator => page.locator('tbody tr');

/** The filter, folded out. */
export const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Filter' });

/** One of the lists by status. */
export const tab = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Listen nach Status' }).getByRole('button', { name });

export const search = (page: Page): Locator => page.getByLabel('Bezeichnung oder Nummer suchen');

/** What the list is filtered by. */
export const chips = (page: Page): Locator => page.getByRole('list', { name: 'Aktive Filter' }).getByRole('listitem');

/** A word that only one test uses: tests of a worker share an office. */
export const unique = (): string => crypto.randomUUID().slice(0, 8);

/** Folds the filter out by its button. */
export async function openDrawer(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  await button(page, 'Filter').click();
  await expect(drawer(page)).toBeVisible();
}

/** Chooses one more in a field of the filter by typing. */
export async function pick(page: Page, label: string, typed: string, option: string): Promise<void> {
  await drawer(page).getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
}

export const apply = (page: Page): Promise<void> => button(drawer(page), 'Anwenden').click();
