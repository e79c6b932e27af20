import { CallError } from '#shared/contract/errors.ts';
import { getCompany } from '../company/service.ts';
import { getCustomer } from '../customers/service.ts';
import { getProfile } from '../profiles/service.ts';
import type { Reader } from '../store/open.ts';
import { defaultTemplateId, getTemplate } from '../templates/service.ts';
import { loadRates } from '../vat-rates/service.ts';
import type { DocumentSources } from './document.ts';
import { draftTotals } from './draft-totals.ts';
import { loadInvoice, type InvoiceRows } from './repository.ts';

/**
 * Reads all that the document of a draft is made from.
 * @throws CallError `not-found`, `template-missing` (A10.1)
 */
export async function loadSources(reader: Reader, id: number): Promise<DocumentSources> {
  const rows = await loadInvoice(reader, id);
  const { templateId } = rows.invoice;
  if (templateId === null) throw new CallError('template-missing', `invoice ${id} has no template`, { id });
  return completeSources(reader, rows, templateId);
}

/**
 * The same for the finalise check, which must name every open condition at once: without a template it looks at the
 * document as the default one would print it.
 * @throws CallError `not-found`
 */
export async function loadSourcesToCheck(reader: Reader, id: number): Promise<DocumentSources> {
  const rows = await loadInvoice(reader, id);
  return completeSources(reader, rows, rows.invoice.templateId ?? (await defaultTemplateId(reader)));
}

async function completeSources(reader: Reader, rows: InvoiceRows, templateId: number): Promise<DocumentSources> {
  const { customerId, responsibleId } = rows.invoice;
  const rates = await loadRates(reader);
  return {
    ...rows,
    company: await getCompany(reader),
    customer: await getCustomer(reader, customerId),
    responsible: await getProfile(reader, responsibleId),
    template: await getTemplate(reader, templateId),
    rates,
    totals: draftTotals(rows, rates),
  };
}
