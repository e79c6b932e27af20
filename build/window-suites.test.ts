import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packAsar } from './lib/asar.ts';
import { filesBesideCode } from './lib/files-beside-code.ts';
import { runNode, tool } from './lib/processes.ts';
import { readReport } from './lib/report.ts';
import { ROOT } from './lib/root.ts';
import { countRun } from './lib/suites.ts';
import { tempFolder } from './lib/temp-folder.ts';
import { startSize, startSizeLine } from './lib/window-size.ts';

/** Runs Playwright with our reporter on these files, without a browser. */
async function runOn(files: Record<string, string>) {
  using folder = tempFolder({
    'package.json': '{"type":"module"}',
    'playwright.config.js': [
      `const reporter = [[${JSON.stringify(resolve(ROOT, 'build/playwright-report.ts'))}]];`,
      `const globalSetup = ${JSON.stringify(Object.keys(files).filter((name) => name === 'setup.js'))};`,
      "export default { reporter, globalSetup, projects: [{ name: 'browser', testDir: '.' }] };",
    ].join('\n'),
    ...files,
  });
  const report = join(folder.path, 'report.json');
  const { code } = await runNode(
    tool('@playwright/test', ['test', '--config', join(folder.path, 'playwright.config.js')], 'playwright'),
    { env: { KONTOR_REPORT: report }, capture: true },
  );
  return { report: readReport(report), code };
}

const IMPORT = `import { expect, test } from ${JSON.stringify(resolve(ROOT, 'node_modules/@playwright/test/index.mjs'))};\n`;

test('the report of Playwright holds every test with its place and state, as one of the window', async () => {
  const { report, code } = await runOn({
    'a.spec.js': [
      IMPORT + "test.describe('group', () => {",
      "  test('[A1.1] passes', () => expect(1).toBe(1));",
      "  test('fails', () => expect(1).toBe(2));",
      '});',
      "test('waits', () => test.skip());",
    ].join('\n'),
  });
  expect(code).not.toBe(0);
  expect(report?.counts).toEqual({ passed: 1, failed: 1, skipped: 1 });
  expect(report?.suites).toEqual({ browser: 3 });
  expect(report?.tests.map(({ title, line, state, window }) => [title, line, state, window])).toEqual([
    ['group > [A1.1] passes', 3, 'passed', true],
    ['group > fails', 4, 'failed', true],
    ['waits', 6, 'skipped', true],
  ]);
});

test('a file that does not load is a failure', async () => {
  const { report, code } = await runOn({ 'a.spec.js': 'throw new Error("broken");' });
  expect(countRun(report ?? 'no report', code, ['browser']).counts.failed).toBeGreaterThan(0);
});

test('a run whose end throws has a failure, though each of its tests passed', async () => {
  const { report, code } = await runOn({
    'a.spec.js': `${IMPORT}test('passes', () => expect(1).toBe(1));`,
    'setup.js': "export default () => () => { throw new Error('something was asked of a foreign host'); };",
  });
  expect(report?.counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(countRun(report ?? 'no report', code, ['browser']).counts.failed).toBe(1);
});

test('the size at the start counts the page and what its first view needs, packed, and nothing else', () => {
  const text = (length: number) => Array.from({ length }, (_, index) => ((index * 7919) % 9973).toString(36)).join('');
  using folder = tempFolder({
    '.vite/manifest.json': JSON.stringify({
      'index.html': { file: 'assets/a.js', css: ['assets/a.css'], imports: ['_shared.js'] },
      '_shared.js': { file: 'assets/shared.js' },
      'window.ts': { file: 'assets/window.js', imports: ['_shared.js'] },
      'features/start/StartView.vue': { file: 'assets/start.js' },
      'later.vue': { file: 'assets/later.js' },
    }),
    'index.html': '<div></div>',
    'assets/a.js': text(600),
    'assets/a.css': text(600),
    'assets/shared.js': text(600),
    'assets/window.js': text(600),
    'assets/start.js': text(100),
    'assets/later.js': text(9000),
  });
  const size = startSize(folder.path);
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThan(text(2500).length);
  expect(startSizeLine(123_456)).toContain('123 KB gzip (budget 250 KB)');
});

test('code finds the files beside it in its bundle, a worker and data alike', () => {
  const emitted: Record<string, unknown>[] = [];
  const { transform } = filesBesideCode();
  const id = resolve(ROOT, 'electron/host/workers/renderer.ts');
  const code = [
    "const worker = new URL('./render-worker.ts', import.meta.url);",
    "const data = new URL('../../../resources/demo/office.json', import.meta.url);",
  ].join('\n');
  const context = { emitFile: (file: Record<string, unknown>) => emitted.push(file) };
  const changed = (transform as unknown as (this: unknown, code: string, id: string) => string).call(context, code, id);
  expect(changed).toContain("new URL('./render-worker.js', import.meta.url)");
  expect(changed).toContain("new URL('./office.json', import.meta.url)");
  expect(emitted).toEqual([
    { type: 'chunk', id: resolve(ROOT, 'electron/host/workers/render-worker.ts'), fileName: 'render-worker.js' },
    {
      type: 'asset',
      fileName: 'office.json',
      source: readFileSync(resolve(ROOT, 'resources/demo/office.json')),
    },
  ]);
});

test("an archive for Electron says where each file's bytes are", () => {
  const files = { 'package.json': '{"main":"main.js"}', 'main.js': 'äöü' };
  const archive = packAsar(files);
  const headerLength = archive.readUInt32LE(12);
  const header = JSON.parse(archive.subarray(16, 16 + headerLength).toString('utf8')) as {
    files: Record<string, { size: number; offset: string }>;
  };
  const start = 8 + archive.readUInt32LE(4);
  for (const [name, text] of Object.entries(files)) {
    const { size, offset } = header.files[name] ?? { size: 0, offset: '0' };
    expect(archive.subarray(start + Number(offset), start + Number(offset) + size).toString('utf8')).toBe(text);
  }
});
