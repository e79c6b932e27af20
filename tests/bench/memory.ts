/** Peak memory of a host on a large office, in a process of its own. */
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { z } from 'zod';
import type { BenchCase } from '../../build/lib/bench.ts';
import { runNode } from '../../build/lib/processes.ts';
import { copyOffice, openBenchHost, seedOffice, type OfficeCopy } from './seed-office.ts';

const INVOICES = 100_000;
const LIMIT_MEGABYTES = 300;
const CHILD = 'tests/bench/memory-child.ts';

const Report = z.strictObject({
  megabytes: z.number().positive(),
  /** Rows of 200 pages. */
  paged: z.literal(200 * 50),
  /** Terms that found something. */
  searched: z.literal(20),
  finalised: z.literal(200),
  verified: z.literal(1000),
});

/** The peer is the limit itself: a ratio of at most 1 keeps it. */
export function memoryCase(): BenchCase {
  let copy: OfficeCopy | undefined;
  return {
    case: 'peak memory of a host on 100,000 invoices',
    against: `${LIMIT_MEGABYTES} MB`,
    unit: 'MB',
    goalId: 'memory-limit',
    prove: async () => {
      copy = copyOffice(await seedOffice(INVOICES));
      const host = await openBenchHost(copy.file);
      const api = connect(contract, host.dispatch);
      const { count } = await api['invoices.summary']({});
      const { rows } = await api['invoices.list']({ filter: { statuses: ['final'] }, limit: 1 });
      const stored = rows[0] ? await api['invoices.pdf']({ id: rows[0].id }) : null;
      await host.close();
      if (count !== INVOICES || !stored) throw new Error(`${count} invoices`);
    },
    ours: async () => {
      const { code, output } = await runNode([CHILD, copy?.file ?? ''], { capture: true });
      if (code !== 0) throw new Error(`the measured host ended with ${code}: ${output}`);
      return Report.parse(JSON.parse(output)).megabytes;
    },
    peer: () => LIMIT_MEGABYTES,
    close: () => copy?.remove(),
  };
}
