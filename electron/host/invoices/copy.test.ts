import { describe, expect, test } from 'vitest';
import { extractText } from 'unpdf';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import {
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  rateId,
  type KontorApi,
} from '../../../tests/builders/office.ts';

type CopyInput = Parameters<KontorApi['invoices.copy']>[0];

function copy(api: KontorApi, { id }: Pick<InvoiceDetail, 'id'>, changes: Partial<CopyInput> = {}) {
  return api['invoices.copy']({
    ...{ id, requestId: newRequestId(), issueDate: '2026-12-01', reference: 'BE-12', title: 'Wartung Dezember' },
    ...{ takeCustomerData: true, takeDiscounts: true, ...changes },
  });
}

const moved = { street: 'Neuer Weg 9', addition: '', postCode: '28195', city: 'Bremen', country: 'DE' } as const;

/** A final invoice with discounts and texts, whose customer moved and pays faster since. */
async function finalWithMovedCustomer(api: KontorApi) {
  const vatRateId = await rateId(api);
  const customer = await createCustomer(api, { terms: { dueDays: 30, skontoDays: null, skontoPercent: null } });
  const line = { kind: 'line', quantity: '2', unit: 'hour', unitPrice: '100', vatRateId } as const;
  const draft = await createDraft(api, {
    customerId: customer.id,
    entries: [
      { kind: 'text', area: 'intro', content: 'Guten Tag', ruleBelow: true },
      { ...line, title: 'Beratung', discount: { kind: 'percent', percent: '10' } },
      { ...line, title: 'Anfahrt' },
    ],
    allowances: [{ name: 'Treuerabatt', discount: { kind: 'amount', amount: 500 } }],
  });
  const source = await finalise(api, draft);
  await api['customers.update']({
    ...{ id: customer.id, expectedRevision: customer.revision, address: moved },
    contact: { name: 'Insa Kruse', phone: '', email: '' },
    terms: { dueDays: 7, skontoDays: null, skontoPercent: null },
  });
  return source;
}

describe('a copy of an invoice', () => {
  test('is a draft of its own with date, reference and title as given [A9.7]', async () => {
    const { api } = await openReadyOffice();
    const source = await createDraft(api);
    const made = await copy(api, source);
    expect(made).toMatchObject({
      ...{ status: 'draft', number: '', issueDate: '2026-12-01', reference: 'BE-12', title: 'Wartung Dezember' },
      ...{ customerId: source.customerId, templateId: source.templateId, servicePeriod: null, revision: 1 },
    });
    expect(made.id).not.toBe(source.id);
    expect(made.totals.gross).toBe(source.totals.gross);
  });

  test('takes positions, texts and, if wanted, discounts [A9.6]', async () => {
    const { api } = await openReadyOffice();
    const source = await finalWithMovedCustomer(api);
    const withDiscounts = await copy(api, source);
    expect(withDiscounts.totals).toEqual(source.totals);
    expect(withDiscounts.entries[0]).toMatchObject({ kind: 'text', area: 'intro', ruleBelow: true });
    const without = await copy(api, source, { takeDiscounts: false });
    expect(without.totals).toMatchObject({ lineNet: 40_000, net: 40_000 });
    expect(without.allowances).toEqual([]);
    expect(without.entries[1]).toMatchObject({ title: 'Beratung', discount: null });
  });

  test('has the customer as frozen in the source, or as in the master data today [D10]', async () => {
    const { api } = await openReadyOffice();
    const source = await finalWithMovedCustomer(api);
    const frozen = await copy(api, source);
    expect(frozen.buyerAddress?.address.city).toBe('Delmenhorst');
    expect(frozen.contact).toEqual({ name: '', phone: '', email: '' });
    expect(frozen.dueDate).toBe('2026-12-31');
    const fresh = await copy(api, source, { takeCustomerData: false });
    expect(fresh).toMatchObject({ buyerAddress: null, contact: null, dueDate: '2026-12-08' });
    const text = await textOf(api, fresh);
    expect(text).toContain('Neuer Weg 9');
    expect(await textOf(api, frozen)).not.toContain('Neuer Weg 9');
  });

  test('of a draft takes the own address of that draft', async () => {
    const { api } = await openReadyOffice();
    const buyerAddress = { name: 'Zentrale', address: moved };
    const source = await createDraft(api, { buyerAddress });
    expect((await copy(api, source)).buyerAddress).toEqual(buyerAddress);
    expect((await copy(api, source, { takeCustomerData: false })).buyerAddress).toBeNull();
  });

  test('is made once per request and leaves one journal entry', async () => {
    const { api } = await openReadyOffice();
    const source = await createDraft(api);
    const requestId = newRequestId();
    const first = await copy(api, source, { requestId });
    expect(await copy(api, source, { requestId })).toEqual(first);
    await expect(copy(api, source, { requestId, title: 'Anders' })).rejects.toMatchObject({ code: 'request-mismatch' });
    const { entries } = await api['journal.list']({ record: 'invoice', recordId: first.id });
    expect(entries).toEqual([expect.objectContaining({ action: 'invoice.copied' })]);
  });

  test('of an archived customer is refused at the customer, and nothing is made', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api);
    const source = await createDraft(api, { customerId: customer.id });
    await api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
    await expect(copy(api, source)).rejects.toMatchObject({
      code: 'invalid-input',
      details: [{ field: 'customerId', rule: 'customer-archived', parameters: { name: customer.name } }],
    });
    expect((await api['invoices.summary']({})).count).toBe(1);
  });

  test('keeps a rate that was archived since', async () => {
    const { api } = await openReadyOffice();
    const source = await createDraft(api);
    const vatRateId = await rateId(api);
    const found = (await api['vatRates.list']({})).rates.find(({ id }) => id === vatRateId);
    if (!found) throw new Error('the usual rate is there');
    const { id, revision, archived, ...rate } = found;
    await api['vatRates.update']({ id, expectedRevision: revision, rate, archived: !archived });
    expect((await copy(api, source)).entries[0]).toMatchObject({ vatRateId });
  });
});

test('a draft below zero is printed without the word Gutschrift [F2.5]', async () => {
  const { api } = await openReadyOffice();
  const source = await createDraft(api, {
    allowances: [{ name: 'Kulanz', discount: { kind: 'amount', amount: 100_000 } }],
  });
  expect(source.totals.gross).toBeLessThan(0);
  const text = await textOf(api, source);
  expect(text).toContain('Kulanz');
  expect(text).not.toMatch(/gutschrift/i);
});

async function textOf(api: KontorApi, { id }: Pick<InvoiceDetail, 'id'>): Promise<string> {
  const { content } = await api['invoices.pdf']({ id });
  return (await extractText(content, { mergePages: true })).text;
}
