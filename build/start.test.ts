import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installedElectron } from './lib/electron.ts';
import { ROOT } from './lib/root.ts';
import { tempFolder } from './lib/temp-folder.ts';

/** Building the window first, on a machine that has other things to do as well. */
const TIMEOUT = 180_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#\S+/;

/** `npm start` on a data folder of its own; what it printed so far, and its end with the test. */
function start(data: string, env: Record<string, string | undefined>): { child: ChildProcess; printed: () => string } {
  const child = spawn(process.execPath, [resolve(ROOT, 'build/start.ts'), '--data', data], {
    env: { ...process.env, WAYLAND_DISPLAY: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  onTestFinished(() => void child.kill());
  return { child, printed: () => text };
}

const findAddress = (text: string): string => ADDRESS.exec(text)?.[0] ?? '';
const pageAt = async (address: string): Promise<string> => (await fetch(new URL('/', address))).text();

test(
  'without a display it prints the address, stays up, and takes its host along when it ends',
  { timeout: TIMEOUT },
  async () => {
    using folder = tempFolder({});
    const { child, printed } = start(folder.path, { DISPLAY: undefined });
    await expect.poll(printed, { timeout: TIMEOUT }).toMatch(ADDRESS);
    expect(printed()).toContain('There is no display. Open this address in a browser on this machine');
    const address = findAddress(printed());
    expect(await pageAt(address)).toContain('<title>Kontor</title>');
    expect(child.exitCode).toBeNull();
    expect(existsSync(join(folder.path, 'office.kontor'))).toBe(true);
    child.kill();
    await once(child, 'close');
    await expect(pageAt(address)).rejects.toThrow();
  },
);

test.skipIf(process.platform !== 'linux' || installedElectron() !== null)(
  'where Electron cannot be had it says so in one line and opens the browser at the same address',
  { timeout: TIMEOUT },
  async () => {
    using folder = tempFolder({ 'bin/xdg-open': '#!/bin/sh\nprintf %s "$1" > "$KONTOR_OPENED"\n' });
    chmodSync(join(folder.path, 'bin/xdg-open'), 0o755);
    const opened = join(folder.path, 'opened.txt');
    const { child, printed } = start(folder.path, {
      ...{ DISPLAY: ':4711', KONTOR_OPENED: opened, ELECTRON_MIRROR: 'http://127.0.0.1:9/' },
      PATH: `${join(folder.path, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    });
    await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8'), { timeout: TIMEOUT }).toMatch(ADDRESS);
    const lines = printed()
      .split('\n')
      .filter((line) => line.includes('Electron'));
    expect(lines).toEqual([
      'Electron could not be downloaded, so Kontor opens in your browser. Should no browser open:',
    ]);
    expect(findAddress(readFileSync(opened, 'utf8'))).toBe(findAddress(printed()));
    expect(await pageAt(findAddress(printed()))).toContain('<title>Kontor</title>');
    child.kill();
    await once(child, 'close');
  },
);
