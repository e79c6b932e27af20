import { CallError } from '#shared/contract/errors.ts';
import type { DocumentPurpose } from '#shared/contract/invoices.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { isAllowed, type InvoiceStatus } from '#shared/domain/invoice-status.ts';
import type { HostContext } from '../context.ts';
import { appendJournal } from '../journal/service.ts';
import { unsupportedCharacters } from '../output/pdf/unsupported.ts';
import type { Change } from '../records/change.ts';
import type { Writer } from '../store/open.ts';
import { buildDocument } from './document.ts';
import { fileNameOf } from './file-name.ts';
import { loadFile, loadInvoice } from './repository.ts';
import { sourceField } from './source-field.ts';
import { loadSources } from './sources.ts';

export interface InvoiceFile {
  fileName: string;
  content: Uint8Array<ArrayBuffer>;
}

/**
 * The PDF of an invoice: once final the stored bytes, for ever (F2.1); as a draft a fresh one (A10.2).
 * @throws CallError `not-found`, `template-missing` (A10.1), `unprintable-character`
 */
export async function invoicePdf({ store, clock, renderer }: HostContext, id: number): Promise<InvoiceFile> {
  const loaded = await store.read(async (reader) => {
    const stored = await loadFile(reader, id, 'pdf');
    return stored ? { stored } : { sources: await loadSources(reader, id) };
  });
  if (loaded.stored) return loaded.stored;
  const { document } = buildDocument(loaded.sources, null, clock.now());
  assertPrintable(document);
  const { pdf } = await renderer.render(document, 'none');
  return { fileName: fileNameOf(document, 'pdf'), content: new Uint8Array(pdf) };
}

/**
 * Refuses a document with characters that no font has, each named with the field where somebody typed it.
 * @throws CallError `unprintable-character`
 */
export function assertPrintable(document: InvoiceDocument): void {
  const problems = unsupportedCharacters(document).map(({ field, character }) => ({
    field: sourceField(field),
    rule: 'unprintable-character',
    parameters: { character },
  }));
  if (problems.length > 0) throw new CallError('unprintable-character', 'the font lacks characters', problems);
}

/**
 * The stored XRechnung of a final invoice (B3.3, F2.8).
 * @throws CallError `not-found`, `no-e-invoice` for a draft (D14) or an invoice that was finalised without one
 */
export async function invoiceXRechnung({ store }: HostContext, id: number): Promise<InvoiceFile> {
  return store.read(async (reader) => {
    const { invoice } = await loadInvoice(reader, id);
    const stored = await loadFile(reader, id, 'xrechnung');
    if (stored) return stored;
    const reason = isAllowed(invoice.status as InvoiceStatus, 'download-xrechnung') ? 'finalised-without' : 'draft';
    throw new CallError('no-e-invoice', `invoice ${id} has no XRechnung: ${reason}`, { reason });
  });
}

/** A document that leaves the office. */
export interface HandedOut {
  id: number;
  kind: 'pdf' | 'xrechnung';
  purpose: DocumentPurpose;
}

/** Printed or downloaded: who and when; the invoice itself stays as it is (F2.2). */
export async function recordHandedOut(writer: Writer, change: Change, { id, kind, purpose }: HandedOut): Promise<void> {
  const downloaded = kind === 'pdf' ? 'invoice.pdfDownloaded' : 'invoice.xrechnungDownloaded';
  const action = purpose === 'print' ? 'invoice.printed' : downloaded;
  await appendJournal(writer, { ...change, action, record: 'invoice', recordId: id, changes: {} });
}
