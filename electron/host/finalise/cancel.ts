import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { CancelPreview } from '#shared/contract/invoice-steps.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { cancellationOf } from '#shared/domain/cancellation.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { cancellationStatus } from '#shared/domain/invoice-status.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import type { HostContext } from '../context.ts';
import { crashPoint } from '../store/crash-point.ts';
import { insertReplacement } from '../invoices/copy.ts';
import { insertCancellation, loadCancelled, markCancelled, type Cancelled } from '../invoices/cancellation.ts';
import { loadForAction } from '../invoices/service.ts';
import { cancellationRangeId, nextNumber, type NextNumber } from '../numbering/service.ts';
import { characterParameters, unsupportedCharacters } from '../output/pdf/unsupported.ts';
import { assertRevision, type Change } from '../records/change.ts';
import { refused } from '../records/refused.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { RenderedInvoice } from '../workers/renderer.ts';
import { commitDocument } from './commit.ts';
import { makeDocument, type Moment } from './lane.ts';

export interface CancelInput {
  id: number;
  expectedRevision: number;
  requestId: string;
  /** "Stornorechnung & neue Entwurfsrechnung erstellen" (A20.4). */
  replace: boolean;
  /** Printed on the Stornorechnung; '' for none. */
  reason: string;
}

/**
 * Cancels a final invoice (A20): the Stornorechnung with its own number, PDF and XRechnung, the invoice's new status and, if
 * wanted, the draft that replaces it; all or nothing. Runs inside the lane of finalising, because it takes a number.
 * Returns the cancelled invoice.
 * @throws CallError `not-found`, `not-allowed`, `stale`, `changed-meanwhile`, `invalid-input` (a reason that cannot be printed)
 */
export async function cancelInvoice(context: HostContext, input: CancelInput): Promise<InvoiceDetail> {
  return makeDocument(context, 'invoices.cancel', input, {
    load: async (reader, moment) => {
      const cancelled = await loadCancelled(reader, input.id);
      assertRevision('invoice', cancelled.rows.invoice, input.expectedRevision);
      const loaded = await loadCancellation(reader, cancelled, moment, input.reason);
      crashPoint('cancel:loaded');
      return loaded;
    },
    commit: (writer, change, loaded, rendered) => {
      crashPoint('cancel:rendered');
      return commitCancellation(writer, change, input, loaded, rendered);
    },
  });
}

/**
 * What cancelling would do now, for the dialog to say before it is done (A20.5, A20.6, D24).
 * @throws CallError `not-found`, `not-allowed`
 */
export async function previewCancellation(reader: Reader, id: number, today: IsoDate): Promise<CancelPreview> {
  const { rows } = await loadCancelled(reader, id);
  const { number } = await nextNumber(reader, await cancellationRangeId(reader), today);
  return { number, issueDate: today, status: statusOf(rows), refund: rows.invoice.paid };
}

interface LoadedCancellation {
  document: InvoiceDocument;
  next: NextNumber;
  /** As the cancelled one: an e-invoice is corrected by an e-invoice (F2.6). */
  eInvoice: EInvoiceFormat;
}

async function loadCancellation(
  reader: Reader,
  { rows, document: cancelled }: Cancelled,
  { at, today }: Moment,
  reason: string,
): Promise<LoadedCancellation> {
  const next = await nextNumber(reader, await cancellationRangeId(reader), today);
  const document = cancellationOf(cancelled, {
    ...{ number: next.number, issueDate: today, madeAt: at },
    reason: reason === '' ? null : plainToRichText(reason),
  });
  const [unprintable] = unsupportedCharacters(document);
  // All else was printed before, on the cancelled invoice.
  if (unprintable) throw refused('reason', 'unprintable-character', characterParameters(unprintable));
  return { document, next, eInvoice: rows.invoice.eInvoice as EInvoiceFormat };
}

/** Returns false, and has written nothing, when the next number is another one by now. */
async function commitCancellation(
  writer: Writer,
  change: Change,
  { id, expectedRevision, replace }: CancelInput,
  { document, next, eInvoice }: LoadedCancellation,
  rendered: RenderedInvoice,
): Promise<boolean> {
  const rows = await loadForAction(writer, id, expectedRevision, 'cancel');
  const now = await nextNumber(writer, await cancellationRangeId(writer), document.issueDate);
  if (JSON.stringify(now) !== JSON.stringify(next)) return false;
  const cancellation = await insertCancellation(writer, change, rows, document);
  crashPoint('cancel:inserted');
  const final = { status: statusOf(rows), eInvoice, action: 'invoice.cancellationIssued' } as const;
  await commitDocument(writer, change, { invoice: cancellation, document, next, ...final }, rendered);
  crashPoint('cancel:issued');
  await markCancelled(writer, change, rows.invoice, next.number);
  crashPoint('cancel:marked');
  if (replace) await insertReplacement(writer, change, rows, document.issueDate);
  crashPoint('cancel:replaced');
  return true;
}

function statusOf({ invoice }: Cancelled['rows']) {
  return cancellationStatus(invoice.status as 'final' | 'sent' | 'paid', invoice.paid !== 0);
}
