import type { AllowanceInput, EntryInput, EntryRecord } from '#shared/contract/entries.ts';
import type { InvoiceCopyInput, InvoiceDetail, InvoiceHeader } from '#shared/contract/invoices.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { getCustomer } from '../customers/service.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import type { Change } from '../records/change.ts';
import type { Reader, Writer } from '../store/open.ts';
import { toAllowance, toEntry, toHeader } from './convert.ts';
import { getInvoice } from './detail.ts';
import { updateInvoiceRow, type InvoiceRows } from './repository.ts';
import { assertAllowed, assertReferences, insertDraft } from './service.ts';

/**
 * Makes a new draft from an invoice of any status and returns its id (A9, D6). Currency, language, Verantwortlich,
 * Vorlage and VAT rates stay, archived ones too: they can be changed in the draft. The Leistungszeitraum stays open,
 * because it was billed with the source, and so does the exchange rate, which was that of another day.
 * @throws CallError `not-found`, `not-allowed` for a Stornorechnung, `invalid-input` when the customer is archived
 */
export async function copyInvoice(writer: Writer, change: Change, input: InvoiceCopyInput): Promise<number> {
  const source = await getInvoice(writer, input.id);
  assertAllowed(source, 'copy');
  await assertReferences(writer, { customerId: source.customerId });
  const { issueDate, reference, title } = input;
  const { customerId, currency, language, responsibleId, templateId } = source;
  const header: InvoiceHeader = {
    ...{ issueDate, reference, title, customerId, currency, language, responsibleId, templateId },
    ...(input.takeCustomerData ? customerDataOf(source) : await customerDataOfToday(writer, customerId)),
    servicePeriod: null,
    exchangeRate: null,
  };
  const entries = source.entries.map((entry) => entryOf(entry, input));
  const allowances = input.takeDiscounts ? source.allowances.map(allowanceOf) : [];
  const id = await insertDraft(writer, change, { header, entries, allowances });
  const changes = changesBetween(null, { copiedFrom: input.id, ...header, entries, allowances });
  await appendJournal(writer, { ...change, action: 'invoice.copied', record: 'invoice', recordId: id, changes });
  return id;
}

/**
 * Makes the draft that replaces a cancelled invoice and returns its id (A20.4). All of it comes along, the Leistungszeitraum
 * too, because it is billed anew; customer data that the invoice took from the master data follow them as they are now, so
 * that what was mended there is right in the draft.
 */
export async function insertReplacement(
  writer: Writer,
  change: Change,
  { invoice, entries, allowances }: InvoiceRows,
  issueDate: IsoDate,
): Promise<number> {
  const header = { ...toHeader(invoice), issueDate };
  const content = {
    entries: entries.map((row) => entryOf(toEntry(row, null), { takeDiscounts: true })),
    allowances: allowances.map((row) => allowanceOf(toAllowance(row))),
  };
  const id = await insertDraft(writer, change, { header, ...content });
  await updateInvoiceRow(writer, id, { precedingInvoiceId: invoice.id });
  const changes = changesBetween(null, { replaces: invoice.number, ...header, ...content });
  await appendJournal(writer, { ...change, action: 'invoice.replaced', record: 'invoice', recordId: id, changes });
  return id;
}

type CustomerData = Pick<InvoiceHeader, 'terms' | 'buyerAddress' | 'contact'>;

/** As the source has them: frozen in a final invoice, the draft's own fields in a draft (D10). */
function customerDataOf({ terms, buyerAddress, contact }: InvoiceDetail): CustomerData {
  return { terms, buyerAddress, contact };
}

/** Address and contact follow the master data as long as the draft has none of its own. */
async function customerDataOfToday(reader: Reader, customerId: number): Promise<CustomerData> {
  const { terms } = await getCustomer(reader, customerId);
  return { terms, buyerAddress: null, contact: null };
}

function entryOf(entry: EntryRecord, { takeDiscounts }: Pick<InvoiceCopyInput, 'takeDiscounts'>): EntryInput {
  if (entry.kind === 'text') {
    const { id, ...text } = entry;
    return text;
  }
  const { id, vat, ...line } = entry;
  return takeDiscounts ? line : { ...line, discount: null };
}

function allowanceOf({ name, discount }: AllowanceInput): AllowanceInput {
  return { name, discount };
}
