/** What a runner of tests leaves in `.results/` for the commands that read it. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Counts = z.strictObject({
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
});

const ReportedTest = z.strictObject({
  /** With the titles of the groups around it. */
  title: z.string(),
  /** Relative to the root. */
  file: z.string(),
  line: z.int().nonnegative(),
  state: z.enum(['passed', 'failed', 'skipped']),
  /** True for tests in the browser or in Electron: they alone prove what a user sees. */
  window: z.boolean(),
});
export type ReportedTest = z.infer<typeof ReportedTest>;

const TestReport = z.strictObject({
  /** Failed holds errors outside a test, too: a file that does not load, an unhandled rejection, a file without a test. */
  counts: Counts,
  /** Number of tests in each suite that ran. */
  suites: z.record(z.string(), z.int().nonnegative()),
  tests: z.array(ReportedTest),
});
export type TestReport = z.infer<typeof TestReport>;

/** Names the reports of a run of `npm test` that went through all its steps, whether they passed or not. */
const CompleteRun = z.strictObject({
  finishedAt: z.iso.datetime(),
  counts: Counts,
  reports: z.array(z.string()),
});
export type CompleteRun = z.infer<typeof CompleteRun>;

/** Name of the note on the last complete run in `.results/`. */
export const COMPLETE_RUN_FILE = 'complete.json';

function readJson<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Null when there is no such file; throws when it is damaged. */
export function readReport(file: string): TestReport | null {
  return readJson(file, TestReport);
}

/** Null when there was no complete run yet; throws when the note on it is damaged. */
export function readCompleteRun(file: string): CompleteRun | null {
  return readJson(file, CompleteRun);
}
