import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import config from '../electron.vite.config.ts';
import { CRASH_POINTS } from '../electron/host/store/crash-point.ts';
import { bundleHost } from './lib/host-bundle.ts';
import { RESULTS } from './lib/root.ts';

/** Everything that a bundle of the host says. */
async function bundled(name: string, define: Record<string, string>): Promise<string> {
  const folder = resolve(RESULTS, name);
  await bundleHost({ entry: 'electron/host/create-host.ts', folder, define });
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return files.map((file) => readFileSync(resolve(folder, file), 'utf8')).join('\n');
}

const NAMES = ['KONTOR_CRASH_POINT', 'crashPoint', ...new Set(Object.values(CRASH_POINTS).flat())];
const found = (code: string) => NAMES.filter((name) => code.includes(name));

test('the build of the product leaves nothing of the crash points', async () => {
  const { define } = (config as { main: { define: Record<string, string> } }).main;
  expect(found(await bundled('host-as-product', define))).toEqual([]);
}, 60_000);

test('without its settings they would be there', async () => {
  expect(found(await bundled('host-as-tested', {}))).toEqual(NAMES);
}, 60_000);
