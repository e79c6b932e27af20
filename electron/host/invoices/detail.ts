import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { InvoiceTotals } from '#shared/domain/totals.ts';
import { getCustomer } from '../customers/service.ts';
import { getProfile } from '../profiles/service.ts';
import type { Reader } from '../store/open.ts';
import { getTemplate } from '../templates/service.ts';
import { loadRates } from '../vat-rates/service.ts';
import { openRefund, relatedInvoices } from './cancellation.ts';
import { toAllowance, toEntry, toHeader, toTotals } from './convert.ts';
import { draftTotals, lineVat } from './draft-totals.ts';
import { flagOf } from './flags.ts';
import { accountOf } from './payments.ts';
import { listFiles, loadInvoice, loadSnapshot, type InvoiceRows } from './repository.ts';

type Names = Pick<InvoiceDetail, 'customer' | 'responsibleName' | 'templateName'>;

/**
 * One invoice for the detail view. What a final invoice shows comes from its snapshot, so that a later change of
 * customer, profile, template or rate does not reach it (F2.1).
 * @throws CallError `not-found`
 */
export async function getInvoice(reader: Reader, id: number): Promise<InvoiceDetail> {
  const rows = await loadInvoice(reader, id);
  const snapshot = await loadSnapshot(reader, id);
  const document = snapshot === null ? null : (JSON.parse(snapshot) as InvoiceDocument);
  const content = document ? frozenContent(rows, document) : await draftContent(reader, rows);
  const names = document ? await frozenNames(reader, rows, document) : await draftNames(reader, rows);
  const { invoice, allowances } = rows;
  return {
    ...toHeader(invoice),
    ...(document && frozenCustomerData(document)),
    ...names,
    ...content,
    id,
    revision: invoice.revision,
    status: invoice.status as InvoiceDetail['status'],
    number: invoice.number,
    dueDate: invoice.dueDate,
    allowances: allowances.map(toAllowance),
    eInvoice: invoice.eInvoice as InvoiceDetail['eInvoice'],
    files: (await listFiles(reader, id)) as InvoiceDetail['files'],
    createdAt: invoice.createdAt,
    changedAt: invoice.changedAt,
    changedBy: invoice.changedBy,
    finalisedAt: invoice.finalisedAt,
    sentOn: invoice.sentOn,
    account: document && (await accountOf(reader, invoice, document)),
    kind: invoice.kind as InvoiceDetail['kind'],
    changeRequest: flagOf(invoice.changeRequest),
    dispute: flagOf(invoice.dispute),
    refund: await openRefund(reader, invoice),
    related: await relatedInvoices(reader, invoice),
  };
}

/** The sums of an invoice with the path to each figure: computed for a draft, frozen for a final one. */
export async function getTotals(reader: Reader, id: number): Promise<InvoiceTotals> {
  const snapshot = await loadSnapshot(reader, id);
  if (snapshot !== null) return (JSON.parse(snapshot) as InvoiceDocument).totals;
  return draftTotals(await loadInvoice(reader, id), await loadRates(reader));
}

type Content = Pick<InvoiceDetail, 'entries' | 'totals'>;

async function draftContent(reader: Reader, rows: InvoiceRows): Promise<Content> {
  const rates = await loadRates(reader);
  return {
    entries: rows.entries.map((row) => toEntry(row, lineVat(rates, row.vatRateId, rows.invoice))),
    totals: toTotals(draftTotals(rows, rates)),
  };
}

function frozenContent({ entries }: InvoiceRows, document: InvoiceDocument): Content {
  return {
    entries: entries.map((row, index) => {
      const frozen = document.entries[index];
      return toEntry(row, frozen?.kind === 'line' ? frozen.vat : null);
    }),
    totals: toTotals(document.totals),
  };
}

/** Address and contact as they were printed: without them the view would show those of today (F2.1). */
function frozenCustomerData({ buyer, buyerContact }: InvoiceDocument): Pick<InvoiceDetail, 'buyerAddress' | 'contact'> {
  const { name, address } = buyer;
  return { buyerAddress: { name, address }, contact: buyerContact ?? { name: '', phone: '', email: '' } };
}

async function draftNames(reader: Reader, { invoice }: InvoiceRows): Promise<Names> {
  const { number, name, archived } = await getCustomer(reader, invoice.customerId);
  return {
    customer: { number, name, archived },
    responsibleName: (await getProfile(reader, invoice.responsibleId)).name,
    templateName: invoice.templateId === null ? '' : (await getTemplate(reader, invoice.templateId)).name,
  };
}

async function frozenNames(reader: Reader, { invoice }: InvoiceRows, document: InvoiceDocument): Promise<Names> {
  const { archived } = await getCustomer(reader, invoice.customerId);
  return {
    customer: { number: document.buyer.number, name: document.buyer.name, archived },
    responsibleName: document.responsible.name,
    templateName: document.templateReference.name,
  };
}
