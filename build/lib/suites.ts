/** Runs the suites of vitest and adds up what they report. */
import { rmSync } from 'node:fs';
import type { Counts } from './counts.ts';
import { runNode, tool } from './processes.ts';
import { readReport } from './report.ts';
import type { TestReport } from './report.ts';

/** The projects of vitest.config.ts. */
export const SUITES = ['domain', 'host', 'unit', 'renderer', 'conformance', 'crash', 'threads'] as const;
export type Suite = (typeof SUITES)[number];
/** Those that run in plain Node: what `npm run dev` watches, and what a second time zone could change. */
export const NODE_SUITES = ['domain', 'host', 'unit', 'threads'] as const satisfies readonly Suite[];

/** How vitest is told to run only these. */
export function projectArguments(suites: readonly Suite[]): string[] {
  return suites.flatMap((suite) => ['--project', suite]);
}

interface SuiteRun {
  suites: readonly Suite[];
  /** Where the report goes; an older one is removed first. */
  report: string;
  /** Only files whose path holds one of these; empty: all. */
  paths?: string[];
  env?: Record<string, string>;
}

/** The report, or what is wrong with it. */
export function tryReadReport(file: string): TestReport | string {
  try {
    return readReport(file) ?? 'no report: the runner did not get to its end';
  } catch (error) {
    return `damaged report: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * Counts of a run from its report and its exit code. Never green by accident: a missing or damaged report, a suite without a
 * test and a bad exit code without a failed test count as failed, each with a line in `problems`.
 */
export function countRun(
  report: TestReport | string,
  exitCode: number,
  suites: readonly string[],
): { counts: Counts; problems: string[] } {
  if (typeof report === 'string') {
    return { counts: { passed: 0, failed: 1, skipped: 0 }, problems: [`${report} (exit code ${exitCode})`] };
  }
  const problems = suites.filter((suite) => !report.suites[suite]).map((suite) => `the suite ${suite} has no test`);
  if (exitCode !== 0 && report.counts.failed + problems.length === 0) {
    problems.push(`the runner ended with exit code ${exitCode}`);
  }
  return { counts: { ...report.counts, failed: report.counts.failed + problems.length }, problems };
}

/** Runs these suites in one vitest and returns their counts. */
export async function runSuites({ suites, report, paths = [], env = {} }: SuiteRun): Promise<Counts> {
  rmSync(report, { force: true });
  const { code } = await runNode(tool('vitest', ['run', ...projectArguments(suites), ...paths]), {
    env: { ...env, KONTOR_REPORT: report },
  });
  const { counts, problems } = countRun(tryReadReport(report), code, suites);
  for (const problem of problems) console.log(`FAILED ${problem}`);
  return counts;
}
