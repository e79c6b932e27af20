import { describe, expect, test } from 'vitest';
import {
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  rateId,
  type KontorApi,
} from '../../../tests/builders/office.ts';
import { rendererWith } from '../../../tests/builders/renderer.ts';
import { createRenderer, type Renderer } from '../workers/renderer.ts';

const files = async (api: KontorApi, id: number) => ({
  pdf: (await api['invoices.pdf']({ id })).content,
  xrechnung: (await api['invoices.xrechnung']({ id })).content,
});

describe('finalising', () => {
  test('gives the number, freezes the content and stores PDF and XRechnung [A10.4] [F2.8]', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    const final = await finalise(api, draft);
    expect(final).toMatchObject({
      status: 'final',
      number: 'RE-2026-0001',
      eInvoice: 'xrechnung',
      revision: draft.revision + 1,
    });
    expect(final.files.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ['pdf', 'Rechnung_RE-2026-0001.pdf'],
      ['xrechnung', 'Rechnung_RE-2026-0001.xml'],
    ]);
    const { pdf, xrechnung } = await files(api, final.id);
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-');
    expect(new TextDecoder().decode(xrechnung)).toContain('<cbc:ID>RE-2026-0001</cbc:ID>');
    const { entries } = await api['journal.list']({ record: 'invoice', recordId: final.id });
    expect(entries.map(({ action }) => action)).toEqual(['invoice.finalised', 'invoice.created']);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [], invoices: 1 });
  });

  test('a final invoice stays as it was, whatever changes in the master records [F2.1] [A10.5]', async () => {
    const { api, clock } = await openReadyOffice();
    const customer = await createCustomer(api);
    const final = await finalise(api, await createDraft(api, { customerId: customer.id }));
    const before = await files(api, final.id);

    clock.set('2027-02-01T08:00:00.000Z');
    const company = await api['company.get']({});
    await api['company.update']({
      expectedRevision: company.revision,
      name: 'Ganz Anders AG',
      vatId: '',
      taxNumber: '60/123/45678',
    });
    await api['customers.update']({
      id: customer.id,
      expectedRevision: customer.revision,
      name: 'Neuer Name',
      eInvoice: 'none',
    });
    const { profiles } = await api['profiles.list']({});
    for (const { id, revision } of profiles)
      await api['profiles.update']({ id, expectedRevision: revision, name: 'Jemand Anders' });
    const { rates } = await api['vatRates.list']({});
    for (const { id, revision, archived, ...rate } of rates.filter(({ category }) => category === 'S')) {
      const periods = rate.periods.map((period) => ({ ...period, percent: '25' }));
      await api['vatRates.update']({ id, expectedRevision: revision, archived, rate: { ...rate, periods } });
    }

    expect(await api['invoices.get']({ id: final.id })).toEqual(final);
    expect(await files(api, final.id)).toEqual(before);
    for (const [name, input] of Object.entries({
      'invoices.update': { title: 'x' },
      'entries.remove': { entryId: final.entries[0]?.id },
      'allowances.set': { allowances: [] },
    })) {
      const call = api[name as 'invoices.update'];
      const target = { id: final.id, expectedRevision: final.revision };
      await expect(call({ ...target, ...input })).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });

  test('numbers are dense, each given once, and each invoice is rendered once, also 50 at a time [F2.3]', async () => {
    const renderer = rendererWith(() => Promise.resolve());
    const { api } = await openReadyOffice({ renderer });
    const customerId = (await createCustomer(api)).id;
    const drafts = [];
    for (let index = 0; index < 50; index += 1) drafts.push(await createDraft(api, { customerId }));
    const finals = await Promise.all(drafts.map((draft) => finalise(api, draft)));
    expect(finals.map(({ number }) => number)).toEqual(
      drafts.map((_, index) => `RE-2026-${String(index + 1).padStart(4, '0')}`),
    );
    expect(renderer.renders).toBe(50);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a call that arrives twice gives one number; a second one is refused', async () => {
    const { api } = await openReadyOffice();
    const { id, revision } = await createDraft(api);
    const input = { id, expectedRevision: revision, requestId: newRequestId() };
    const [first, repeat] = await Promise.all([api['invoices.finalise'](input), api['invoices.finalise'](input)]);
    expect(repeat).toEqual(first);
    await expect(api['invoices.finalise']({ ...input, requestId: newRequestId() })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0002');
  });

  test('starts again when a record changed meanwhile, so that document and record agree', async () => {
    const changes: (() => Promise<void>)[] = [];
    const renderer = rendererWith(async () => changes.shift()?.());
    const { api } = await openReadyOffice({ renderer });
    const customer = await createCustomer(api);
    const draft = await createDraft(api, { customerId: customer.id });
    changes.push(async () => {
      await api['customers.update']({ id: customer.id, expectedRevision: customer.revision, name: 'Inzwischen GmbH' });
    });
    const final = await finalise(api, draft);
    expect(final.customer.name).toBe('Inzwischen GmbH');
    expect(renderer.renders).toBe(2);
    expect(new TextDecoder().decode((await files(api, final.id)).xrechnung)).toContain('Inzwischen GmbH');
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('gives up after three changes, with no number taken and nothing stored', async () => {
    let api: KontorApi | null = null;
    const renderer = rendererWith(async () => {
      if (!api) return;
      const { revision } = await api['company.get']({});
      await api['company.update']({ expectedRevision: revision, website: `www.${revision}.example` });
    });
    const office = await openReadyOffice({ renderer });
    api = office.api;
    const draft = await createDraft(api);
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(renderer.renders).toBe(3);
    expect(await api['invoices.get']({ id: draft.id })).toMatchObject({
      status: 'draft',
      number: '',
      files: [],
      revision: draft.revision,
    });
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0001');
  });

  test('a failing renderer leaves the draft as it was, and the next call works', async () => {
    const real = createRenderer();
    let fail = true;
    const render: Renderer['render'] = (...args) =>
      fail ? Promise.reject(new Error('no paper')) : real.render(...args);
    const { api, logged } = await openReadyOffice({ renderer: { render, close: () => real.close() } });
    const draft = await createDraft(api);
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'internal' });
    expect(String(logged)).toContain('no paper');
    fail = false;
    expect((await finalise(api, draft)).number).toBe('RE-2026-0001');
  });

  test('a request id that another call took meanwhile is refused, and nothing is final', async () => {
    let api: KontorApi | null = null;
    const requestId = newRequestId();
    const renderer = rendererWith(async () => {
      await api?.['customers.create']({ requestId, kind: 'private', name: 'Dazwischen' });
    });
    const office = await openReadyOffice({ renderer });
    api = office.api;
    const { id, revision } = await createDraft(api);
    await expect(api['invoices.finalise']({ id, expectedRevision: revision, requestId })).rejects.toMatchObject({
      code: 'request-mismatch',
    });
    expect((await api['invoices.get']({ id })).status).toBe('draft');
  });

  test('counts anew each year of the invoice date', async () => {
    const { api } = await openReadyOffice();
    const numbers = [];
    for (const issueDate of ['2026-12-31', '2027-01-01', '2026-12-31', '2027-01-02']) {
      numbers.push((await finalise(api, await createDraft(api, { issueDate }))).number);
    }
    expect(numbers).toEqual(['RE-2026-0001', 'RE-2027-0001', 'RE-2026-0002', 'RE-2027-0002']);
  });

  test('retention: neither a final invoice nor its customer can be deleted by any call [F2.7]', async () => {
    const { api, host } = await openReadyOffice();
    const final = await finalise(api, await createDraft(api));
    const target = { id: final.id, expectedRevision: final.revision };
    await expect(api['invoices.delete'](target)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await host.dispatch('customers.delete', { id: final.customerId })).toMatchObject({ code: 'unknown-call' });
    const customer = await api['customers.get']({ id: final.customerId });
    await api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
    expect((await api['invoices.get']({ id: final.id })).number).toBe('RE-2026-0001');
  });

  test('the PDF of a draft is made afresh and marked, and there is no XRechnung of it', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const draft = await createDraft(api, {
      entries: [
        { kind: 'text', area: 'intro', content: 'Rechnung {invoiceNumber} für {contactName}' },
        { kind: 'line', title: 'Wartung', quantity: '1', unit: 'hour', unitPrice: '1', vatRateId },
      ],
    });
    expect((await api['invoices.pdf']({ id: draft.id })).fileName).toBe('Rechnung (Entwurf) Wartung November.pdf');
    await expect(api['invoices.xrechnung']({ id: draft.id })).rejects.toMatchObject({ code: 'no-e-invoice' });
    const bare = await createDraft(api, { templateId: null });
    await expect(api['invoices.pdf']({ id: bare.id })).rejects.toMatchObject({ code: 'template-missing' });
  });
});
