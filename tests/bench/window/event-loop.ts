/** Whether the process that owns the desktop's window stays free while an office of 100,000 invoices works. */
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Page } from '@playwright/test';
import type { Bridge } from '#shared/contract/wire.ts';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { bringElectron, hasScreen } from '../../../build/lib/electron.ts';
import { buildWindow, isBuildDue } from '../../../build/lib/window-build.ts';
import { startDesktop, type Desktop } from '../../desktop/application.ts';
import { copyOffice, seedOffice, type OfficeCopy } from '../seed-office.ts';

const INVOICES = 100_000;
const LIMIT = 50;
const PAGES = 10;
const FINALISED = 10;
const TERMS = ['Wartung', 'RE-2024-01', 'ung', '4711', 'Halle Nord', 'a'] as const;

interface Measured {
  desktop: Desktop;
  page: Page;
  copy: OfficeCopy;
  folder: string;
  screen: ChildProcess | null;
}

/** The delay of the main process's event loop, 99 of 100, while paging, searching and finalising. */
export function eventLoopCase(): BenchCase {
  let measured: Measured | undefined;
  return {
    case: 'window: event loop of its process while paging, searching, finalising in 100,000, 99 of 100',
    against: `${LIMIT} ms`,
    unit: 'ms',
    goalId: 'window-limit',
    prove: async () => {
      measured = await start();
    },
    ours: async (round) => {
      if (measured === undefined) throw new Error('nothing was opened');
      const { app } = measured.desktop;
      await app.evaluate(() => {
        const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
        const delay = monitorEventLoopDelay({ resolution: 10 });
        delay.enable();
        Object.assign(globalThis, { delay });
      });
      await work(measured.page, round);
      return app.evaluate(() => {
        const { delay } = globalThis as unknown as {
          delay: { disable: () => void; percentile: (of: number) => number };
        };
        delay.disable();
        return delay.percentile(99) / 1e6;
      });
    },
    peer: () => LIMIT,
    close: async () => {
      if (measured === undefined) return;
      await measured.desktop.app.close();
      measured.copy.remove();
      rmSync(measured.folder, { recursive: true, force: true });
      measured.screen?.kill();
    },
  };
}

async function start(): Promise<Measured> {
  if ((await bringElectron()) === null) throw new Error('no Electron: npm test brings one');
  if (isBuildDue() && (await buildWindow()).code !== 0) throw new Error('the window cannot be built');
  const screen = hasScreen() ? null : await startScreen();
  const copy = copyOffice(await seedOffice(INVOICES));
  const folder = mkdtempSync(join(tmpdir(), 'kontor-bench-desktop-'));
  const desktop = await startDesktop(folder, [copy.file]);
  const page = await desktop.app.firstWindow();
  await page.locator('tbody tr').first().waitFor();
  return { desktop, page, copy, folder, screen };
}

/** A display without a screen; it says its number on the third channel. */
async function startScreen(): Promise<ChildProcess> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  process.env['DISPLAY'] = `:${String(number).trim()}`;
  return screen;
}

/** What somebody does on a busy morning, through the window. */
async function work(page: Page, round: number): Promise<void> {
  const rows = page.locator('tbody tr');
  for (let step = 0; step < PAGES; step++) {
    const first = await rows.first().textContent();
    await page.getByRole('button', { name: 'Nächste Seite' }).click();
    await page.waitForFunction((old) => document.querySelector('tbody tr')?.textContent !== old, first);
  }
  const search = page.getByRole('searchbox');
  for (const term of TERMS) {
    await search.fill(term);
    await page.waitForTimeout(200);
  }
  await search.fill('');
  await finalise(page, round);
}

async function finalise(page: Page, round: number): Promise<void> {
  const failed = await page.evaluate(
    async ([count, offset]) => {
      const { call } = (window as unknown as { kontor: Bridge }).kontor;
      const list = await call('invoices.list', {
        filter: { statuses: ['draft'] },
        limit: count,
        place: { kind: 'page', page: 1 },
      });
      if (!list.ok) return list.message;
      const { rows } = list.data as { rows: { id: number; revision: number }[] };
      for (const { id, revision } of rows) {
        const requestId = `bench-window-${offset}-${id}`;
        const reply = await call('invoices.finalise', { id, expectedRevision: revision, requestId });
        if (!reply.ok) return reply.message;
      }
      return rows.length === count ? '' : `only ${rows.length} drafts`;
    },
    [FINALISED, round] as const,
  );
  if (failed !== '') throw new Error(failed);
}
