import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { HostContext } from '../context.ts';
import { loadForAction } from '../invoices/service.ts';
import { crashPoint } from '../store/crash-point.ts';
import { commitInvoice } from './commit.ts';
import { makeDocument } from './lane.ts';
import { assertReady, loadForFinalising } from './load.ts';

export interface FinaliseInput {
  id: number;
  expectedRevision: number;
  requestId: string;
  eInvoice?: EInvoiceFormat | undefined;
}

/**
 * Makes one draft final (A17.7), in the lane.
 * @throws CallError `not-found`, `not-allowed`, `stale`, `conditions-unmet`, `changed-meanwhile`
 */
export async function finaliseInvoice(context: HostContext, input: FinaliseInput): Promise<InvoiceDetail> {
  const { id, expectedRevision, eInvoice: wanted } = input;
  return makeDocument(context, 'invoices.finalise', input, {
    load: async (reader, { at }) => {
      await loadForAction(reader, id, expectedRevision, 'finalise');
      const loaded = await loadForFinalising(reader, id, at, wanted);
      assertReady(id, loaded.check);
      crashPoint('finalise:loaded');
      return { ...loaded, eInvoice: loaded.check.eInvoice.wanted };
    },
    commit: (writer, change, loaded, rendered) => {
      crashPoint('finalise:rendered');
      return commitInvoice(writer, change, loaded, rendered);
    },
  });
}
