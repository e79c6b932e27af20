import { describe, expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { rendererWith } from '../../../tests/builders/renderer.ts';
import { createRenderer, type Renderer } from '../workers/renderer.ts';
import {
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  rateId,
  type KontorApi,
} from '../../../tests/builders/office.ts';

interface Choice {
  replace?: boolean;
  reason?: string;
}

function cancel(
  api: KontorApi,
  { id, revision }: Pick<InvoiceDetail, 'id' | 'revision'>,
  { replace = false, reason = '' }: Choice = {},
): Promise<InvoiceDetail> {
  return api['invoices.cancel']({ id, expectedRevision: revision, requestId: newRequestId(), replace, reason });
}

const finalInvoice = async (api: KontorApi, input: Parameters<typeof createDraft>[1] = {}) =>
  finalise(api, await createDraft(api, input));

/** What belongs to an invoice in a role. */
async function related(api: KontorApi, invoice: InvoiceDetail, role: InvoiceDetail['related'][number]['role']) {
  const found = invoice.related.find((one) => one.role === role);
  return found ? api['invoices.get']({ id: found.id }) : null;
}

const xmlOf = async (api: KontorApi, id: number) =>
  new TextDecoder().decode((await api['invoices.xrechnung']({ id })).content).replace(/>\s+</g, '><');

describe('"Stornorechnung erstellen"', () => {
  test('[A20.3] [A20.5] [A20.8] cancels, counts and links both ways', async () => {
    const { api, clock } = await openReadyOffice();
    const final = await finalInvoice(api);
    clock.set('2026-12-02T08:00:00.000Z');
    const cancelled = await cancel(api, final);
    expect(cancelled).toMatchObject({ status: 'cancelled', number: 'RE-2026-0001', account: { open: 0 } });
    const cancellation = await related(api, cancelled, 'cancellation');
    expect(cancellation).toMatchObject({
      ...{ kind: 'cancellation', status: 'settled', number: 'RE-2026-0002', issueDate: '2026-12-02' },
      files: [{ kind: 'pdf' }, { kind: 'xrechnung' }],
      related: [{ role: 'cancelled', id: final.id, number: 'RE-2026-0001' }],
    });
    expect(cancellation?.totals.gross).toBe(-final.totals.gross);
    expect(cancelled.related.map(({ role }) => role)).toEqual(['cancellation']);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('[A20.4] with a new draft: all of the invoice comes along, mended customer data too', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api);
    const vatRateId = await rateId(api);
    const final = await finalInvoice(api, {
      customerId: customer.id,
      entries: [
        { kind: 'text', area: 'intro', content: 'Guten Tag, zu {invoiceNumber}' },
        { kind: 'line', title: 'Wartung', quantity: '2', unit: 'hour', unitPrice: '99.99', vatRateId },
      ],
      allowances: [{ name: 'Treuerabatt', discount: { kind: 'amount', amount: 500 } }],
    });
    await api['customers.update']({
      id: customer.id,
      expectedRevision: customer.revision,
      name: 'Hofladen Behrens KG',
    });
    const cancelled = await cancel(api, final, { replace: true });
    const draft = await related(api, cancelled, 'replacement');
    expect(draft).toMatchObject({
      ...{ status: 'draft', number: '', issueDate: '2026-11-21', title: final.title, kind: 'invoice' },
      servicePeriod: final.servicePeriod,
      customer: { name: 'Hofladen Behrens KG' },
      totals: { gross: final.totals.gross },
      related: [
        { role: 'replaced', number: 'RE-2026-0001' },
        { role: 'sibling', number: 'RE-2026-0002' },
      ],
    });
    expect(draft?.entries.map(({ kind }) => kind)).toEqual(['text', 'line']);
    if (!draft) throw new Error('there is a draft');
    expect((await finalise(api, draft)).number).toBe('RE-2026-0003');
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('[A20.6] [A20.7] [D24] what was paid, if only in part, is to be refunded, until "Verrechnet"', async () => {
    const { api } = await openReadyOffice();
    const final = await finalInvoice(api);
    const payment = { requestId: newRequestId(), date: '2026-11-21', amount: 100 };
    const paid = await api['invoices.pay']({ id: final.id, expectedRevision: final.revision, ...payment });
    expect(await api['invoices.previewCancel']({ id: final.id })).toEqual({
      ...{ number: 'RE-2026-0002', issueDate: '2026-11-21', status: 'not-settled', refund: 100 },
    });
    const open = await related(api, await cancel(api, paid), 'cancellation');
    if (!open) throw new Error('there is a Stornorechnung');
    expect(open).toMatchObject({ status: 'not-settled', refund: 100 });
    const target = { id: open.id, expectedRevision: open.revision };
    expect(await api['invoices.settle'](target)).toMatchObject({ status: 'settled', refund: null });
    await expect(api['invoices.settle']({ ...target, expectedRevision: open.revision + 1 })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const { entries } = await api['journal.list']({ record: 'invoice', recordId: open.id });
    expect(entries.map(({ action }) => action)).toEqual(['invoice.settled', 'invoice.cancellationIssued']);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('[A20.11] [A20.12] [F5.7] the XRechnung is a 384 that refers to the original; the reason stands in it', async () => {
    const { api } = await openReadyOffice();
    const cancelled = await cancel(api, await finalInvoice(api), { reason: 'Falsche Anschrift' });
    const cancellation = await related(api, cancelled, 'cancellation');
    const xml = await xmlOf(api, cancellation?.id ?? 0);
    expect(xml).toContain('<cbc:InvoiceTypeCode>384<');
    expect(xml).toContain('<cbc:ID>RE-2026-0001</cbc:ID><cbc:IssueDate>2026-11-20<');
    expect(xml).toContain('<cbc:Note>Falsche Anschrift</cbc:Note>');
    expect(cancellation?.entries[0]).toMatchObject({ kind: 'text', area: 'intro' });
  });

  test('[F2.6] without an e-invoice the Stornorechnung has none either', async () => {
    const { api } = await openReadyOffice();
    const customerId = (await createCustomer(api, { eInvoice: 'none' })).id;
    const cancelled = await cancel(api, await finalInvoice(api, { customerId }));
    expect((await related(api, cancelled, 'cancellation'))?.files.map(({ kind }) => kind)).toEqual(['pdf']);
  });

  test('fixed discounts, texts with placeholders and a customer who was archived', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api);
    const vatRateId = await rateId(api);
    const line = { kind: 'line', title: 'Wartung', unit: 'hour', unitPrice: '100', vatRateId } as const;
    const final = await finalInvoice(api, {
      customerId: customer.id,
      entries: [
        { ...line, quantity: '2', discount: { kind: 'amount', amount: 2_000 } },
        { kind: 'text', area: 'body', content: 'Zu {invoiceNumber}' },
        { ...line, quantity: '-1', discount: { kind: 'percent', percent: '10' } },
      ],
      allowances: [{ name: 'Messe', discount: { kind: 'amount', amount: 1_000 } }],
    });
    const { revision } = await api['customers.get']({ id: customer.id });
    await api['customers.archive']({ id: customer.id, expectedRevision: revision, archived: true });
    const cancelled = await cancel(api, final, { replace: true });
    const cancellation = await related(api, cancelled, 'cancellation');
    expect(cancellation?.totals.gross).toBe(-final.totals.gross);
    expect(cancellation?.entries).toMatchObject([
      { quantity: '-2', discount: { kind: 'amount', amount: 2_000 } },
      { content: { blocks: [{ inlines: [{ text: 'Zu ' }, { text: 'RE-2026-0001' }] }] } },
      { quantity: '1' },
    ]);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });
});

test('[B2.13] the refund of a cancelled invoice is an open task until it is settled', async () => {
  const { api } = await openReadyOffice();
  const final = await finalInvoice(api);
  const payment = { requestId: newRequestId(), date: '2026-11-21', amount: 100 };
  const paid = await api['invoices.pay']({ id: final.id, expectedRevision: final.revision, ...payment });
  const cancellation = await related(api, await cancel(api, paid), 'cancellation');
  if (!cancellation) throw new Error('there is a Stornorechnung');
  const refunds = async () => (await api['invoices.tasks']({})).tasks.find(({ kind }) => kind === 'refund');
  expect(await refunds()).toMatchObject({ count: 1, invoices: [{ id: cancellation.id, amount: 100 }] });
  await api['invoices.settle']({ id: cancellation.id, expectedRevision: cancellation.revision });
  expect(await refunds()).toEqual({ kind: 'refund', count: 0, invoices: [] });
});

describe('nothing is changed when', () => {
  test('[A20.1] [A20.9] [A20.13] it is a draft, cancelled already, or a Stornorechnung', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    await expect(cancel(api, draft)).rejects.toMatchObject({ code: 'not-allowed' });
    const cancelled = await cancel(api, await finalise(api, draft));
    await expect(cancel(api, cancelled)).rejects.toMatchObject({ code: 'not-allowed' });
    const cancellation = await related(api, cancelled, 'cancellation');
    if (!cancellation) throw new Error('there is a Stornorechnung');
    await expect(cancel(api, cancellation)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0003');
  });

  test('it was paid meanwhile: what the dialog said is not true any more', async () => {
    const { api } = await openReadyOffice();
    const final = await finalInvoice(api);
    const payment = { requestId: newRequestId(), date: '2026-11-21', amount: 100 };
    await api['invoices.pay']({ id: final.id, expectedRevision: final.revision, ...payment });
    await expect(cancel(api, final)).rejects.toMatchObject({ code: 'stale' });
  });

  test('the documents cannot be made', async () => {
    const real = createRenderer();
    let fail = false;
    const render: Renderer['render'] = (...args) =>
      fail ? Promise.reject(new Error('no paper')) : real.render(...args);
    const { api } = await openReadyOffice({ renderer: { render, close: () => real.close() } });
    const final = await finalInvoice(api);
    fail = true;
    await expect(cancel(api, final, { replace: true })).rejects.toMatchObject({ code: 'internal' });
    expect(await api['invoices.get']({ id: final.id })).toEqual(final);
    expect((await api['invoices.list']({ limit: 10 })).rows).toHaveLength(1);
  });
});

describe('[F2.3] numbers', () => {
  test('a call that arrives twice makes one Stornorechnung', async () => {
    const { api } = await openReadyOffice();
    const { id, revision } = await finalInvoice(api);
    const input = { id, expectedRevision: revision, requestId: newRequestId(), replace: true, reason: '' };
    const [first, repeat] = await Promise.all([api['invoices.cancel'](input), api['invoices.cancel'](input)]);
    expect(repeat).toEqual(first);
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0003');
  });

  test('50 at once, between others that become final: dense, each once', async () => {
    const { api } = await openReadyOffice();
    const customerId = (await createCustomer(api)).id;
    const finals = [];
    for (let index = 0; index < 25; index += 1) finals.push(await finalInvoice(api, { customerId }));
    const drafts: InvoiceDetail[] = [];
    for (let index = 0; index < 25; index += 1) drafts.push(await createDraft(api, { customerId }));
    await Promise.all([...finals.map((final) => cancel(api, final)), ...drafts.map((draft) => finalise(api, draft))]);
    const { rows } = await api['invoices.list']({ limit: 100 });
    const numbers = rows.map(({ number }) => number).sort();
    expect(numbers).toEqual(Array.from({ length: 75 }, (_, index) => `RE-2026-${String(index + 1).padStart(4, '0')}`));
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a number that was taken while the documents were made is not given again', async () => {
    const between: (() => Promise<unknown>)[] = [];
    const { api } = await openReadyOffice({ renderer: rendererWith(async () => between.shift()?.()) });
    const final = await finalInvoice(api);
    between.push(async () => {
      const [range] = (await api['numberRanges.list']({})).ranges;
      if (!range) throw new Error('there is a range');
      const { id, revision } = range;
      await api['numberRanges.update']({ id, expectedRevision: revision, lastNumber: 'RE-2026-0007' });
    });
    const cancelled = await cancel(api, final);
    expect((await related(api, cancelled, 'cancellation'))?.number).toBe('RE-2026-0008');
  });
});
