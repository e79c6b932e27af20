import type { AllowanceInput, EntryInput } from '#shared/contract/entries.ts';
import { CallError } from '#shared/contract/errors.ts';
import type { InvoiceHeader, InvoiceInput } from '#shared/contract/invoices.ts';
import { isAllowed, type InvoiceAction, type InvoiceStatus } from '#shared/domain/invoice-status.ts';
import type { JournalAction } from '#shared/text/journal/actions.ts';
import { getCustomer } from '../customers/service.ts';
import { crashPoint } from '../store/crash-point.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { activeProfileId } from '../profiles/active.ts';
import { getProfile } from '../profiles/service.ts';
import { given, type Given } from '../records/given.ts';
import { assertRevision, stamp, type Change } from '../records/change.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { defaultTemplateId, getTemplate } from '../templates/service.ts';
import { assertRateUsable, loadRates } from '../vat-rates/service.ts';
import { allowanceRows, entryColumns, headerColumns, toHeader } from './convert.ts';
import { inPrintingOrder } from './order.ts';
import { derivedColumns } from './refresh.ts';
import {
  deleteInvoiceRows,
  insertEntries,
  insertInvoice,
  loadInvoice,
  replaceAllowances,
  updateInvoiceRow,
  type InvoiceRows,
} from './repository.ts';

/** Columns of a new draft before anything is computed. */
const BLANK = {
  kind: 'invoice',
  status: 'draft',
  number: '',
  numberRangeId: null,
  numberPeriod: null,
  numberCounter: null,
  precedingInvoiceId: null,
  eInvoice: null,
  finalisedAt: null,
  journalHash: null,
  lineNet: 0,
  net: 0,
  vat: 0,
  gross: 0,
  sentOn: null,
  paid: 0,
  changeRequest: null,
  dispute: null,
} as const satisfies Partial<InvoiceRow>;

/**
 * Creates a draft and returns its id. Terms, currency and language start as the customer has them (A3.10).
 * @throws CallError `invalid-input` when customer, profile, template or rate do not exist or the customer is archived
 */
export async function createInvoice(writer: Writer, change: Change, input: InvoiceInput): Promise<number> {
  const { requestId, entries, allowances, ...fields } = input;
  const start = { ...given(fields), customerId: fields.customerId, issueDate: fields.issueDate };
  await assertReferences(writer, start);
  const customer = await getCustomer(writer, start.customerId);
  const header: InvoiceHeader = {
    reference: '',
    title: '',
    servicePeriod: null,
    currency: customer.currency,
    exchangeRate: null,
    terms: customer.terms,
    language: customer.language,
    buyerAddress: null,
    contact: null,
    responsibleId: await activeProfileId(writer),
    templateId: await defaultTemplateId(writer),
    ...start,
  };
  const rates = await loadRates(writer);
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'line') assertRateUsable(rates, entry.vatRateId, `entries.${index}.vatRateId`);
  }
  const id = await insertDraft(writer, change, { header, entries: inPrintingOrder(entries), allowances });
  const changes = changesBetween(null, { ...header, entries, allowances });
  await appendJournal(writer, { ...change, action: 'invoice.created', record: 'invoice', recordId: id, changes });
  return id;
}

/** A draft before it is stored; its entries stand in printing order. */
export interface NewDraft {
  header: InvoiceHeader;
  entries: readonly EntryInput[];
  allowances: readonly AllowanceInput[];
}

/**
 * Stores a draft with all that is below it and returns its id; whether its references may be used is the caller's to
 * check, and so is the journal.
 * @throws AmountOutOfRange
 */
export async function insertDraft(
  writer: Writer,
  change: Change,
  { header, entries, allowances }: NewDraft,
): Promise<number> {
  const row = { ...BLANK, ...headerColumns(header), ...stamp(change, 1), createdAt: change.at };
  const id = await insertInvoice(writer, { ...row, dueDate: header.issueDate, buyerName: '' } as Omit<
    InvoiceRow,
    'id'
  >);
  await insertEntries(
    writer,
    entries.map((entry, sort) => ({ invoiceId: id, sort, ...entryColumns(entry) })),
  );
  await replaceAllowances(writer, id, allowanceRows(id, allowances));
  await updateInvoiceRow(writer, id, await derivedColumns(writer, id, await loadRates(writer)));
  return id;
}

/**
 * Replaces the given header fields of a draft.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input`
 */
export async function updateInvoice(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
  fields: Given<InvoiceHeader>,
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, 'edit');
  await assertReferences(writer, fields, invoice.customerId);
  const before = toHeader(invoice);
  const changed = { ...(await startOfAnotherCustomer(writer, before, fields.customerId)), ...fields };
  await updateInvoiceRow(writer, id, headerColumns(changed));
  await finishChange(writer, change, invoice, 'invoice.updated', changesBetween(before, { ...before, ...changed }));
}

