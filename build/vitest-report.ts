/** Writes what vitest ran to the file that `KONTOR_REPORT` names; without it (a run by hand) nothing is written. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { ReportedTest, TestReport } from './lib/report.ts';
import { fromRoot } from './lib/root.ts';

function stateOf(test: TestCase): ReportedTest['state'] {
  const { state } = test.result();
  // A test that never ended (its process died) is a failed one.
  return state === 'pending' ? 'failed' : state;
}

/** What went wrong outside of the tests of a module: it did not load, holds no test, or a hook threw. */
function failuresAround(module: TestModule): number {
  return [...module.children.allSuites()].reduce((sum, suite) => sum + suite.errors().length, module.errors().length);
}

export default class ReportWriter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['KONTOR_REPORT'];
    if (file === undefined) return;
    const report: TestReport = {
      counts: { passed: 0, failed: unhandledErrors.length, skipped: 0 },
      suites: {},
      tests: [],
    };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      report.counts.failed += failuresAround(module);
      report.suites[module.project.name] = (report.suites[module.project.name] ?? 0) + tests.length;
      for (const test of tests) {
        const state = stateOf(test);
        report.counts[state]++;
        const line = test.location?.line ?? 0;
        report.tests.push({ title: test.fullName, file: fromRoot(module.moduleId), line, state, window: false });
      }
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(report));
  }
}
