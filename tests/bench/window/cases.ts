/** What `npm run bench` measures of the window: in a browser, and the desktop's own process in Electron. */
import type { BenchCase } from '../../../build/lib/bench.ts';
import { bulkCases } from './bulk.ts';
import { eventLoopCase } from './event-loop.ts';
import { firstPageCase, roundTripCase } from './first-page.ts';
import { largeInvoiceCases } from './large-invoice.ts';
import { paintedPageCase } from './painted-page.ts';

export function windowCases(): BenchCase[] {
  return [firstPageCase(), roundTripCase(), paintedPageCase(), ...largeInvoiceCases(), ...bulkCases(), eventLoopCase()];
}
