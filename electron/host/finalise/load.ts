import { CallError } from '#shared/contract/errors.ts';
import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { FinaliseCheck } from '#shared/contract/invoice-steps.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { buildDocument, type DocumentSources } from '../invoices/document.ts';
import { lineVat } from '../invoices/draft-totals.ts';
import { loadSourcesToCheck } from '../invoices/sources.ts';
import { invoiceRangeId, nextNumber, type NextNumber } from '../numbering/service.ts';
import type { Reader } from '../store/open.ts';
import { checkInvoice } from './check.ts';

/** All that finalising reads, at one moment: the document to freeze, its number, and the state of every source. */
export interface LoadedInvoice {
  sources: DocumentSources;
  document: InvoiceDocument;
  next: NextNumber;
  check: FinaliseCheck;
  /** Revisions of all records that the document was made from; compared before the commit. */
  state: string;
}

/**
 * Loads a draft with everything that its document is made from.
 * @throws CallError `not-found`
 */
export async function loadForFinalising(
  reader: Reader,
  id: number,
  at: Instant,
  wanted?: EInvoiceFormat,
): Promise<LoadedInvoice> {
  const sources = await loadSourcesToCheck(reader, id);
  const { invoice, entries, company, customer, rates } = sources;
  const next = await nextNumber(reader, await invoiceRangeId(reader), invoice.issueDate);
  const { document, emptyPlaceholders } = buildDocument(sources, next.number, at);
  const lineRates = entries.flatMap((row, index) => {
    if (row.kind !== 'line') return [];
    const percent = lineVat(rates, row.vatRateId, invoice)?.percent ?? null;
    return [{ index, rate: rates.get(row.vatRateId ?? 0), percent }];
  });
  const isUnderDiscussion = invoice.changeRequest !== null;
  const checked = {
    document,
    lineRates,
    emptyPlaceholders,
    hasTemplate: invoice.templateId !== null,
    isUnderDiscussion,
  };
  const check = checkInvoice(checked, company, wanted ?? customer.eInvoice, next.number);
  return { sources, document, next, check, state: await stateOfSources(reader, sources, next) };
}

/** The revisions of all that a document is made from, as one text that is equal only when nothing changed. */
export async function stateOfSources(
  reader: Reader,
  { invoice, customer, responsible, template }: DocumentSources,
  next: NextNumber,
): Promise<string> {
  const [row] = await reader.query<Record<string, unknown>[]>(
    `SELECT (SELECT revision FROM invoice WHERE id = ?) AS invoice, (SELECT revision FROM company) AS company,
       (SELECT revision FROM customer WHERE id = ?) AS customer, (SELECT revision FROM profile WHERE id = ?) AS profile,
       (SELECT revision FROM template WHERE id = ?) AS template,
       (SELECT group_concat(id || ':' || revision, ',') FROM (SELECT id, revision FROM vat_rate ORDER BY id)) AS rates`,
    [invoice.id, customer.id, responsible.id, template.id],
  );
  const { rangeRevision, period, counter } = next;
  return JSON.stringify({ ...row, rangeRevision, period, counter });
}

/**
 * Refuses to go on while a condition is unmet, or when the chosen e-invoice cannot be made or left out.
 * @throws CallError `conditions-unmet` with the whole check
 */
export function assertReady(id: number, check: FinaliseCheck): void {
  const { ready, eInvoice } = check;
  const formatFits = eInvoice.wanted === 'none' ? eInvoice.mayBeOmitted : eInvoice.ready;
  if (ready && formatFits) return;
  const errors = eInvoice.findings.filter(({ severity }) => severity === 'error');
  const format = eInvoice.wanted === 'none' ? [{ rule: 'e-invoice-mandatory', field: 'eInvoice' }] : errors;
  const open = [...check.blocking, ...(formatFits ? [] : format)].map(({ rule, field }) => `${field}: ${rule}`);
  throw new CallError('conditions-unmet', `invoice ${id} cannot be finalised: ${open.join(', ')}`, check);
}
