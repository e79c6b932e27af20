import { expect, test } from 'vitest';
import { compareFindings, scanElectron } from './lib/electron-checks.ts';
import { tempFolder } from './lib/temp-folder.ts';

const WINDOW = [
  "import { app, BrowserWindow } from 'electron';",
  'class Window {',
  '  static { this.count = 0; }',
  '}',
  'app.whenReady().then(() => {',
  '  Window.count += 1;',
  '  new BrowserWindow({ webPreferences: { nodeIntegration: true, webSecurity: false } });',
  '});',
].join('\n');

test('an open window is found, in sources and in what was built of them with the newest syntax', async () => {
  using folder = tempFolder({
    'electron/shell/window.ts': `${WINDOW}\nexport const settings = { a: 1 } satisfies object;`,
    'electron/shell/window.test.ts': WINDOW,
    'out/main/main.js': WINDOW,
    'out/preload/preload-AbCd1234.cjs': 'class A { #x = 1; get() { return this.#x; } }\neval("1" + location.hash);',
  });
  const { checks, files, findings } = await scanElectron(folder.path, ['electron', 'out']);
  expect(checks).toBeGreaterThan(35);
  expect(files).toBe(3);
  const found = findings.map(({ rule, file }) => `${rule} ${file}`);
  for (const file of ['electron/shell/window.ts', 'out/main/main.js']) {
    expect(found).toContain(`NODE_INTEGRATION_JS_CHECK ${file}`);
    expect(found).toContain(`WEB_SECURITY_JS_CHECK ${file}`);
  }
  expect(found).toContain('DANGEROUS_FUNCTIONS_JS_CHECK out/preload/preload.cjs');
  expect(found).toContain('LIMIT_NAVIGATION_GLOBAL_CHECK electron');
  expect(findings.find(({ file }) => file === 'electron/shell/window.ts')?.line).toBe(7);
});

test('what the scanner cannot read is a finding, too', async () => {
  using folder = tempFolder({ 'electron/a.ts': 'this is no TypeScript' });
  const { findings } = await scanElectron(folder.path, ['electron']);
  expect(findings).toContainEqual({ rule: 'UNREAD', file: 'electron/a.ts', line: 0 });
});

test('a finding without an explanation and an explanation without a finding are named', () => {
  const why = 'A window that shows nothing but our own page.';
  const finding = { rule: 'SANDBOX_JS_CHECK', file: 'electron/a.ts', line: 3 };
  expect(compareFindings([finding], [{ rule: 'SANDBOX_JS_CHECK', file: 'electron/a.ts', why }])).toEqual([]);
  expect(compareFindings([finding], [{ rule: 'SANDBOX_JS_CHECK', file: 'electron/b.ts', why }])).toEqual([
    expect.stringContaining('SANDBOX_JS_CHECK at electron/a.ts:3'),
    expect.stringContaining('explains SANDBOX_JS_CHECK in electron/b.ts'),
  ]);
});
