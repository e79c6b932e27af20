import type { invoiceListCalls } from '#shared/contract/invoice-list.ts';
import type { invoiceStepCalls } from '#shared/contract/invoice-steps.ts';
import type { InvoiceDetail, invoiceCalls } from '#shared/contract/invoices.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { getCompany } from '../company/service.ts';
import { beginChange, type Change } from '../records/change.ts';
import { given } from '../records/given.ts';
import { oncePerRequest } from '../records/requests.ts';
import type { Writer } from '../store/open.ts';
import { settleCancellation } from './cancellation.ts';
import { copyInvoice } from './copy.ts';
import { getInvoice, getTotals } from './detail.ts';
import {
  addEntries,
  addEntry,
  moveEntry,
  removeEntries,
  removeEntry,
  setAllowances,
  updateEntry,
} from './entries-service.ts';
import { invoicePdf, invoiceXRechnung, recordHandedOut, type HandedOut, type InvoiceFile } from './files.ts';
import { liftFlag, setFlag } from './flags.ts';
import { listInvoices } from './list.ts';
import { markSent, recordPayment } from './payments.ts';
import { invoicePlaceholders } from './placeholders.ts';
import { createInvoice, deleteInvoice, updateInvoice } from './service.ts';
import { smallBusinessRevenue } from './small-business.ts';
import { summariseInvoices } from './summary.ts';
import { listTasks } from './tasks.ts';

/** Those that take a number run in the lane of `finalise/`. */
type InLane = 'invoices.check' | 'invoices.finalise' | 'invoices.previewCancel' | 'invoices.cancel';
type InvoiceCalls = typeof invoiceCalls & typeof invoiceListCalls & Omit<typeof invoiceStepCalls, InLane>;
type Work = (writer: Writer, change: Change) => Promise<unknown>;

export function invoiceHandlers(context: HostContext): Handlers<InvoiceCalls> {
  const { store, clock, emit } = context;

  /** One change of one draft in one transaction; the reply is the draft as it then stands. */
  async function change(id: number, work: Work): Promise<InvoiceDetail> {
    const invoice = await store.write(async (writer) => {
      await work(writer, await beginChange(writer, clock));
      return getInvoice(writer, id);
    });
    emit({ topic: 'invoices.changed', id });
    return invoice;
  }

  /** The same for a call that makes something: once per request id. */
  async function create(
    call: keyof InvoiceCalls,
    input: { requestId: string },
    work: (writer: Writer, change: Change) => Promise<number>,
  ): Promise<InvoiceDetail> {
    const invoice = await store.write(async (writer) => {
      const begun = await beginChange(writer, clock);
      const id = await oncePerRequest(writer, { call, at: begun.at, input }, () => work(writer, begun));
      return getInvoice(writer, id);
    });
    emit({ topic: 'invoices.changed', id: invoice.id });
    return invoice;
  }

  /** A document for somebody: what leaves the office by printer or as a file stands in the journal (F2.2). */
  async function handOut(wanted: HandedOut, load: () => Promise<InvoiceFile>): Promise<InvoiceFile> {
    const file = await load();
    if (wanted.purpose === 'view') return file;
    await store.write(async (writer) => recordHandedOut(writer, await beginChange(writer, clock), wanted));
    emit({ topic: 'invoices.changed', id: wanted.id });
    return file;
  }

  return {
    'invoices.create': (input) =>
      create('invoices.create', input, (writer, begun) => createInvoice(writer, begun, input)),
    'invoices.copy': (input) => create('invoices.copy', input, (writer, begun) => copyInvoice(writer, begun, input)),
    'invoices.get': ({ id }) => store.read((reader) => getInvoice(reader, id)),
    'invoices.update': ({ id, expectedRevision, ...fields }) =>
      change(id, (writer, begun) => updateInvoice(writer, begun, id, expectedRevision, given(fields))),
    'invoices.delete': async ({ id, expectedRevision }) => {
      await store.write(async (writer) =>
        deleteInvoice(writer, await beginChange(writer, clock), id, expectedRevision),
      );
      emit({ topic: 'invoices.changed', id });
      return { id };
    },
    'invoices.list': (input) => store.read((reader) => listInvoices(reader, input, clock.today())),
    'invoices.summary': ({ filter }) => store.read((reader) => summariseInvoices(reader, filter, clock.today())),
    'invoices.tasks': () => store.read((reader) => listTasks(reader, clock.today())),
    'invoices.revenue': () =>
      store.read(async (reader) => {
        const { smallBusiness } = await getCompany(reader);
        return { smallBusiness: smallBusiness ? await smallBusinessRevenue(reader, clock.today()) : null };
      }),
    'invoices.explain': ({ id }) => store.read(async (reader) => ({ paths: (await getTotals(reader, id)).paths })),
    'invoices.placeholders': ({ id }) =>
      store.read(async (reader) => ({ placeholders: await invoicePlaceholders(reader, id, clock.now()) })),
    'invoices.markSent': (input) => change(input.id, (writer, begun) => markSent(writer, begun, input, clock.today())),
    'invoices.pay': (input) =>
      create('invoices.pay', input, (writer, begun) => recordPayment(writer, begun, input, clock.today())),
    'invoices.requestChanges': (input) =>
      change(input.id, (writer, begun) => setFlag(writer, begun, 'changeRequest', input)),
    'invoices.finishChanges': (input) =>
      change(input.id, (writer, begun) => liftFlag(writer, begun, 'changeRequest', input)),
    'invoices.dispute': (input) => change(input.id, (writer, begun) => setFlag(writer, begun, 'dispute', input)),
    'invoices.settleDispute': (input) => change(input.id, (writer, begun) => liftFlag(writer, begun, 'dispute', input)),
    'invoices.settle': (input) => change(input.id, (writer, begun) => settleCancellation(writer, begun, input)),
    'invoices.pdf': ({ id, purpose }) => handOut({ id, kind: 'pdf', purpose }, () => invoicePdf(context, id)),
    'invoices.xrechnung': ({ id, purpose }) =>
      handOut({ id, kind: 'xrechnung', purpose }, () => invoiceXRechnung(context, id)),
    'entries.add': (input) =>
      create('entries.add', input, (writer, begun) => addEntry(writer, begun, input, input.entry, input.index)),
    'entries.addMany': (input) =>
      create('entries.addMany', input, (writer, begun) => addEntries(writer, begun, input, input.entries)),
    'entries.update': (input) =>
      change(input.id, (writer, begun) => updateEntry(writer, begun, input, input.entryId, input.entry)),
    'entries.remove': (input) => change(input.id, (writer, begun) => removeEntry(writer, begun, input, input.entryId)),
    'entries.removeMany': (input) =>
      change(input.id, (writer, begun) => removeEntries(writer, begun, input, input.entryIds)),
    'entries.move': (input) =>
      change(input.id, (writer, begun) => moveEntry(writer, begun, input, input.entryId, input.index)),
    'allowances.set': (input) =>
      change(input.id, (writer, begun) => setAllowances(writer, begun, input, input.allowances)),
  };
}
