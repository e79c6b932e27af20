import { contract, type KontorContract } from '#shared/contract/index.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { connect, type Api, type Dispatch } from '#shared/contract/rpc.ts';
import { readDemoLogo, readDemoOffice, type DemoInvoice } from './demo-data.ts';

/** One finished invoice of the sample office, with the time that finalising took in milliseconds. */
export interface MadeInvoice {
  invoice: InvoiceDetail;
  milliseconds: number;
}

/**
 * Fills a fresh office with the sample data through the contract alone, as a user would, and finalises all but the last
 * invoice. `onInvoice` hears of each as it is made.
 * @throws CallError whatever a call refuses
 */
export async function makeDemoOffice(
  dispatch: Dispatch,
  onInvoice: (made: MadeInvoice) => Promise<void>,
): Promise<MadeInvoice[]> {
  const api = connect(contract, dispatch);
  const { company, profile, customers, invoices } = readDemoOffice();
  await setUp(api, company, profile);
  const customerIds = new Map<string, number>();
  for (const [index, customer] of customers.entries()) {
    const { id, number } = await api['customers.create']({ ...customer, requestId: `demo-customer-${index}` });
    customerIds.set(number, id);
  }
  const { rates } = await api['vatRates.list']({});
  const rateIds = new Map(rates.map(({ id, name }) => [name, id]));

  const made: MadeInvoice[] = [];
  for (const [index, invoice] of invoices.entries()) {
    await switchTaxation(api, invoice.smallBusiness ?? false);
    const draft = await createDraft(api, invoice, index, customerIds, rateIds);
    const result = invoice.draft ? { invoice: draft, milliseconds: 0 } : await finalise(api, draft, index);
    made.push(result);
    await onInvoice(result);
  }
  return made;
}

type KontorApi = Api<KontorContract>;

async function setUp(api: KontorApi, company: object, profile: object): Promise<void> {
  const { revision } = await api['company.get']({});
  const filled = await api['company.update']({ ...company, expectedRevision: revision });
  await api['company.setLogo']({ expectedRevision: filled.revision, content: readDemoLogo() });
  const { profiles, activeId } = await api['profiles.list']({});
  const active = profiles.find(({ id }) => id === activeId);
  if (!active) throw new Error('the office has no active profile');
  await api['profiles.update']({ ...profile, id: activeId, expectedRevision: active.revision });
}

/** The office starts as a Kleinunternehmer (§ 19 UStG) and changes to regular taxation. */
async function switchTaxation(api: KontorApi, smallBusiness: boolean): Promise<void> {
  const company = await api['company.get']({});
  if (company.smallBusiness === smallBusiness) return;
  await api['company.update']({ smallBusiness, expectedRevision: company.revision });
}

function createDraft(
  api: KontorApi,
  { note, customer, entries, smallBusiness, draft, ...header }: DemoInvoice,
  index: number,
  customerIds: ReadonlyMap<string, number>,
  rateIds: ReadonlyMap<string, number>,
): Promise<InvoiceDetail> {
  return api['invoices.create']({
    ...header,
    requestId: `demo-invoice-${index}`,
    customerId: known(customerIds, customer),
    entries: entries.map((entry) => {
      if (entry.kind === 'text') return entry;
      const { vatRate, ...line } = entry;
      return { ...line, vatRateId: known(rateIds, vatRate) };
    }),
  });
}

async function finalise(api: KontorApi, draft: InvoiceDetail, index: number): Promise<MadeInvoice> {
  const began = performance.now();
  const { id, revision } = draft;
  const invoice = await api['invoices.finalise']({
    id,
    expectedRevision: revision,
    requestId: `demo-finalise-${index}`,
  });
  return { invoice, milliseconds: performance.now() - began };
}

function known(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the sample office does not define "${name}"`);
  return id;
}
