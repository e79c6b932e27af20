import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { isCancelledWith } from '#shared/domain/cancellation.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { stamp, type Change } from '../records/change.ts';
import { InvoiceEntity, type InvoiceEntryRow, type InvoiceRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { DraftTarget } from './entries-service.ts';
import {
  insertEntries,
  insertInvoice,
  loadInvoice,
  loadFrozenDocument,
  replaceAllowances,
  type InvoiceRows,
} from './repository.ts';
import { assertAllowed, loadForAction, recordStep } from './service.ts';

/** An invoice that is to be cancelled: what is stored of it, and its frozen document. */
export interface Cancelled {
  rows: InvoiceRows;
  document: InvoiceDocument;
}

/**
 * Loads an invoice that may be cancelled.
 * @throws CallError `not-found`, `not-allowed`
 */
export async function loadCancelled(reader: Reader, id: number): Promise<Cancelled> {
  const rows = await loadInvoice(reader, id);
  assertAllowed(rows.invoice, 'cancel');
  return { rows, document: await loadFrozenDocument(reader, id) };
}

/**
 * Stores the rows of a Stornorechnung, still without a number, and returns the invoice's. Its positions are those of the
 * cancelled invoice with the quantity turned; fixed discounts stand as they were agreed, their sign is in the document.
 */
export async function insertCancellation(
  writer: Writer,
  change: Change,
  { invoice, entries, allowances }: InvoiceRows,
  document: InvoiceDocument,
): Promise<InvoiceRow> {
  const { id: cancelledId, ...cancelled } = invoice;
  const { lineNet, net, vat, gross } = document.totals;
  const row: Omit<InvoiceRow, 'id'> = {
    ...cancelled,
    ...{ kind: 'cancellation', status: 'draft', number: '', precedingInvoiceId: cancelledId },
    ...{ numberRangeId: null, numberPeriod: null, numberCounter: null },
    ...{ finalisedAt: null, journalHash: null, eInvoice: null },
    ...{ issueDate: document.issueDate, dueDate: document.terms.dueDate },
    ...{ dueDays: 0, skontoDays: null, skontoPercent: null },
    ...{ lineNet, net, vat, gross, sentOn: null, paid: 0, changeRequest: null, dispute: null },
    ...{ ...stamp(change, 1), createdAt: change.at },
  };
  const id = await insertInvoice(writer, row);
  await insertEntries(writer, counterEntries(id, entries, document));
  await replaceAllowances(
    writer,
    id,
    allowances.map(({ id: cancelledAllowance, ...allowance }) => ({ ...allowance, invoiceId: id })),
  );
  return { id, ...row };
}

/** In the order of the document; texts with what their placeholders stood for. */
function counterEntries(
  invoiceId: number,
  cancelled: InvoiceEntryRow[],
  document: InvoiceDocument,
): Omit<InvoiceEntryRow, 'id'>[] {
  const kept = cancelled.filter(({ kind, area }) =>
    isCancelledWith(kind === 'line' ? { kind } : { kind: 'text', area }),
  );
  const added = document.entries.length - kept.length;
  return document.entries.map((entry, sort) => {
    const content = entry.kind === 'line' ? entry.description : entry.content;
    const own = { invoiceId, sort, content: content && JSON.stringify(content) };
    const row = kept[sort - added];
    if (row === undefined) return { ...REASON, ...own };
    const { id, ...columns } = row;
    return { ...columns, ...own, quantity: columns.quantity && -columns.quantity };
  });
}

/** The columns of the text that says why. */
const REASON = {
  ...{ kind: 'text', area: 'intro', title: '', quantity: null, unit: null, unitPrice: null, vatRateId: null },
  ...{ discountPercent: null, discountAmount: null, ruleAbove: 0, ruleBelow: 0 },
} as const satisfies Partial<InvoiceEntryRow>;

/** The invoice is "Storniert"; the journal names the Stornorechnung. An objection is thereby settled. */
export async function markCancelled(
  writer: Writer,
  change: Change,
  invoice: InvoiceRow,
  cancellationNumber: string,
): Promise<void> {
  const changed = { status: 'cancelled', dispute: null } as const;
  await recordStep(writer, change, invoice, 'invoice.cancelled', changed, { cancellation: cancellationNumber });
}

/**
 * "Verrechnet": what a Stornorechnung made necessary, the refund, is done (A20.7, D24).
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function settleCancellation(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, 'settle');
  await recordStep(writer, change, invoice, 'invoice.settled', { status: 'settled' });
}

/** What was paid on the invoice that a Stornorechnung "Nicht verrechnet" cancels; null for every other invoice (D24). */
export async function openRefund(reader: Reader, { status, precedingInvoiceId }: InvoiceRow): Promise<number | null> {
  if (status !== 'not-settled' || precedingInvoiceId === null) return null;
  return (await reader.findOneByOrFail(InvoiceEntity, { id: precedingInvoiceId })).paid;
}

/** The invoices that belong to this one by a cancellation (A20.8), oldest first. */
export async function relatedInvoices(reader: Reader, invoice: InvoiceRow): Promise<InvoiceDetail['related']> {
  const { id, kind, precedingInvoiceId } = invoice;
  const following = (preceding: number) =>
    reader.find(InvoiceEntity, { where: { precedingInvoiceId: preceding }, order: { id: 'ASC' } });
  const before = precedingInvoiceId === null ? [] : await reader.findBy(InvoiceEntity, { id: precedingInvoiceId });
  const beside = precedingInvoiceId === null ? [] : await following(precedingInvoiceId);
  // Nothing follows what was never cancelled: drafts, which are loaded with each change, ask nothing.
  const after = invoice.status === 'cancelled' ? await following(id) : [];
  return [
    ...before.map((row) => link(row, kind === 'cancellation' ? 'cancelled' : 'replaced')),
    ...beside
      .filter((row) => row.id !== id)
      .map((row) => link(row, row.kind === 'cancellation' ? 'sibling' : 'replacement')),
    ...after.map((row) => link(row, row.kind === 'cancellation' ? 'cancellation' : 'replacement')),
  ];
}

type Related = InvoiceDetail['related'][number];

function link({ id, number, issueDate, status }: InvoiceRow, role: Related['role']): Related {
  return { role, id, number, issueDate, status: status as Related['status'] };
}
