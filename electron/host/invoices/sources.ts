import { CallError } from '#shared/contract/errors.ts';
import { getCompany } from '../company/service.ts';
import { getCustomer } from '../customers/service.ts';
import { getProfile } from '../profiles/service.ts';
import type { Reader } from '../store/open.ts';
import { getTemplate } from '../templates/service.ts';
import { loadRates } from '../vat-rates/service.ts';
import type { DocumentSources } from './document.ts';
import { draftTotals } from './draft-totals.ts';
import { loadInvoice } from './repository.ts';

/**
 * Reads all that the document of a draft is made from.
 * @throws CallError `not-found`, `template-missing` (A10.1)
 */
export async function loadSources(reader: Reader, id: number): Promise<DocumentSources> {
  const rows = await loadInvoice(reader, id);
  const { templateId, customerId, responsibleId } = rows.invoice;
  if (templateId === null) throw new CallError('template-missing', `invoice ${id} has no template`, { id });
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
