/** The Electron that tests and `npm start` use. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { installDebianPackages } from './debian.ts';
import { bringTestRuntime, TEST_RUNTIME } from './electron-test-runtime.ts';
import { runNode, runProgram } from './processes.ts';
import { ROOT } from './root.ts';

const PACKAGE = resolve(ROOT, 'node_modules/electron');

/** What Electron needs to open a window on a Debian without a desktop. */
const DEBIAN_PACKAGES = [
  ...['xvfb', 'xauth', 'unzip', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libnotify4'],
  ...['libatk-bridge2.0-0', 'libdrm2', 'libxkbcommon0'],
];

export interface ElectronRuntime {
  executable: string;
  /** True for the older Electron that only tests use: it needs a stand-in for better-sqlite3. */
  isTestRuntime: boolean;
}

/** The binary of the npm package, when it was downloaded. */
export function installedElectron(): string | null {
  const pathFile = resolve(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = resolve(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/** Downloads the binary of the npm package; null when it cannot be had in this time. */
export async function downloadElectron(seconds: number): Promise<string | null> {
  const there = installedElectron();
  if (there !== null) return there;
  await runNode([resolve(PACKAGE, 'install.js')], { capture: true, seconds });
  return installedElectron();
}

/** What tests can use as the machine stands: the installed binary, else the test runtime. */
export function findElectron(): ElectronRuntime | null {
  const installed = installedElectron();
  if (installed !== null) return { executable: installed, isTestRuntime: false };
  return existsSync(TEST_RUNTIME) ? { executable: TEST_RUNTIME, isTestRuntime: true } : null;
}

/** Finds an Electron and a display for tests, or brings them; null when one of both is missing in the end. */
export async function bringElectron(): Promise<ElectronRuntime | null> {
  if (process.platform === 'linux' && !(await hasDisplay())) await installDebianPackages(DEBIAN_PACKAGES);
  if (!(await hasDisplay())) return null;
  if (findElectron() === null) await bringTestRuntime();
  return findElectron();
}

/** Whether windows can open here, if need be on a display without a screen. */
async function hasDisplay(): Promise<boolean> {
  return hasScreen() || (await runProgram('which', ['xvfb-run'], { capture: true })).code === 0;
}

/** Whether there is a screen that somebody may look at. */
export function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
