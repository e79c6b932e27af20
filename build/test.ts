/** All checks and all tests in one command. The last line is `N passed, N failed, N skipped`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import type { Counts } from './lib/counts.ts';
import { addCounts, closingLine } from './lib/counts.ts';
import { COMPLETE_RUN_FILE } from './lib/report.ts';
import type { CompleteRun } from './lib/report.ts';
import { checkRequired } from './lib/required.ts';
import { readFindings } from './lib/requirements.ts';
import { RESULTS, ROOT } from './lib/root.ts';
import { lintSteps, runSteps, typeSteps } from './lib/steps.ts';
import { runSuites, SUITES } from './lib/suites.ts';

const CHECKS = 'checks';
const PARTS = [CHECKS, ...SUITES];
const REPORT = 'vitest.json';

/** Marks the reports as those of a complete run, for `npm run requirements`. */
function recordCompleteRun(counts: Counts): void {
  const run: CompleteRun = { finishedAt: new Date().toISOString(), counts, reports: [REPORT] };
  writeFileSync(resolve(RESULTS, COMPLETE_RUN_FILE), JSON.stringify(run));
}

/** Ids in titles that no requirement has, and the like: one failure, as for any other check. */
function checkIds(): number {
  const { errors } = readFindings(resolve(ROOT, 'docs'), RESULTS);
  for (const error of errors) console.log(error);
  console.log(`${errors.length === 0 ? 'ok    ' : 'FAILED'} requirement ids`);
  return errors.length === 0 ? 0 : 1;
}

const failures = (failed: number): Counts => ({ passed: 0, failed, skipped: 0 });

async function runAll(): Promise<Counts> {
  rmSync(resolve(RESULTS, COMPLETE_RUN_FILE), { force: true });
  const checks = failures((await runSteps([...lintSteps({ fix: false }), ...typeSteps])) + checkRequired());
  const tests = await runSuites({ suites: SUITES, report: resolve(RESULTS, REPORT) });
  const counts = addCounts(checks, tests);
  if (tests.passed === 0) return counts;
  recordCompleteRun(counts);
  return addCounts(counts, failures(checkIds()));
}

async function runPart(part: string): Promise<Counts> {
  if (part === CHECKS) return failures(await runSteps([...lintSteps({ fix: false }), ...typeSteps]));
  const suites = SUITES.filter((suite) => suite === part);
  return addCounts(failures(checkRequired()), await runSuites({ suites, report: resolve(RESULTS, 'part.json') }));
}

await runCommand({
  name: 'npm test',
  summary: 'Formatting, lint, import rules, types, then all tests. A run with --only proves no requirement.',
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
