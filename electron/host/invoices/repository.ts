import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import {
  InvoiceAllowanceEntity,
  InvoiceEntity,
  InvoiceEntryEntity,
  InvoiceFileEntity,
  InvoiceSnapshotEntity,
  StoredFileEntity,
  type InvoiceAllowanceRow,
  type InvoiceEntryRow,
  type InvoiceRow,
} from '../store/entities/index.ts';
import { findRecord } from '../records/change.ts';
import type { Reader, Writer } from '../store/open.ts';
import { indexForSearch } from './search-index.ts';

/** An invoice as it stands in the file: its row and what is below it, in order. */
export interface InvoiceRows {
  invoice: InvoiceRow;
  entries: InvoiceEntryRow[];
  allowances: InvoiceAllowanceRow[];
}

/**
 * Loads an invoice with all that is below it, except files and snapshot.
 * @throws CallError `not-found`
 */
export async function loadInvoice(reader: Reader, id: number): Promise<InvoiceRows> {
  const invoice = await findRecord(reader, InvoiceEntity, 'invoice', id);
  const order = { where: { invoiceId: id }, order: { sort: 'ASC' } } as const;
  const entries = await reader.find(InvoiceEntryEntity, order);
  const allowances = await reader.find(InvoiceAllowanceEntity, order);
  return { invoice, entries, allowances };
}

/** Inserts a row and returns its id. */
export async function insertInvoice(writer: Writer, row: Omit<InvoiceRow, 'id'>): Promise<number> {
  const id = idOf(await writer.insert(InvoiceEntity, row));
  await indexForSearch(writer, id, row);
  return id;
}

/** Writes the given columns; nothing given, nothing written. */
export async function updateInvoiceRow(writer: Writer, id: number, row: Partial<InvoiceRow>): Promise<void> {
  if (Object.keys(row).length === 0) return;
  await writer.update(InvoiceEntity, { id }, row);
  if (row.title === undefined && row.number === undefined) return;
  await indexForSearch(writer, id, await writer.findOneByOrFail(InvoiceEntity, { id }));
}

/** Deletes a draft with everything below it. */
export async function deleteInvoiceRows(writer: Writer, id: number): Promise<void> {
  await writer.delete(InvoiceEntity, { id });
}

export async function insertEntry(writer: Writer, row: Omit<InvoiceEntryRow, 'id'>): Promise<number> {
  return idOf(await writer.insert(InvoiceEntryEntity, row));
}

/** Inserts many entries; in parts, because one statement takes a limited number of values. */
export async function insertEntries(writer: Writer, rows: Omit<InvoiceEntryRow, 'id'>[]): Promise<void> {
  const size = 200;
  for (let at = 0; at < rows.length; at += size) {
    await writer.insert(InvoiceEntryEntity, rows.slice(at, at + size));
  }
}

export async function updateEntryRow(writer: Writer, id: number, row: Partial<InvoiceEntryRow>): Promise<void> {
  await writer.update(InvoiceEntryEntity, { id }, row);
}

export async function deleteEntryRow(writer: Writer, id: number): Promise<void> {
  await writer.delete(InvoiceEntryEntity, { id });
}

/** Makes room in the order: entries from `sort` on move one place down. */
export async function makeRoom(writer: Writer, invoiceId: number, sort: number): Promise<void> {
  await writer.query('UPDATE invoice_entry SET sort = sort + 1 WHERE invoice_id = ? AND sort >= ?', [invoiceId, sort]);
}

/** Writes the order of all entries of an invoice; only those that changed place. */
export async function writeOrder(writer: Writer, entries: readonly InvoiceEntryRow[]): Promise<void> {
  for (const [sort, entry] of entries.entries()) {
    if (entry.sort !== sort) await updateEntryRow(writer, entry.id, { sort });
  }
}

export async function replaceAllowances(
  writer: Writer,
  invoiceId: number,
  rows: Omit<InvoiceAllowanceRow, 'id'>[],
): Promise<void> {
  await writer.delete(InvoiceAllowanceEntity, { invoiceId });
  if (rows.length > 0) await writer.insert(InvoiceAllowanceEntity, rows);
}

/** The frozen document of a final invoice as text, or null for a draft. */
export async function loadSnapshot(reader: Reader, invoiceId: number): Promise<string | null> {
  return (await reader.findOneBy(InvoiceSnapshotEntity, { invoiceId }))?.document ?? null;
}

/** The document of an invoice that is final; that one without is a damage, which `office.verify` names. */
export async function loadFrozenDocument(reader: Reader, invoiceId: number): Promise<InvoiceDocument> {
  const snapshot = await loadSnapshot(reader, invoiceId);
  if (snapshot === null) throw new Error(`the final invoice ${invoiceId} has no snapshot`);
  return JSON.parse(snapshot) as InvoiceDocument;
}

export interface FileRow {
  kind: string;
  fileName: string;
  size: number;
  hash: string;
}

/** Names and sizes of the stored files of an invoice, without their content. */
export function listFiles(reader: Reader, invoiceId: number): Promise<FileRow[]> {
  return reader.query<FileRow[]>(
    `SELECT f.kind, f.file_name AS fileName, s.size, f.hash FROM invoice_file f JOIN stored_file s ON s.hash = f.hash
     WHERE f.invoice_id = ? ORDER BY f.kind`,
    [invoiceId],
  );
}

/** One stored file of an invoice, or null. */
export async function loadFile(
  reader: Reader,
  invoiceId: number,
  kind: string,
): Promise<{ fileName: string; content: Uint8Array<ArrayBuffer> } | null> {
  const file = await reader.findOneBy(InvoiceFileEntity, { invoiceId, kind });
  if (!file) return null;
  const { content } = await reader.findOneByOrFail(StoredFileEntity, { hash: file.hash });
  return { fileName: file.fileName, content: new Uint8Array(content) };
}

function idOf({ identifiers }: { identifiers: object[] }): number {
  return (identifiers[0] as { id: number }).id;
}
