import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { InvoiceStatus } from '#shared/domain/invoice-status.ts';
import type { JournalAction } from '#shared/text/journal/actions.ts';
import { crashPoint } from '../store/crash-point.ts';
import { sha256 } from '../journal/hash.ts';
import { appendJournal, canonicalText } from '../journal/service.ts';
import { columnHashes } from '../records/column-hashes.ts';
import { storeFile } from '../records/files.ts';
import { stamp, type Change } from '../records/change.ts';
import { InvoiceEntity, InvoiceFileEntity, InvoiceSnapshotEntity, type InvoiceRow } from '../store/entities/index.ts';
import type { Writer } from '../store/open.ts';
import { nextNumber, takeNumber, type NextNumber } from '../numbering/service.ts';
import { fileNameOf } from '../invoices/file-name.ts';
import { indexForSearch } from '../invoices/search-index.ts';
import type { RenderedInvoice } from '../workers/renderer.ts';
import { stateOfSources, type LoadedInvoice } from './load.ts';

/**
 * Records a rendered invoice: number, status, snapshot, files and journal entry in the running transaction.
 * Returns false, and has written nothing, when anything changed since `loaded` was read.
 */
export async function commitInvoice(
  writer: Writer,
  change: Change,
  loaded: LoadedInvoice,
  rendered: RenderedInvoice,
): Promise<boolean> {
  const { sources, document, check } = loaded;
  const { invoice } = sources;
  const next = await nextNumber(writer, loaded.next.rangeId, invoice.issueDate);
  if ((await stateOfSources(writer, sources, next)) !== loaded.state) return false;
  const final = { status: 'final', action: 'invoice.finalised', eInvoice: check.eInvoice.wanted } as const;
  await commitDocument(writer, change, { invoice, document, next, ...final }, rendered);
  return true;
}

/** A document that becomes final. */
export interface CommittedDocument {
  /** Its row, still a draft. */
  invoice: InvoiceRow;
  document: InvoiceDocument;
  next: NextNumber;
  status: InvoiceStatus;
  eInvoice: EInvoiceFormat;
  /** What the journal calls it. */
  action: JournalAction;
}

/** Freezes a document: its row, snapshot and files, the journal entry that knows them all, and last number and status. */
export async function commitDocument(
  writer: Writer,
  change: Change,
  { invoice, document, next, status, eInvoice, action }: CommittedDocument,
  rendered: RenderedInvoice,
): Promise<void> {
  const { lineNet, net, vat, gross } = document.totals;
  await writer.update(
    InvoiceEntity,
    { id: invoice.id },
    {
      ...{ eInvoice, finalisedAt: change.at, dueDate: document.terms.dueDate, buyerName: document.buyer.name },
      ...{ numberRangeId: next.rangeId, numberPeriod: next.period, numberCounter: next.counter },
      ...{ lineNet, net, vat, gross },
    },
  );
  const text = canonicalText(document);
  const snapshotHash = sha256(text);
  await writer.insert(InvoiceSnapshotEntity, {
    invoiceId: invoice.id,
    document: text,
    hash: snapshotHash,
    logoHash: document.logo?.hash ?? null,
  });
  crashPoint('document:snapshot');
  const hashes = {
    pdf: await storeInvoiceFile(writer, invoice.id, 'pdf', fileNameOf(document, 'pdf'), rendered.pdf),
    xrechnung: rendered.xrechnung
      ? await storeInvoiceFile(writer, invoice.id, 'xrechnung', fileNameOf(document, 'xml'), rendered.xrechnung)
      : null,
  };
  crashPoint('document:files');
  const { precedingInvoice } = document;
  const { sequence, hash } = await appendJournal(writer, {
    ...change,
    ...{ action, record: 'invoice', recordId: invoice.id },
    changes: {
      status: { from: invoice.status, to: status },
      number: { from: '', to: next.number },
      snapshotHash: { from: null, to: snapshotHash },
      pdfHash: { from: null, to: hashes.pdf },
      xrechnungHash: { from: null, to: hashes.xrechnung },
      rows: { from: null, to: await columnHashes(writer, invoice.id) },
      ...(precedingInvoice && { precedingInvoice: { from: null, to: { ...precedingInvoice } } }),
    },
  });
  crashPoint('document:journal');
  await takeNumber(writer, next, sequence);
  crashPoint('document:number');
  const final = { status, number: next.number, journalHash: hash };
  await writer.update(InvoiceEntity, { id: invoice.id }, { ...stamp(change, invoice.revision + 1), ...final });
  crashPoint('document:row');
  await indexForSearch(writer, invoice.id, { title: invoice.title, number: next.number });
  crashPoint('document:found');
}

async function storeInvoiceFile(
  writer: Writer,
  invoiceId: number,
  kind: 'pdf' | 'xrechnung',
  fileName: string,
  content: Uint8Array,
): Promise<string> {
  const hash = await storeFile(writer, content);
  await writer.insert(InvoiceFileEntity, { invoiceId, kind, hash, fileName });
  return hash;
}
