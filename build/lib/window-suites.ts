/** Runs the suites of Playwright: the window in a browser and in Electron. */
import { rmSync } from 'node:fs';
import type { Counts } from './counts.ts';
import { hasScreen } from './electron.ts';
import { runNode, runProgram, tool } from './processes.ts';
import { countRun, tryReadReport } from './suites.ts';

/** The projects of playwright.config.ts, each with the thing of `required.ts` that it needs. */
export const WINDOW_SUITES = { browser: 'browser', desktop: 'electron' } as const;
export type WindowSuite = keyof typeof WINDOW_SUITES;

/** A display without a screen. It starts anew when its last window closes, unless told not to, and a start just then fails. */
export const XVFB = ['--auto-servernum', '--server-args', '-screen 0 1600x1200x24 -noreset'];

/** Runs these suites on what was built before and returns their counts; with `isLong` the tests that are marked `@long`, else all others. */
export async function runWindowSuites(
  suites: readonly WindowSuite[],
  report: string,
  { isLong = false }: { isLong?: boolean } = {},
): Promise<Counts> {
  rmSync(report, { force: true });
  const projects = suites.flatMap((suite) => ['--project', suite]);
  const chosen = [isLong ? '--grep' : '--grep-invert', '@long'];
  const args = tool('@playwright/test', ['test', ...projects, ...chosen], 'playwright');
  const env = { KONTOR_REPORT: report };
  const needsScreen = suites.includes('desktop') && !hasScreen();
  const { code } = needsScreen
    ? await runProgram('xvfb-run', [...XVFB, process.execPath, ...args], { env })
    : await runNode(args, { env });
  const { counts, problems } = countRun(tryReadReport(report), code, suites);
  for (const problem of problems) console.log(`FAILED ${problem}`);
  return counts;
}
