import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { sha256 } from '../journal/hash.ts';
import type { Changes } from '../journal/service.ts';
import type { Reader } from '../store/open.ts';
import type { Damage, DamageRule } from './damages.ts';

/** What stands in the columns of a final invoice, and what was kept with it. */
interface FinalInvoice {
  id: number;
  number: string;
  kind: string;
  status: string;
  issue_date: string;
  due_date: string;
  title: string;
  buyer_name: string;
  currency: string;
  line_net: number;
  net: number;
  vat: number;
  gross: number;
  e_invoice: string;
  journal_hash: string;
  document: string | null;
  snapshot_hash: string | null;
  logo_hash: string | null;
  /** The journal entry that made it final. */
  entry: string | null;
  /** The status in the newest entry that changed it. */
  journaled_status: string | null;
  paid: number;
  /** Sums of the stored and of the journaled payments. */
  payments: number;
  journaled_payments: number;
  /** Gross sum of its Stornorechnungen; null without one. */
  counter_gross: number | null;
}

const INVOICES = `
  SELECT i.id, i.number, i.kind, i.status, i.issue_date, i.due_date, i.title, i.buyer_name, i.currency, i.line_net, i.net, i.vat, i.gross,
    i.e_invoice, i.journal_hash, s.document, s.hash AS snapshot_hash, s.logo_hash,
    (SELECT entry FROM journal WHERE record = 'invoice' AND record_id = i.id AND hash = i.journal_hash) AS entry,
    (SELECT json_extract(entry, '$.changes.status.to') FROM journal WHERE record = 'invoice' AND record_id = i.id
      AND json_extract(entry, '$.changes.status') IS NOT NULL ORDER BY sequence DESC LIMIT 1) AS journaled_status,
    i.paid, (SELECT coalesce(sum(amount), 0) FROM payment WHERE invoice_id = i.id) AS payments,
    (SELECT coalesce(sum(json_extract(entry, '$.changes.payment.to.amount')), 0) FROM journal WHERE record = 'invoice' AND record_id = i.id)
      AS journaled_payments,
    (SELECT sum(gross) FROM invoice AS c WHERE c.preceding_invoice_id = i.id AND c.kind = 'cancellation') AS counter_gross
  FROM invoice AS i LEFT JOIN invoice_snapshot AS s ON s.invoice_id = i.id
  WHERE i.status <> 'draft' AND i.id < ? ORDER BY i.id DESC LIMIT ?`;

/** Final invoices, newest first, before an id; few at a time, because snapshots are large. */
export function loadFinalInvoices(reader: Reader, before: number, limit: number): Promise<FinalInvoice[]> {
  return reader.query<FinalInvoice[]>(INVOICES, [before, limit]);
}

export interface StoredDocument {
  kind: 'pdf' | 'xrechnung';
  hash: string;
  /** Null: the file is gone. */
  content: Uint8Array | null;
}

/** The stored files of an invoice. */
export function loadFiles(reader: Reader, invoiceId: number): Promise<StoredDocument[]> {
  return reader.query<StoredDocument[]>(
    'SELECT f.kind, f.hash, s.content FROM invoice_file AS f LEFT JOIN stored_file AS s ON s.hash = f.hash WHERE f.invoice_id = ?',
    [invoiceId],
  );
}

/** Compares a final invoice with its frozen document, its files and its journal entry (F2.1, F2.2, F2.8). */
export function verifyInvoice(invoice: FinalInvoice, files: StoredDocument[]): Damage[] {
  const damage = (rule: DamageRule, detail = ''): Damage => ({ rule, record: 'invoice', recordId: invoice.id, detail });
  return [
    ...snapshotDamages(invoice).map(([rule, detail]) => damage(rule, detail)),
    ...fileDamages(invoice, files).map(([rule, detail]) => damage(rule, detail)),
    ...journalDamages(invoice, files).map(([rule, detail]) => damage(rule, detail)),
    ...cancellationDamages(invoice).map(([rule, detail]) => damage(rule, detail)),
  ];
}

type Finding = [rule: DamageRule, detail: string];

function snapshotDamages(invoice: FinalInvoice): Finding[] {
  if (invoice.document === null) return [['snapshot-missing', '']];
  if (sha256(invoice.document) !== invoice.snapshot_hash) return [['snapshot-hash', '']];
  const { number, kind, issueDate, terms, title, buyer, currency, totals, logo } = JSON.parse(
    invoice.document,
  ) as InvoiceDocument;
  const frozen = {
    ...{ number, kind, title, currency },
    issue_date: issueDate,
    due_date: terms.dueDate,
    buyer_name: buyer.name,
    line_net: totals.lineNet,
    net: totals.net,
    vat: totals.vat,
    gross: totals.gross,
    // Documents from before there were logos lack the field.
    logo_hash: (logo as typeof logo | undefined)?.hash ?? null,
  } satisfies Partial<Record<keyof FinalInvoice, unknown>>;
  const columns = Object.keys(frozen) as (keyof typeof frozen)[];
  return columns.filter((column) => frozen[column] !== invoice[column]).map((column) => ['snapshot-differs', column]);
}

function fileDamages(invoice: FinalInvoice, files: StoredDocument[]): Finding[] {
  const needed = invoice.e_invoice === 'xrechnung' ? ['pdf', 'xrechnung'] : ['pdf'];
  const present = files.filter(({ content }) => content !== null).map(({ kind }) => kind as string);
  const kinds = new Set([...needed, ...files.map(({ kind }) => kind)]);
  const missing = [...kinds].filter((kind) => !present.includes(kind));
  const changed = files.filter(({ content, hash }) => content !== null && sha256(content) !== hash);
  return [
    ...missing.map((kind): Finding => ['file-missing', kind]),
    ...changed.map(({ kind }): Finding => ['file-hash', kind]),
  ];
}

function journalDamages(invoice: FinalInvoice, files: StoredDocument[]): Finding[] {
  if (invoice.entry === null) return [['journal-entry-missing', '']];
  const { changes } = JSON.parse(invoice.entry) as { changes: Changes };
  const hashOf = (kind: string) => files.find((file) => file.kind === kind)?.hash ?? null;
  const recorded = {
    number: invoice.number,
    snapshotHash: invoice.snapshot_hash,
    pdfHash: hashOf('pdf'),
    xrechnungHash: hashOf('xrechnung'),
  };
  const differing = Object.entries(recorded).filter(([field, value]) => (changes[field]?.to ?? null) !== value);
  const { journaled_status: journaled, status } = invoice;
  const sums = [invoice.paid, invoice.payments, invoice.journaled_payments];
  return [
    ...differing.map(([field]): Finding => ['journal-entry-differs', field]),
    ...(journaled === status ? [] : [['status-unjournaled', `${journaled} / ${status}`] satisfies Finding]),
    ...(new Set(sums).size === 1 ? [] : [['payments-differ', sums.join(' / ')] satisfies Finding]),
  ];
}

/** "Storniert" and a Stornorechnung over the same sum come together or not at all (A20.3). */
function cancellationDamages({ status, gross, counter_gross: counter }: FinalInvoice): Finding[] {
  const isRight = status === 'cancelled' ? counter !== null && counter + gross === 0 : counter === null;
  return isRight ? [] : [['cancellation-differs', `${gross} / ${counter}`]];
}
