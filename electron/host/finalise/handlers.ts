import type { invoiceCalls } from '#shared/contract/invoices.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { createQueue } from '../queue.ts';
import { finaliseInvoice } from './finalise.ts';
import { loadForFinalising } from './load.ts';
import { assertActionAllowed } from '../invoices/service.ts';

type FinaliseCalls = Pick<typeof invoiceCalls, 'invoices.check' | 'invoices.finalise'>;

export function finaliseHandlers(context: HostContext): Handlers<FinaliseCalls> {
  /** The one lane in which invoices become final, in order of arrival (design, section 7). */
  const lane = createQueue();
  return {
    'invoices.check': ({ id }) =>
      context.store.read(async (reader) => {
        await assertActionAllowed(reader, id, 'finalise');
        return (await loadForFinalising(reader, id, context.clock.now())).check;
      }),
    'invoices.finalise': async (input) => {
      const invoice = await lane(() => finaliseInvoice(context, input));
      context.emit({ topic: 'invoices.changed', id: invoice.id });
      return invoice;
    },
  };
}
