/** Writes what Playwright ran to the file that `KONTOR_REPORT` names; without it (a run by hand) nothing is written. */
import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReportedTest, TestReport } from './lib/report.ts';
import { fromRoot } from './lib/root.ts';

function stateOf(test: TestCase): ReportedTest['state'] {
  const outcome = test.outcome();
  if (outcome === 'expected') return 'passed';
  // One that passed at the second try waits for a time instead of a state.
  return outcome === 'skipped' ? 'skipped' : 'failed';
}

export default class ReportWriter implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  /** Outside of a test: a file that does not load, a hook that throws. */
  onError(): void {
    this.errors++;
  }

  onEnd(): void {
    const file = process.env['KONTOR_REPORT'];
    if (file === undefined) return;
    const report: TestReport = { counts: { passed: 0, failed: this.errors, skipped: 0 }, suites: {}, tests: [] };
    for (const test of this.suite?.allTests() ?? []) {
      const state = stateOf(test);
      const [, project = '', , ...titles] = test.titlePath();
      report.counts[state]++;
      report.suites[project] = (report.suites[project] ?? 0) + 1;
      const { file: path, line } = test.location;
      report.tests.push({ title: titles.join(' > '), file: fromRoot(path), line, state, window: true });
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(report));
  }
}
