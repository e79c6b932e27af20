import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import { CHROMIUM_SWITCHES, findBrowser } from './build/lib/browser.ts';
import { PACKAGED_APP } from './build/lib/packaging.ts';
import { PROXY_VARIABLE, throughProxy } from './tests/e2e/recording-proxy.ts';

// Inherited by the hosts that tests start, as in vitest.config.ts.
process.env['TZ'] = 'Europe/Berlin';

const browser = await findBrowser();
// Set in the processes of the tests, which read this file after the global set-up.
const proxy = process.env[PROXY_VARIABLE];

/**
 * For pages that live for seconds, one after the other, on two cores that have enough to do; together a third of the time.
 * What V8 would compile for long runs costs more than it gives. The window of the next test runs in the process of the last
 * one, which has its code. One thread draws, and what asks the network needs no process of its own.
 */
const SHORT_LIVES = [
  '--js-flags=--no-maglev --no-turbofan',
  '--process-per-site',
  '--num-raster-threads=1',
  '--enable-features=NetworkServiceInProcess2',
];

const inBrowser = {
  // Emptied between two tests and not made anew: the window's code stays compiled.
  reuseContext: true,
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
  viewport: { width: 1280, height: 800 },
  // A dialog that moves cannot be clicked yet, and each frame of it is drawn without a graphics card. Vuetify animates the
  // label of a field even when its dialog is gone in the next frame, and Chromium warns about that.
  contextOptions: { reducedMotion: 'reduce' as const },
  launchOptions: {
    args: [...CHROMIUM_SWITCHES, ...SHORT_LIVES],
    ...(browser !== null && { executablePath: browser }),
    ...(proxy !== undefined && { proxy: throughProxy(proxy) }),
  },
};

export default defineConfig({
  workers: 2,
  fullyParallel: true,
  // A test that waits for a time instead of a state shall fail, not be tried again.
  retries: 0,
  // Two cores that are busy otherwise need them; a test that passes does not wait.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: '.results/playwright',
  reporter: [['list'], ['./build/playwright-report.ts']],
  globalSetup: './tests/e2e/global-setup.ts',
  projects: [
    {
      name: 'browser',
      testDir: 'tests/e2e',
      use: inBrowser,
    },
    {
      name: 'desktop',
      testDir: 'tests/desktop',
      // `npm test` packages the app before, `npm run dist -- --test-runtime` does by hand.
      testIgnore: existsSync(PACKAGED_APP) ? [] : ['**/packaged.spec.ts'],
    },
    // `npm run handbook`; no part of `npm test`, which names its projects.
    {
      name: 'handbook',
      testDir: 'tests/handbook',
      expect: { timeout: 20_000 },
      use: { ...inBrowser, actionTimeout: 20_000 },
    },
  ],
});
