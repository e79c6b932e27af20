/** All checks and all tests in one command. The last line is `N passed, N failed, N skipped`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import type { Counts } from './lib/counts.ts';
import { addCounts, closingLine } from './lib/counts.ts';
import { findElectron } from './lib/electron.ts';
import { packageForTests } from './lib/packaging.ts';
import { COMPLETE_RUN_FILE } from './lib/report.ts';
import type { CompleteRun } from './lib/report.ts';
import { checkRequired } from './lib/required.ts';
import { readFindings } from './lib/requirements.ts';
import { RESULTS, ROOT } from './lib/root.ts';
import { lintSteps, runSteps, typeSteps } from './lib/steps.ts';
import { runSuites, SUITES } from './lib/suites.ts';
import { buildWindow } from './lib/window-build.ts';
import { START_BUDGET, startSize, startSizeLine } from './lib/window-size.ts';
import { runWindowSuites, WINDOW_SUITES, type WindowSuite } from './lib/window-suites.ts';

const CHECKS = 'checks';
const ALL_WINDOW_SUITES = Object.keys(WINDOW_SUITES) as WindowSuite[];
const PARTS = [CHECKS, ...SUITES, ...ALL_WINDOW_SUITES];
const REPORT = 'vitest.json';
const WINDOW_REPORT = 'playwright.json';

/** Marks the reports as those of a complete run, for `npm run requirements`. */
function recordCompleteRun(counts: Counts, reports: string[]): void {
  const run: CompleteRun = { finishedAt: new Date().toISOString(), counts, reports };
  writeFileSync(resolve(RESULTS, COMPLETE_RUN_FILE), JSON.stringify(run));
}

/** Ids in titles that no requirement has, and the like: one failure, as for any other check. */
function checkIds(): number {
  const { errors } = readFindings(resolve(ROOT, 'docs'), RESULTS);
  for (const error of errors) console.log(error);
  return say(errors.length === 0, 'requirement ids');
}

const failures = (failed: number): Counts => ({ passed: 0, failed, skipped: 0 });
/** Suites that could not run at all: the closing line shall not look as if nothing were left out. */
const skips = (skipped: number): Counts => ({ passed: 0, failed: 0, skipped });

/** Prints how a check went; returns how many failures that is. */
function say(isFine: boolean, line: string): number {
  console.log(`${isFine ? 'ok    ' : 'FAILED'} ${line}`);
  return isFine ? 0 : 1;
}

/** Builds the window; its size at the start and what a scanner finds in it are checks as any other. Returns how many failed. */
async function checkBuild(): Promise<number> {
  const { code, seconds } = await buildWindow();
  if (say(code === 0, `build (${seconds.toFixed(1)} s)`) > 0) return 1;
  const size = startSize();
  const { checkElectron } = await import('./lib/electron-checks.ts');
  const { problems, line } = await checkElectron();
  for (const problem of problems) console.log(problem);
  return say(size <= START_BUDGET, startSizeLine(size)) + say(problems.length === 0, line);
}

/** Packages the app for the desktop tests, which start it once; only where they run on the test runtime. Returns how many failed. */
async function checkPackage(): Promise<number> {
  if (findElectron()?.isTestRuntime !== true) return 0;
  const { code, seconds, output } = await packageForTests();
  const failed = say(code === 0, `package (${seconds.toFixed(1)} s)`);
  if (failed > 0) console.log(output.trimEnd());
  return failed;
}

/** The suites of the window for which there is a browser and an Electron, on a fresh build. */
async function runWindow(suites: readonly WindowSuite[], report: string): Promise<Counts> {
  const { present, failed } = await checkRequired(...suites.map((suite) => WINDOW_SUITES[suite]));
  const able = suites.filter((suite) => present.includes(WINDOW_SUITES[suite]));
  const built = await checkBuild();
  const packaged = able.includes('desktop') ? await checkPackage() : 0;
  const checked = addCounts(failures(failed + built + packaged), skips(suites.length - able.length));
  return able.length === 0 ? checked : addCounts(checked, await runWindowSuites(able, resolve(RESULTS, report)));
}

const runChecks = (): Promise<number> => runSteps([...typeSteps, ...lintSteps({ fix: false })]);

async function runAll(): Promise<Counts> {
  for (const file of [COMPLETE_RUN_FILE, WINDOW_REPORT]) rmSync(resolve(RESULTS, file), { force: true });
  const steps = await runChecks();
  const checks = failures(steps + (await checkRequired('rules')).failed);
  const tests = await runSuites({ suites: SUITES, report: resolve(RESULTS, REPORT) });
  const window = await runWindow(ALL_WINDOW_SUITES, WINDOW_REPORT);
  const counts = addCounts(checks, addCounts(tests, window));
  if (tests.passed === 0) return counts;
  recordCompleteRun(counts, window.passed > 0 ? [REPORT, WINDOW_REPORT] : [REPORT]);
  return addCounts(counts, failures(checkIds()));
}

async function runPart(part: string): Promise<Counts> {
  if (part === CHECKS) return failures(await runChecks());
  const windowSuites = ALL_WINDOW_SUITES.filter((suite) => suite === part);
  if (windowSuites.length > 0) return runWindow(windowSuites, 'window-part.json');
  const { failed } = await checkRequired('rules');
  const suites = SUITES.filter((suite) => suite === part);
  return addCounts(failures(failed), await runSuites({ suites, report: resolve(RESULTS, 'part.json') }));
}

await runCommand({
  name: 'npm test',
  summary:
    'Formatting, lint, import rules, types, then all tests, in Node, in a browser and in Electron. A run with --only proves no requirement.',
  options: {
    only: { type: 'string', value: 'PART', description: `One part: ${PARTS.join(', ')}` },
  },
  run: async ({ only }) => {
    if (only !== undefined && !PARTS.includes(only)) {
      console.error(`There is no part "${only}". Parts: ${PARTS.join(', ')}`);
      return 2;
    }
    mkdirSync(RESULTS, { recursive: true });
    const counts = only === undefined ? await runAll() : await runPart(only);
    console.log(closingLine(counts));
    return counts.failed === 0 ? 0 : 1;
  },
});
