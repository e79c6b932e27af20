/** What tests need beyond node_modules, and what CI insists on through `KONTOR_REQUIRE`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './root.ts';

/** Each thing that `KONTOR_REQUIRE` can name: whether it is there, brought along if that is possible, and what its absence means. */
const THINGS: Record<string, { isThere: () => Promise<boolean>; absence: string }> = {
  rules: {
    isThere: async () =>
      existsSync(resolve(process.env['KONTOR_EINVOICE'] ?? resolve(ROOT, '../shared/einvoice'), 'validator')),
    absence: 'official rules not found',
  },
  // Loaded with the first question: `--help` shall not load Playwright.
  browser: {
    isThere: async () => (await (await import('./browser.ts')).bringBrowser()) !== null,
    absence: 'no browser found and none to be had',
  },
  electron: {
    isThere: async () => (await (await import('./electron.ts')).bringElectron()) !== null,
    absence: 'no Electron with a display found and none to be had',
  },
};

export interface Requirements {
  /** Of the things asked for, those that are there. */
  present: string[];
  failures: string[];
  skips: string[];
}

/**
 * What `named` (comma-separated, as in `KONTOR_REQUIRE`) holds and is absent or unknown is a failure; what is absent and not
 * named is only skipped. One line each. Only the things asked for are looked for.
 */
export async function findAbsent(named: string, things: readonly string[]): Promise<Requirements> {
  const required = named.split(',').filter((name) => name !== '');
  const result: Requirements = {
    present: [],
    failures: required
      .filter((name) => !(name in THINGS))
      .map((name) => `KONTOR_REQUIRE names ${name}, which is unknown`),
    skips: [],
  };
  for (const [name, { isThere, absence }] of Object.entries(THINGS)) {
    if (!things.includes(name)) continue;
    if (await isThere()) result.present.push(name);
    else (required.includes(name) ? result.failures : result.skips).push(absence);
  }
  return result;
}

/** Prints what is absent; returns what is present and how many failures that is. */
export async function checkRequired(...things: string[]): Promise<{ present: string[]; failed: number }> {
  const { present, failures, skips } = await findAbsent(process.env['KONTOR_REQUIRE'] ?? '', things);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  for (const skip of skips) console.log(`skipped: ${skip}`);
  return { present, failed: failures.length };
}
