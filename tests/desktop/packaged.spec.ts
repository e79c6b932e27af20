import { chromium, expect, test, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Bridge } from '#shared/contract/wire.ts';
import { PACKAGED_APP } from '../../build/lib/packaging.ts';
import { copySeed } from '../e2e/offices.ts';

declare global {
  interface Window {
    kontor: Bridge;
  }
}

test('the packaged app starts, lists the invoices and renders one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-packaged-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const switches = ['--disable-gpu', '--lang=de', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const app = spawn(PACKAGED_APP, [...asRoot, ...switches, await copySeed(folder)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its fuses: it is no Node for whoever asks, and loads no foreign code.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /nowhere/foreign.cjs' },
  });
  try {
    const page = await firstPage(await devtoolsAddress(app.stderr));
    await expect(page.getByRole('navigation')).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/kontor\//);
    const facts = await page.evaluate(async () => {
      const list = await window.kontor.call('invoices.list', { filter: { statuses: ['draft'] } });
      if (!list.ok) return list.code;
      const [row] = (list.data as { rows: { id: number }[] }).rows;
      const pdf = await window.kontor.call('invoices.pdf', { id: row?.id });
      return pdf.ok ? String.fromCharCode(...(pdf.data as { content: Uint8Array }).content.slice(0, 5)) : pdf.code;
    });
    expect(facts).toBe('%PDF-');
  } finally {
    app.kill();
    if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
});

/** Where the app can be reached, as Chromium says it in the terminal. */
function devtoolsAddress(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    // Read to the end: a full pipe would stop the app.
    const lines = createInterface({ input: output });
    lines.on('line', (line) => {
      const address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    lines.on('close', () => reject(new Error('the app ended before it could be reached')));
  });
}

/** The window's page, taken hold of only when it is there: a window without a page would never answer. */
async function firstPage(address: string): Promise<Page> {
  const list = `http://${new URL(address).host}/json/list`;
  await expect
    .poll(async () => ((await (await fetch(list)).json()) as { url: string }[]).map(({ url }) => url))
    .toContainEqual(expect.stringMatching(/^app:\/\/kontor\//));
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the app has no window');
  return page;
}
