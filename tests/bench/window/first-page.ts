/** The first page of a list of 100,000 beside an empty Vuetify page, and what one round trip costs. */
import { resolve } from 'node:path';
import { build } from 'vite';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { timed } from '../../../build/lib/bench.ts';
import windowConfig from '../../../vite.renderer.config.ts';
import { seedOffice } from '../seed-office.ts';
import { openMeasuredWindow, percentile95, timeToPaint, type MeasuredWindow } from './browser.ts';

const INVOICES = 100_000;
const EMPTY_SOURCE = resolve(import.meta.dirname, 'empty');
const EMPTY_BUILT = resolve(import.meta.dirname, '../../../.cache/bench/empty-window');
const ROUND_TRIPS = 100;
const ROUND_TRIP_LIMIT = 100;

/** From the address in the browser to rows on the screen. */
export function firstPageCase(): BenchCase {
  let ours: MeasuredWindow | undefined;
  let empty: MeasuredWindow | undefined;
  const measure = async (of: MeasuredWindow | undefined, selector: string): Promise<number> => {
    if (of === undefined) throw new Error('nothing was opened');
    const page = await of.newPage();
    const figure = await timeToPaint(page, of.office.origin, selector);
    await page.close();
    return figure;
  };
  return {
    case: 'window: first page of a list of 100,000, from the address to painted rows',
    against: 'an empty Vuetify page',
    unit: 'ms',
    goalId: 'window-first-page',
    prove: async () => {
      await build({
        ...windowConfig,
        configFile: false,
        logLevel: 'warn',
        root: EMPTY_SOURCE,
        build: {
          ...windowConfig.build,
          outDir: EMPTY_BUILT,
          rollupOptions: { input: resolve(EMPTY_SOURCE, 'index.html') },
        },
      });
      ours = await openMeasuredWindow({ file: await seedOffice(INVOICES) });
      empty = await openMeasuredWindow({ file: null, root: EMPTY_BUILT });
      const { count } = await ours.office.api['invoices.summary']({});
      if (count !== INVOICES) throw new Error(`${count} invoices`);
    },
    ours: () => measure(ours, 'tbody tr'),
    peer: () => measure(empty, '.row'),
    close: async () => {
      await ours?.close();
      await empty?.close();
    },
  };
}

const TERMS = ['Wartung', 'RE-2024-01', '4711', 'ung', 'Halle Nord', 'a'] as const;

/** Paging, sorting and searching over the socket, the slowest five of a hundred left out. */
export function roundTripCase(): BenchCase {
  let window: MeasuredWindow | undefined;
  return {
    case: 'window: round trip of a list of 100,000, 95 of 100',
    against: `${ROUND_TRIP_LIMIT} ms`,
    unit: 'ms',
    goalId: 'window-limit',
    prove: async () => {
      window = await openMeasuredWindow({ file: await seedOffice(INVOICES) });
    },
    ours: async (round) => {
      const figures: number[] = [];
      for (let call = 0; call < ROUND_TRIPS; call++) {
        const search = call % 3 === 0 ? (TERMS[call % TERMS.length] ?? '') : '';
        const sort = call % 2 === 0 ? 'issueDate' : 'customer';
        const page = search === '' ? 1 + ((round * ROUND_TRIPS + call) % 40) : 1;
        figures.push(
          await timed(() =>
            window?.office.api['invoices.list']({ filter: { search }, sort, place: { kind: 'page', page } }),
          ),
        );
      }
      return percentile95(figures);
    },
    peer: () => ROUND_TRIP_LIMIT,
    close: () => window?.close(),
  };
}
