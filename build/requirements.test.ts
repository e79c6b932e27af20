import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { CompleteRun, ReportedTest, TestReport } from './lib/report.ts';
import { assess, idsIn, parseRequirements, readFindings, STEPS } from './lib/requirements.ts';
import { ROOT } from './lib/root.ts';
import { tempFolder } from './lib/temp-folder.ts';

const REQUIREMENTS = `# Requirements
See A9.9 and [F].
### A1 Access
- A1.1 A list that can be paged. [F]
- A1.2 A button "+ Neu". [F] (window)
- A1.3 A thing (window) in the middle of a line.
- D4 A decision.
- E1 **Settings**. stored: … (window)
| id | from | to |
|---|---|---|
| C1.1 | (new) | Entwurf |
| C1.2 | Entwurf | "Löschen" (window) |
`;

function reported(title: string, more: Partial<ReportedTest> = {}): ReportedTest {
  return { title, file: 'shared/a.test.ts', line: 7, state: 'passed', window: false, ...more };
}

test('reads one id a line, from lists and tables', () => {
  expect(parseRequirements(REQUIREMENTS)).toEqual([
    { id: 'A1.1', window: false },
    { id: 'A1.2', window: true },
    { id: 'A1.3', window: false },
    { id: 'D4', window: false },
    { id: 'E1', window: true },
    { id: 'C1.1', window: false },
    { id: 'C1.2', window: true },
  ]);
});

test('reads ids in brackets, each once', () => {
  expect(idsIn('discounts > [A7.3] [F4.8] bounds [A7.3], (A7.4), A7.5 and [BR-27] [D4]')).toEqual([
    'A7.3',
    'F4.8',
    'D4',
  ]);
});

const requirements = parseRequirements(REQUIREMENTS);

test('an id is covered by a test that passed', () => {
  const { covered, missing, tests, errors } = assess(requirements, {}, [
    reported('[A1.1] pages'),
    reported('[A1.1] again', { file: 'electron/b.test.ts', line: 3 }),
    reported('[D4] skipped', { state: 'skipped' }),
    reported('no id'),
  ]);
  expect(covered).toEqual(['A1.1']);
  expect(tests).toEqual({ 'A1.1': ['electron/b.test.ts:3', 'shared/a.test.ts:7'] });
  expect(missing).toEqual(['A1.2', 'A1.3', 'D4', 'E1', 'C1.1', 'C1.2']);
  expect(errors).toEqual([]);
});

test('a failed test takes the id back', () => {
  const tests = [reported('[A1.1] pages'), reported('[A1.1] and more', { state: 'failed' })];
  expect(assess(requirements, {}, tests).covered).toEqual([]);
});

test('what a user sees is proven in the window only', () => {
  const host = assess(requirements, {}, [reported('[A1.2] button')]);
  const window = assess(requirements, {}, [
    reported('[A1.2] button', { window: true }),
    reported('[D4]', { window: true }),
  ]);
  expect(host.covered).toEqual([]);
  expect(window.covered).toEqual(['A1.2', 'D4']);
});

test('later ids are not missing, and are reported when covered already', () => {
  const later = { D4: 'step 3', 'A1.1': 'datev' };
  const findings = assess(requirements, later, [reported('[D4] decided')]);
  expect(findings.later).toEqual({ 'A1.1': 'datev' });
  expect(findings.missing).not.toContain('A1.1');
  expect(findings.covered).toEqual(['D4']);
  expect(findings.notices).toEqual([expect.stringContaining('D4')]);
  expect(findings.errors).toEqual([]);
});

test.each([
  ['an unknown id in a title', {}, [reported('[A9.9] what')], 'unknown id A9.9'],
  ['more than three ids', {}, [reported('[A1.1] [A1.3] [D4] [C1.1]')], 'more than 3 ids'],
  ['two ids in one bracket', {}, [reported('[A1.1, A1.3] both')], 'one id in each bracket'],
  ['an unknown later id', { 'A9.9': 'step 2' }, [], 'unknown id A9.9'],
  ['an unknown step', { D4: 'step 9' }, [], 'unknown step "step 9"'],
])('refuses %s', (_title, later: Record<string, string>, tests, message) => {
  expect(assess(requirements, later, tests).errors).toEqual([expect.stringContaining(message)]);
});

test('refuses an id that stands twice', () => {
  expect(assess([...requirements, ...requirements.slice(0, 1)], {}, []).errors).toEqual([
    expect.stringContaining('A1.1'),
  ]);
});

const DOCUMENTS = { 'docs/requirements.md': REQUIREMENTS, 'docs/requirements-later.json': '{"D4": "orders"}' };

test('reads documents and the reports of the last complete run', () => {
  const counts = { passed: 1, failed: 0, skipped: 0 };
  const report: TestReport = { counts, suites: { unit: 1 }, tests: [reported('[C1.1] new')] };
  const run: CompleteRun = { finishedAt: '2026-11-21T10:00:00.000Z', counts, reports: ['vitest.json'] };
  using folder = tempFolder({
    ...DOCUMENTS,
    'results/complete.json': JSON.stringify(run),
    'results/vitest.json': JSON.stringify(report),
  });
  const findings = readFindings(resolve(folder.path, 'docs'), resolve(folder.path, 'results'));
  expect(findings.covered).toEqual(['C1.1']);
  expect(findings.later).toEqual({ D4: 'orders' });
});

test('without a complete run nothing is covered, whatever reports lie there', () => {
  const report: TestReport = {
    counts: { passed: 1, failed: 0, skipped: 0 },
    suites: {},
    tests: [reported('[C1.1] new')],
  };
  using folder = tempFolder({ ...DOCUMENTS, 'results/vitest.json': JSON.stringify(report) });
  const findings = readFindings(resolve(folder.path, 'docs'), resolve(folder.path, 'results'));
  expect(findings.covered).toEqual([]);
  expect(findings.notices).toEqual([expect.stringContaining('No complete run')]);
});

test('a damaged or missing report is an error, not an empty one', () => {
  const run: CompleteRun = {
    finishedAt: '2026-11-21T10:00:00.000Z',
    counts: { passed: 1, failed: 0, skipped: 0 },
    reports: ['vitest.json'],
  };
  using gone = tempFolder({ ...DOCUMENTS, 'results/complete.json': JSON.stringify(run) });
  using damaged = tempFolder({
    ...DOCUMENTS,
    'results/complete.json': JSON.stringify(run),
    'results/vitest.json': '{"tests": 1}',
  });
  const read = ({ path }: { path: string }) => readFindings(resolve(path, 'docs'), resolve(path, 'results'));
  expect(() => read(gone)).toThrow('vitest.json');
  expect(() => read(damaged)).toThrow();
});

test("the project's own documents: known ids, known steps, and JSON with four keys", () => {
  const { stdout } = spawnSync(process.execPath, ['build/requirements.ts', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const printed = JSON.parse(stdout) as { covered: string[]; missing: string[]; later: Record<string, string> };
  expect(Object.keys(printed)).toEqual(['covered', 'missing', 'later', 'tests']);
  expect(STEPS).toEqual(expect.arrayContaining([...new Set(Object.values(printed.later))]));
  expect(printed.covered.length + printed.missing.length + Object.keys(printed.later).length).toBe(
    parseRequirements(readFileSync(resolve(ROOT, 'docs/requirements.md'), 'utf8')).length,
  );
});
