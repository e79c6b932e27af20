import type { invoiceStepCalls } from '#shared/contract/invoice-steps.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { createQueue } from '../queue.ts';
import { cancelInvoice, previewCancellation } from './cancel.ts';
import { finaliseInvoice } from './finalise.ts';
import { loadForFinalising } from './load.ts';
import { plausibilityHints } from './plausibility.ts';
import { assertActionAllowed } from '../invoices/service.ts';

type FinaliseCalls = Pick<
  typeof invoiceStepCalls,
  'invoices.check' | 'invoices.finalise' | 'invoices.previewCancel' | 'invoices.cancel'
>;

export function finaliseHandlers(context: HostContext): Handlers<FinaliseCalls> {
  /** The one lane in which invoices become final, in order of arrival (design, section 7). */
  const lane = createQueue();
  return {
    'invoices.check': ({ id }) =>
      context.store.read(async (reader) => {
        await assertActionAllowed(reader, id, 'finalise');
        const loaded = await loadForFinalising(reader, id, context.clock.now());
        const plausibility = await plausibilityHints(reader, loaded, context.clock.today());
        return { ...loaded.check, hints: [...plausibility, ...loaded.check.hints] };
      }),
    'invoices.finalise': async (input) => {
      const invoice = await lane(() => finaliseInvoice(context, input));
      context.emit({ topic: 'invoices.changed', id: invoice.id });
      return invoice;
    },
    'invoices.previewCancel': ({ id }) =>
      context.store.read((reader) => previewCancellation(reader, id, context.clock.today())),
    'invoices.cancel': async (input) => {
      const invoice = await lane(() => cancelInvoice(context, input));
      // Up to three invoices: the cancelled one, its Stornorechnung, its replacement.
      context.emit({ topic: 'invoices.changed', id: null });
      return invoice;
    },
  };
}
