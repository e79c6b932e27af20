/** Everything that `npm run bench` measures. */
import { timed, type BenchCase } from '../../build/lib/bench.ts';
import { eInvoiceCases } from './einvoice/cases.ts';
import { finaliseCase } from './finalise.ts';
import { listCases } from './list.ts';
import { memoryCase } from './memory.ts';
import { pdfCases } from './pdf/cases.ts';
import { searchCases } from './search.ts';
import { windowCases } from './window/cases.ts';

/** A case whose sides do the work of a round and leave the timing to others. */
type UntimedCase = Omit<BenchCase, 'goalId' | 'ours' | 'peer'> &
  Record<'ours' | 'peer', (round: number) => Promise<void>>;

function withTime(untimed: UntimedCase, goalId: string): BenchCase {
  const { ours, peer } = untimed;
  return { ...untimed, goalId, ours: (round) => timed(() => ours(round)), peer: (round) => timed(() => peer(round)) };
}

/** All cases; what they need is made when `prove` is called. */
export async function benchCases(): Promise<BenchCase[]> {
  const pdfGoals = ['pdf-1-page', 'pdf-20-pages'];
  return [
    ...pdfCases().map((untimed, index) => withTime(untimed, pdfGoals[index] ?? '')),
    ...eInvoiceCases(),
    ...listCases(),
    ...searchCases(),
    finaliseCase(),
    memoryCase(),
    ...windowCases(),
  ];
}