/** With another customer a draft starts again from that customer's data (A3.10): the old address would go to a stranger. */
async function startOfAnotherCustomer(
  reader: Reader,
  before: InvoiceHeader,
  customerId: number | undefined,
): Promise<Given<InvoiceHeader>> {
  if (customerId === undefined || customerId === before.customerId) return {};
  const { terms, currency, language } = await getCustomer(reader, customerId);
  const exchangeRate = currency === before.currency ? before.exchangeRate : null;
  return { terms, currency, language, exchangeRate, buyerAddress: null, contact: null };
}

/**
 * Deletes a draft with all that is below it (A8).
 * @throws CallError `not-found`, `stale`, `not-allowed` once it has a number
 */
export async function deleteInvoice(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, 'delete');
  await deleteInvoiceRows(writer, id);
  const changes = changesBetween(toHeader(invoice), null);
  await appendJournal(writer, { ...change, action: 'invoice.deleted', record: 'invoice', recordId: id, changes });
}

/**
 * Loads an invoice for a change.
 * @throws CallError `not-found`, `stale`, `not-allowed` when the status forbids the action (C1, C2)
 */
export async function loadForAction(
  reader: Reader,
  id: number,
  expectedRevision: number,
  action: InvoiceAction,
): Promise<InvoiceRows> {
  const rows = await loadInvoice(reader, id);
  assertAllowed(rows.invoice, action);
  assertRevision('invoice', rows.invoice, expectedRevision);
  return rows;
}

/**
 * Refuses what the status of an invoice does not allow, by id.
 * @throws CallError `not-found`, `not-allowed`
 */
export async function assertActionAllowed(reader: Reader, id: number, action: InvoiceAction): Promise<void> {
  assertAllowed((await loadInvoice(reader, id)).invoice, action);
}

/**
 * Refuses what the status of an invoice does not allow (C1, C2).
 * @throws CallError `not-allowed`
 */
export function assertAllowed({ id, status }: Pick<InvoiceRow, 'id' | 'status'>, action: InvoiceAction): void {
  if (isAllowed(status as InvoiceStatus, action)) return;
  throw new CallError('not-allowed', `invoice ${id} is ${status}: ${action} is not allowed`, { status, action });
}

/** Ends a change of a draft: derived columns, next revision, journal entry. */
export async function finishChange(
  writer: Writer,
  change: Change,
  invoice: InvoiceRow,
  action: JournalAction,
  changes: ReturnType<typeof changesBetween>,
): Promise<void> {
  const derived = await derivedColumns(writer, invoice.id, await loadRates(writer));
  await updateInvoiceRow(writer, invoice.id, { ...derived, ...stamp(change, invoice.revision + 1) });
  await appendJournal(writer, { ...change, action, record: 'invoice', recordId: invoice.id, changes });
}

/**
 * One step in the life of an invoice that changes nothing of its document: the columns that may change, the next revision,
 * the entry in the journal; `more` is what the journal says besides.
 */
export async function recordStep(
  writer: Writer,
  change: Change,
  invoice: InvoiceRow,
  action: JournalAction,
  changed: Partial<Pick<InvoiceRow, 'status' | 'sentOn' | 'paid' | 'dispute'>>,
  more: object = {},
): Promise<void> {
  await updateInvoiceRow(writer, invoice.id, { ...changed, ...stamp(change, invoice.revision + 1) });
  crashPoint('step:row');
  const names = Object.keys(changed) as (keyof typeof changed)[];
  const before = Object.fromEntries(names.map((name) => [name, invoice[name]]));
  await appendJournal(writer, {
    ...{ ...change, action, record: 'invoice', recordId: invoice.id },
    changes: { ...changesBetween(before, changed), ...changesBetween(null, more) },
  });
  crashPoint('step:journal');
}

/** Refuses references to what does not exist, at the field that names it; `keptCustomerId` may be archived. */
export async function assertReferences(
  reader: Reader,
  fields: Given<InvoiceHeader>,
  keptCustomerId?: number,
): Promise<void> {
  const { customerId, responsibleId, templateId } = fields;
  if (customerId !== undefined && customerId !== keptCustomerId) {
    const customer = await referenced('customerId', () => getCustomer(reader, customerId));
    if (customer.archived) {
      const problem = { field: 'customerId', rule: 'customer-archived', parameters: { name: customer.name } };
      throw new CallError('invalid-input', `customer ${customerId} is archived`, [problem]);
    }
  }
  if (responsibleId !== undefined) await referenced('responsibleId', () => getProfile(reader, responsibleId));
  if (templateId !== undefined && templateId !== null)
    await referenced('templateId', () => getTemplate(reader, templateId));
}

async function referenced<T>(field: string, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
    throw new CallError('invalid-input', error.message, [{ field, rule: 'unknown-record', parameters: {} }], {
      cause: error,
    });
  }
}
