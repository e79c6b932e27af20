import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { indexForSearch } from '../../../electron/host/invoices/search-index.ts';
import { sha256 } from '../../../electron/host/journal/hash.ts';
import { appendJournal } from '../../../electron/host/journal/service.ts';
import type { Writer } from '../../../electron/host/store/open.ts';

/** An office and its invoices made of rows alone, without the subjects above the store: what the store must keep. */

export const AT = '2026-11-21T10:00:00.000Z';
const RECORD = { changed_at: AT, changed_by: 'Anna Beispiel' };
const PERIOD = '2026';

/** Inserts one row; columns by their names in the table. */
export async function insertRow(writer: Writer, table: string, row: Record<string, unknown>): Promise<number> {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const inserted: unknown = await writer.query(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`,
    Object.values(row),
  );
  return Number(inserted);
}

/** Master records that an invoice refers to, each with id 1. */
export async function seedOffice(writer: Writer): Promise<void> {
  await insertRow(writer, 'company', { id: 1, ...RECORD, name: 'Muster GmbH' });
  await insertRow(writer, 'profile', { id: 1, ...RECORD, name: 'Anna Beispiel' });
  await insertRow(writer, 'template', { id: 1, ...RECORD, name: 'Standard', data: '{}' });
  await insertRow(writer, 'customer', {
    id: 1,
    ...RECORD,
    ...{
      number: 'K-1',
      kind: 'business',
      name: 'Hofladen',
      currency: 'EUR',
      language: 'de',
      e_invoice: 'xrechnung',
      due_days: 14,
    },
  });
  await insertRow(writer, 'vat_rate', { id: 1, ...RECORD, name: '19 %', category: 'S' });
  await insertRow(writer, 'vat_rate_period', { vat_rate_id: 1, valid_from: '2021-01-01', percent: 1900 });
  await insertRow(writer, 'number_range', {
    id: 1,
    ...RECORD,
    ...{ name: 'Rechnungen', pattern: 'RE-{YYYY}-{C}', digits: 4, yearly_reset: 1 },
  });
  await insertRow(writer, 'office', {
    id: 1,
    ...{ active_profile_id: 1, default_template_id: 1, invoice_range_id: 1, created_at: AT },
  });
}

/** A draft with one line and one overall discount. Gives its id. */
export async function insertDraft(writer: Writer): Promise<number> {
  const id = await insertRow(writer, 'invoice', {
    ...RECORD,
    created_at: AT,
    ...{ status: 'draft', issue_date: '2026-11-21', customer_id: 1, reference: '', title: 'Wartung', currency: 'EUR' },
    ...{
      language: 'de',
      responsible_id: 1,
      template_id: 1,
      due_date: '2026-12-05',
      buyer_name: 'Hofladen',
      due_days: 14,
    },
    ...{ line_net: 10000, net: 9000, vat: 1710, gross: 10710 },
  });
  await insertRow(writer, 'invoice_entry', {
    invoice_id: id,
    ...{
      sort: 1,
      kind: 'line',
      area: 'body',
      title: 'Wartung',
      quantity: 10000,
      unit: 'piece',
      unit_price: 1000000,
      vat_rate_id: 1,
    },
  });
  await insertRow(writer, 'invoice_allowance', { invoice_id: id, sort: 1, name: 'Treue', discount_percent: 1000 });
  await indexWhereSearched(writer, id, '');
  return id;
}

/** Makes a draft final as the finalise lane does, in one transaction. Gives the number. */
export async function finaliseDraft(writer: Writer, id: number): Promise<string> {
  const counters = await writer.query<{ last_value: number }[]>(
    'SELECT last_value FROM number_counter WHERE number_range_id = 1 AND period = ?',
    [PERIOD],
  );
  const counter = (counters[0]?.last_value ?? 0) + 1;
  const number = `RE-2026-${String(counter).padStart(4, '0')}`;
  const snapshot = JSON.stringify(documentOf(number));
  await insertRow(writer, 'invoice_snapshot', { invoice_id: id, document: snapshot, hash: sha256(snapshot) });
  const pdfHash = await insertFile(writer, id, 'pdf', `%PDF of ${number} `.repeat(400));
  const xrechnungHash = await insertFile(writer, id, 'xrechnung', `<Invoice>${number}</Invoice>`);
  const { sequence, hash } = await appendJournal(writer, {
    ...{ at: AT, who: 'Anna Beispiel', action: 'invoice.finalised', record: 'invoice', recordId: id },
    changes: {
      status: { from: 'draft', to: 'final' },
      number: { from: null, to: number },
      snapshotHash: { from: null, to: sha256(snapshot) },
      pdfHash: { from: null, to: pdfHash },
      xrechnungHash: { from: null, to: xrechnungHash },
    },
  });
  if (counter === 1) {
    await insertRow(writer, 'number_counter', {
      ...{ number_range_id: 1, period: PERIOD, last_value: counter, journal_sequence: sequence },
    });
  } else {
    await writer.query('UPDATE number_counter SET last_value = ?, journal_sequence = ?', [counter, sequence]);
  }
  await writer.query(
    `UPDATE invoice SET status = 'final', number = ?, number_range_id = 1, number_period = ?, number_counter = ?, e_invoice = 'xrechnung',
      finalised_at = ?, journal_hash = ?, revision = revision + 1 WHERE id = ?`,
    [number, PERIOD, counter, AT, hash, id],
  );
  await indexWhereSearched(writer, id, number);
  return number;
}

/** The first form of a file has no search. */
async function indexWhereSearched(writer: Writer, id: number, number: string): Promise<void> {
  const tables = await writer.query<unknown[]>("SELECT 1 FROM sqlite_schema WHERE name = 'invoice_search'");
  if (tables.length > 0) await indexForSearch(writer, id, { title: 'Wartung', number });
}

async function insertFile(writer: Writer, invoiceId: number, kind: string, text: string): Promise<string> {
  const content = Buffer.from(text);
  const hash = sha256(content);
  await insertRow(writer, 'stored_file', { hash, size: content.length, content });
  await insertRow(writer, 'invoice_file', { invoice_id: invoiceId, kind, hash, file_name: `RE.${kind}` });
  return hash;
}

/** The part of the frozen document that stands in columns too. */
function documentOf(number: string) {
  return {
    kind: 'invoice',
    number,
    issueDate: '2026-11-21',
    title: 'Wartung',
    currency: 'EUR',
    buyer: { name: 'Hofladen' },
    terms: { dueDate: '2026-12-05' },
    totals: { lineNet: 10000, net: 9000, vat: 1710, gross: 10710 },
  } satisfies DeepPartial<InvoiceDocument>;
}

type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };
