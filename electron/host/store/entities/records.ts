import { EntitySchema } from 'typeorm';

/** What is only ever added: files, snapshots, journal, request ids. Rows as SQLite stores them; repositories convert. */

export interface StoredFileRow {
  hash: string;
  size: number;
  content: Uint8Array;
}

export interface InvoiceSnapshotRow {
  invoiceId: number;
  document: string;
  hash: string;
  /** The logo that the document prints. */
  logoHash: string | null;
}

export interface InvoiceFileRow {
  invoiceId: number;
  kind: string;
  hash: string;
  fileName: string;
}

export interface JournalRow {
  sequence: number;
  entry: string;
  hash: string;
}

export interface RequestRow {
  id: string;
  call: string;
  inputHash: string;
  recordId: number;
  at: string;
}

export const StoredFileEntity = new EntitySchema<StoredFileRow>({
  name: 'StoredFile',
  tableName: 'stored_file',
  columns: {
    hash: { type: 'text', primary: true },
    size: { type: 'integer' },
    content: { type: 'blob' },
  },
});

export const InvoiceSnapshotEntity = new EntitySchema<InvoiceSnapshotRow>({
  name: 'InvoiceSnapshot',
  tableName: 'invoice_snapshot',
  columns: {
    invoiceId: { type: 'integer', name: 'invoice_id', primary: true },
    document: { type: 'text' },
    hash: { type: 'text' },
    logoHash: { type: 'text', name: 'logo_hash', nullable: true },
  },
});

export const InvoiceFileEntity = new EntitySchema<InvoiceFileRow>({
  name: 'InvoiceFile',
  tableName: 'invoice_file',
  columns: {
    invoiceId: { type: 'integer', name: 'invoice_id', primary: true },
    kind: { type: 'text', primary: true },
    hash: { type: 'text' },
    fileName: { type: 'text', name: 'file_name' },
  },
});

export const JournalEntity = new EntitySchema<JournalRow>({
  name: 'Journal',
  tableName: 'journal',
  columns: {
    sequence: { type: 'integer', primary: true },
    entry: { type: 'text' },
    hash: { type: 'text' },
  },
});

export const RequestEntity = new EntitySchema<RequestRow>({
  name: 'Request',
  tableName: 'request',
  columns: {
    id: { type: 'text', primary: true },
    call: { type: 'text' },
    inputHash: { type: 'text', name: 'input_hash' },
    recordId: { type: 'integer', name: 'record_id' },
    at: { type: 'text' },
  },
});
