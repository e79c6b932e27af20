import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { closingLine } from './lib/counts.ts';
import { reasonIn } from './lib/debian.ts';
import { runNode, tool } from './lib/processes.ts';
import { readReport } from './lib/report.ts';
import type { TestReport } from './lib/report.ts';
import { findAbsent } from './lib/required.ts';
import { ROOT } from './lib/root.ts';
import { countRun } from './lib/suites.ts';
import { tempFolder } from './lib/temp-folder.ts';

const REPORT: TestReport = { counts: { passed: 2, failed: 0, skipped: 1 }, suites: { unit: 3, crash: 0 }, tests: [] };

/** Runs vitest with our reporter on these files; the report, or null when none was written. */
async function runOn(files: Record<string, string>): Promise<{ report: TestReport | null; code: number }> {
  using folder = tempFolder(files);
  const report = resolve(folder.path, 'report.json');
  const reporter = `--reporter=${resolve(ROOT, 'build/vitest-report.ts')}`;
  const options = ['--root', folder.path, '--globals', '--includeTaskLocation', '--expect.requireAssertions', reporter];
  const { code } = await runNode(tool('vitest', ['run', ...options]), {
    env: { KONTOR_REPORT: report },
    capture: true,
  });
  return { report: readReport(report), code };
}

test('the closing line is what CI reads', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
});

test('counts come from the report', () => {
  expect(countRun(REPORT, 0, ['unit'])).toEqual({ counts: { passed: 2, failed: 0, skipped: 1 }, problems: [] });
});

test('a bad exit code, a suite without a test and a missing report count as failed', () => {
  expect(countRun(REPORT, 1, ['unit']).counts.failed).toBe(1);
  expect(countRun(REPORT, 0, ['unit', 'crash', 'conformance']).counts.failed).toBe(2);
  expect(countRun('no report', 0, ['unit']).counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('what KONTOR_REQUIRE names must be known and there', async () => {
  using rules = tempFolder({ 'validator/x.mjs': '' });
  vi.stubEnv('KONTOR_EINVOICE', rules.path);
  expect(await findAbsent('rules', ['rules'])).toEqual({ present: ['rules'], failures: [], skips: [] });
  expect((await findAbsent('rules,weather', ['rules'])).failures).toEqual([expect.stringContaining('weather')]);
  vi.stubEnv('KONTOR_EINVOICE', resolve(rules.path, 'nowhere'));
  const absence = 'official rules not found';
  expect(await findAbsent('rules', ['rules'])).toEqual({ present: [], failures: [absence], skips: [] });
  expect(await findAbsent('browser', ['rules'])).toEqual({ present: [], failures: [], skips: [absence] });
  vi.unstubAllEnvs();
});

test('of what apt-get says, the error is shown', () => {
  const output = 'Reading package lists...\nE: Unable to locate package chromium\nE: something else\n';
  expect(reasonIn(output)).toBe('E: Unable to locate package chromium');
  expect(reasonIn('Could not get lock\n\n')).toBe('Could not get lock');
  expect(reasonIn('')).toBe('it said nothing');
});

test('the report holds every test with its place and state', async () => {
  const { report } = await runOn({
    'a.test.js': [
      "describe('group', () => {",
      "  test('[A1.1] passes', () => expect(1).toBe(1));",
      "  test('fails', () => expect(1).toBe(2));",
      '});',
      "test.skipIf(true)('waits', () => {});",
      "test('asserts nothing', () => {});",
    ].join('\n'),
  });
  expect(report?.counts).toEqual({ passed: 1, failed: 2, skipped: 1 });
  expect(report?.tests.map(({ title, line, state }) => [title, line, state])).toEqual([
    ['group > [A1.1] passes', 2, 'passed'],
    ['group > fails', 3, 'failed'],
    ['waits', 5, 'skipped'],
    ['asserts nothing', 6, 'failed'],
  ]);
  expect(report?.tests.every(({ file, window }) => file.endsWith('/a.test.js') && !window)).toBe(true);
});

test('a file without a test, one that does not load, a failing hook and an unhandled error count as failed', async () => {
  const { report } = await runOn({
    'empty.test.js': 'export {};',
    'broken.test.js': "throw new Error('does not load');",
    'hook.test.js': "afterAll(() => { throw new Error('hook'); });\ntest('passes', () => expect(1).toBe(1));",
    'unhandled.test.js':
      "test('passes', async () => {\n  void Promise.reject(new Error('nobody waits'));\n  await new Promise((done) => setTimeout(done, 20));\n  expect(1).toBe(1);\n});",
  });
  expect(report?.counts).toEqual({ passed: 2, failed: 4, skipped: 0 });
});

test('a process that dies counts as failed', async () => {
  const { report, code } = await runOn({ 'dies.test.js': "test('dies', () => process.kill(process.pid, 'SIGKILL'));" });
  expect(countRun(report ?? 'no report', code, []).counts.failed).toBeGreaterThan(0);
});
