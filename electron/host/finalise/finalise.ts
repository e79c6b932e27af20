import { CallError } from '#shared/contract/errors.ts';
import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { HostContext } from '../context.ts';
import { crashPoint } from '../store/crash-point.ts';
import { getInvoice } from '../invoices/detail.ts';
import { loadForAction } from '../invoices/service.ts';
import { activeProfileName } from '../profiles/active.ts';
import { earlierResult, rememberRequest } from '../records/requests.ts';
import { commitInvoice } from './commit.ts';
import { assertReady, loadForFinalising } from './load.ts';

/** How often an invoice starts again because a record changed while it was rendered. */
export const ATTEMPTS = 3;

export interface FinaliseInput {
  id: number;
  expectedRevision: number;
  requestId: string;
  eInvoice?: EInvoiceFormat | undefined;
}

/**
 * Makes one draft final: load -> render -> commit, all or nothing (A17.7, F2.3, design section 7). Runs inside the lane,
 * so that numbers follow the order of arrival and each invoice is rendered once.
 * @throws CallError `not-found`, `not-allowed`, `stale`, `conditions-unmet`, `changed-meanwhile`
 */
export async function finaliseInvoice(
  { store, clock, renderer }: HostContext,
  input: FinaliseInput,
): Promise<InvoiceDetail> {
  const request = { call: 'invoices.finalise', at: clock.now(), input };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const at = clock.now();
    const loaded = await store.read(async (reader) => {
      if ((await earlierResult(reader, request)) !== null) return null;
      await loadForAction(reader, input.id, input.expectedRevision, 'finalise');
      return loadForFinalising(reader, input.id, at, input.eInvoice);
    });
    if (!loaded) return store.read((reader) => getInvoice(reader, input.id));
    assertReady(input.id, loaded.check);
    crashPoint('finalise:loaded');
    const rendered = await renderer.render(loaded.document, loaded.check.eInvoice.wanted);
    crashPoint('finalise:rendered');
    const invoice = await store.write(async (writer) => {
      // Another call may have taken the id while the documents were made.
      if ((await earlierResult(writer, request)) !== null) return getInvoice(writer, input.id);
      const change = { at, who: await activeProfileName(writer) };
      if (!(await commitInvoice(writer, change, loaded, rendered))) return null;
      await rememberRequest(writer, request, input.id);
      crashPoint('finalise:remembered');
      return getInvoice(writer, input.id);
    });
    if (invoice) return invoice;
  }
  throw changedMeanwhile(input.id);
}

/** Records kept changing while the documents were made. */
export function changedMeanwhile(id: number): CallError {
  return new CallError('changed-meanwhile', `invoice ${id}: records kept changing, nothing was done`, { id });
}
