import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { sha256 } from '../journal/hash.ts';
import type { Changes } from '../journal/service.ts';
import { columnHashes, differingColumns, type ColumnHashes } from '../records/column-hashes.ts';
import type { NumberedInvoice } from '../journal/verify.ts';
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

const INVOICE = `
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
  WHERE i.id = ?`;

/** Final invoices, newest first, before an id. */
export async function finalInvoiceIds(reader: Reader, before: number, limit: number): Promise<number[]> {
  const rows = await reader.query<{ id: number }[]>(
    "SELECT id FROM invoice WHERE status IS NOT 'draft' AND id < ? ORDER BY id DESC LIMIT ?",
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

export interface StoredDocument {
  kind: 'pdf' | 'xrechnung';
  hash: string;
  /** Null: the file is gone. */
  stored: StoredFile | null;
}

interface StoredFile {
  hash: string;
  size: number;
  content: Uint8Array;
}

/** The stored files of an invoice. */
async function loadFiles(reader: Reader, invoiceId: number): Promise<StoredDocument[]> {
  const rows = await reader.query<{ kind: StoredDocument['kind']; hash: string; row: number | null }[]>(
    'SELECT f.kind, f.hash, s.rowid AS row FROM invoice_file AS f LEFT JOIN stored_file AS s ON s.hash = f.hash WHERE f.invoice_id = ?',
    [invoiceId],
  );
  const files: StoredDocument[] = [];
  for (const { kind, hash, row } of rows) {
    // By its place: the hash above stands in the index, which may say something else than the row.
    const sql = 'SELECT hash, size, content FROM stored_file WHERE rowid = ?';
    const [stored] = row === null ? [] : await reader.query<StoredFile[]>(sql, [row]);
    files.push({ kind, hash, stored: stored ?? null });
  }
  return files;
}

/** The invoices of the journal that are not final, or not there. */
export async function verifyNumbered(reader: Reader, numbered: NumberedInvoice[]): Promise<Damage[]> {
  if (numbered.length === 0) return [];
  const rows = await reader.query<{ id: number }[]>(
    `SELECT id FROM invoice WHERE status IS NOT 'draft' AND id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(numbered.map(({ id }) => id))],
  );
  const final = new Set(rows.map(({ id }) => id));
  return numbered
    .filter(({ id }) => !final.has(id))
    .map(({ id, number }) => ({ rule: 'invoice-missing', record: 'invoice', recordId: id, detail: number }));
}

/** Compares a final invoice with its frozen document, its files and its journal entry (F2.1, F2.2, F2.8). */
export async function verifyInvoice(reader: Reader, id: number): Promise<{ files: number; damages: Damage[] }> {
  const [invoice] = await reader.query<FinalInvoice[]>(INVOICE, [id]);
  const damage = (rule: DamageRule, detail = ''): Damage => ({ rule, record: 'invoice', recordId: id, detail });
  if (!invoice) return { files: 0, damages: [damage('unreadable')] };
  const files = await loadFiles(reader, id);
  const columns = await columnHashes(reader, id);
  const damages = [
    ...snapshotDamages(invoice).map(([rule, detail]) => damage(rule, detail)),
    ...fileDamages(invoice, files).map(([rule, detail]) => damage(rule, detail)),
    ...journalDamages(invoice, files, columns).map(([rule, detail]) => damage(rule, detail)),
    ...cancellationDamages(invoice).map(([rule, detail]) => damage(rule, detail)),
  ];
  return { files: files.length, damages };
}

type Finding = [rule: DamageRule, detail: string];

function snapshotDamages(invoice: FinalInvoice): Finding[] {
  if (invoice.document === null) return [['snapshot-missing', '']];
  if (!isUnchanged(invoice.document, invoice.snapshot_hash, 'string')) return [['snapshot-hash', '']];
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
  const present = files.filter(({ stored }) => stored !== null).map(({ kind }) => kind as string);
  const kinds = new Set([...needed, ...files.map(({ kind }) => kind)]);
  const missing = [...kinds].filter((kind) => !present.includes(kind));
  const changed = files.filter(
    ({ stored, hash }) =>
      stored !== null &&
      !(isUnchanged(stored.content, hash, 'object') && stored.hash === hash && stored.size === stored.content.length),
  );
  return [
    ...missing.map((kind): Finding => ['file-missing', kind]),
    ...changed.map(({ kind }): Finding => ['file-hash', kind]),
  ];
}

/** Text that has become bytes, or bytes that have become text, are another value, whatever they say. */
function isUnchanged(content: string | Uint8Array, hash: string | null, type: 'string' | 'object'): boolean {
  return typeof content === type && sha256(content) === hash;
}

function journalDamages(invoice: FinalInvoice, files: StoredDocument[], columns: ColumnHashes): Finding[] {
  if (invoice.entry === null) return [['journal-entry-missing', '']];
  const changes = changesOf(invoice.entry);
  const hashOf = (kind: string) => files.find((file) => file.kind === kind)?.hash ?? null;
  const recorded = {
    number: invoice.number,
    snapshotHash: invoice.snapshot_hash,
    pdfHash: hashOf('pdf'),
    xrechnungHash: hashOf('xrechnung'),
  };
  const differing = Object.entries(recorded).filter(([field, value]) => (changes[field]?.to ?? null) !== value);
  // Files from before there were such hashes have none.
  const then = (changes['rows']?.to ?? {}) as ColumnHashes;
  const { journaled_status: journaled, status } = invoice;
  const sums = [invoice.paid, invoice.payments, invoice.journaled_payments];
  return [
    ...differing.map(([field]): Finding => ['journal-entry-differs', field]),
    ...differingColumns(then, columns).map((column): Finding => ['row-differs', column]),
    ...(journaled === status ? [] : [['status-unjournaled', `${journaled} / ${status}`] satisfies Finding]),
    ...(new Set(sums).size === 1 ? [] : [['payments-differ', sums.join(' / ')] satisfies Finding]),
  ];
}

/** Empty when the entry is no JSON any more: the chain says so. */
function changesOf(entry: string): Changes {
  try {
    return (JSON.parse(entry) as { changes: Changes }).changes;
  } catch {
    return {};
  }
}

/** "Storniert" and a Stornorechnung over the same sum come together or not at all (A20.3). */
function cancellationDamages({ status, gross, counter_gross: counter }: FinalInvoice): Finding[] {
  const isRight = status === 'cancelled' ? counter !== null && counter + gross === 0 : counter === null;
  return isRight ? [] : [['cancellation-differs', `${gross} / ${counter}`]];
}
