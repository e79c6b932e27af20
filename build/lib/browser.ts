/** The browser of the window tests. */
import { existsSync } from 'node:fs';
import { installDebianPackages } from './debian.ts';
import { runNode, tool } from './processes.ts';

/** Debian's Chromium; first the one without a window of its own, in which a page opens twice as fast. */
const SYSTEM_CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** Longer than a download takes where one is possible at all. */
const DOWNLOAD_SECONDS = 180;

/** Where nobody listens: what Chromium would ask its maker for, it asks there. */
const NOWHERE = 'http://127.0.0.1:9/';

/**
 * Chromium's switches for tests: nothing of its own may use the network, so that the recording proxy of the run
 * (tests/e2e/recording-proxy.ts) sees what the window asks for and nothing else. Root has no sandbox.
 */
export const CHROMIUM_SWITCHES = [
  `--gaia-url=${NOWHERE}`,
  `--autofill-server-url=${NOWHERE}`,
  `--apps-gallery-update-url=${NOWHERE}`,
  `--component-updater=disabled,url-source=${NOWHERE}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The browser to use: the one that `KONTOR_CHROMIUM` names, the system's, Playwright's own; null when there is none. */
export async function findBrowser(): Promise<string | null> {
  // Loaded here: reading the options of a command must not load Playwright.
  const { chromium } = await import('@playwright/test');
  const candidates = [process.env['KONTOR_CHROMIUM'], ...SYSTEM_CHROMIUMS, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Finds a browser, or brings one: Debian's package, else Playwright's own. */
export async function bringBrowser(): Promise<string | null> {
  const there = await findBrowser();
  if (there !== null) return there;
  await installDebianPackages(['chromium-headless-shell']);
  const installed = await findBrowser();
  if (installed !== null) return installed;
  await runNode(tool('@playwright/test', ['install', 'chromium'], 'playwright'), {
    capture: true,
    seconds: DOWNLOAD_SECONDS,
  });
  return findBrowser();
}
