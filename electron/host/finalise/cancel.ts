import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { CancelPreview } from '#shared/contract/invoice-steps.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { Instant, IsoDate } from '#shared/domain/amounts.ts';
import { cancellationOf } from '#shared/domain/cancellation.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { cancellationStatus } from '#shared/domain/invoice-status.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import type { HostContext } from '../context.ts';
import { crashPoint } from '../store/crash-point.ts';
import { insertReplacement } from '../invoices/copy.ts';
import { getInvoice } from '../invoices/detail.ts';
import { insertCancellation, loadCancelled, markCancelled, type Cancelled } from '../invoices/cancellation.ts';
import { loadForAction } from '../invoices/service.ts';
import { cancellationRangeId, nextNumber, type NextNumber } from '../numbering/service.ts';
import { activeProfileName } from '../profiles/active.ts';
import { characterParameters, unsupportedCharacters } from '../output/pdf/unsupported.ts';
import { assertRevision, type Change } from '../records/change.ts';
import { refused } from '../records/refused.ts';
import { earlierResult, rememberRequest } from '../records/requests.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { RenderedInvoice } from '../workers/renderer.ts';
import { commitDocument } from './commit.ts';
import { ATTEMPTS, changedMeanwhile } from './finalise.ts';

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
export async function cancelInvoice(
  { store, clock, renderer }: HostContext,
  input: CancelInput,
): Promise<InvoiceDetail> {
  const request = { call: 'invoices.cancel', at: clock.now(), input };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Read once: the date on the document and the one in the journal are of the same moment, also at the turn of the year.
    const [at, today] = [clock.now(), clock.today()];
    const loaded = await store.read(async (reader) => {
      if ((await earlierResult(reader, request)) !== null) return null;
      const cancelled = await loadCancelled(reader, input.id);
      assertRevision('invoice', cancelled.rows.invoice, input.expectedRevision);
      return loadCancellation(reader, cancelled, { at, today, reason: input.reason });
    });
    if (!loaded) return store.read((reader) => getInvoice(reader, input.id));
    crashPoint('cancel:loaded');
    const rendered = await renderer.render(loaded.document, loaded.eInvoice);
    crashPoint('cancel:rendered');
    const invoice = await store.write(async (writer) => {
      // Another call may have taken the id while the documents were made.
      if ((await earlierResult(writer, request)) !== null) return getInvoice(writer, input.id);
      const change = { at, who: await activeProfileName(writer) };
      if (!(await commitCancellation(writer, change, input, loaded, rendered))) return null;
      await rememberRequest(writer, request, input.id);
      crashPoint('cancel:remembered');
      return getInvoice(writer, input.id);
    });
    if (invoice) return invoice;
  }
  throw changedMeanwhile(input.id);
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
  { at, today, reason }: { at: Instant; today: IsoDate; reason: string },
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
