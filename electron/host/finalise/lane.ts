import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import { CallError } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { Instant, IsoDate } from '#shared/domain/amounts.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { HostContext } from '../context.ts';
import { getInvoice } from '../invoices/detail.ts';
import { activeProfileName } from '../profiles/active.ts';
import type { Change } from '../records/change.ts';
import { earlierResult, rememberRequest } from '../records/requests.ts';
import { crashPoint } from '../store/crash-point.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { RenderedInvoice } from '../workers/renderer.ts';

/** How often an invoice starts again because a record changed while it was rendered. */
const ATTEMPTS = 3;

/** What a document is made of, with all that its commit compares. */
interface Loaded {
  document: InvoiceDocument;
  eInvoice: EInvoiceFormat;
}

/** Read once: the date on a document and the one in the journal are of the same moment, also at the turn of the year. */
export interface Moment {
  at: Instant;
  today: IsoDate;
}

export interface LaneWork<L extends Loaded> {
  /** @throws CallError whatever refuses the call */
  load: (reader: Reader, moment: Moment) => Promise<L>;
  /** Returns false, and has written nothing, when anything changed since `loaded` was read. */
  commit: (writer: Writer, change: Change, loaded: L, rendered: RenderedInvoice) => Promise<boolean>;
}

/**
 * Makes a document with a number: load -> render -> commit, all or nothing, once per request id (F2.3, design section 7). Runs
 * inside the lane, so that numbers follow the order of arrival and each document is rendered once. Returns the invoice of `input`.
 * @throws CallError `changed-meanwhile`, and what `load` and `commit` refuse
 */
export async function makeDocument<L extends Loaded>(
  { store, clock, renderer }: HostContext,
  call: string,
  input: { id: number; requestId: string },
  { load, commit }: LaneWork<L>,
): Promise<InvoiceDetail> {
  const request = { call, at: clock.now(), input };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const moment: Moment = { at: clock.now(), today: clock.today() };
    const loaded = await store.read(async (reader) =>
      (await earlierResult(reader, request)) === null ? load(reader, moment) : null,
    );
    if (!loaded) return store.read((reader) => getInvoice(reader, input.id));
    const rendered = await renderer.render(loaded.document, loaded.eInvoice);
    const invoice = await store.write(async (writer) => {
      // Another call may have taken the id while the documents were made.
      if ((await earlierResult(writer, request)) !== null) return getInvoice(writer, input.id);
      const change = { at: moment.at, who: await activeProfileName(writer) };
      if (!(await commit(writer, change, loaded, rendered))) return null;
      await rememberRequest(writer, request, input.id);
      crashPoint('document:remembered');
      return getInvoice(writer, input.id);
    });
    if (invoice) return invoice;
  }
  const { id } = input;
  throw new CallError('changed-meanwhile', `invoice ${id}: records kept changing, nothing was done`, { id });
}
