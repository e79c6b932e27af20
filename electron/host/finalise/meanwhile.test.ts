import { describe, expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { formatCents } from '#shared/domain/decimal.ts';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';
import { rendererWith } from '../../../tests/builders/renderer.ts';
import { openTestStore } from '../../../tests/crash/builders/store.ts';
import { verifyOffice } from '../office/verify.ts';
import { finaliseInvoice } from './finalise.ts';

/** An office with a draft, in which `change` happens after the document was loaded and before it is recorded, once. */
async function changedMeanwhile(change: (api: KontorApi, draft: InvoiceDetail) => Promise<unknown>) {
  const pending: (() => Promise<unknown>)[] = [];
  const renderer = rendererWith(async () => pending.shift()?.());
  const { api } = await openReadyOffice({ renderer });
  const draft = await createDraft(api);
  pending.push(() => change(api, draft));
  return { api, draft, renderer };
}

const target = ({ id, revision }: { id: number; revision: number }) => ({ id, expectedRevision: revision });

const xmlOf = async (api: KontorApi, id: number) =>
  new TextDecoder().decode((await api['invoices.xrechnung']({ id })).content);

const CHANGES: Record<string, (api: KontorApi, draft: InvoiceDetail) => Promise<unknown>> = {
  company: async (api) => {
    const { revision } = await api['company.get']({});
    return api['company.update']({ expectedRevision: revision, name: 'Inzwischen AG' });
  },
  customer: async (api, { customerId }) => {
    const customer = await api['customers.get']({ id: customerId });
    return api['customers.update']({ ...target(customer), name: 'Inzwischen GmbH' });
  },
  'person in charge': async (api) => {
    const [profile] = (await api['profiles.list']({})).profiles;
    return profile && api['profiles.update']({ ...target(profile), name: 'Inzwischen Meier' });
  },
  'VAT rate': async (api) => {
    const rate = (await api['vatRates.list']({})).rates.find(({ name }) => name === 'Regelsteuersatz');
    if (!rate) throw new Error('there is a rate');
    const { id, revision, archived, ...fields } = rate;
    const periods = fields.periods.map((period) => ({ ...period, percent: '7' }));
    return api['vatRates.update']({ id, expectedRevision: revision, archived, rate: { ...fields, periods } });
  },
  counter: async (api) => {
    const [range] = (await api['numberRanges.list']({})).ranges;
    return range && api['numberRanges.update']({ ...target(range), lastNumber: 'RE-2026-0007' });
  },
};

describe('[F2.3] changed between load and commit', () => {
  test.each(Object.entries(CHANGES))('%s: rendered once more, document and record agree', async (what, change) => {
    const { api, draft, renderer } = await changedMeanwhile(change);
    const final = await finalise(api, draft);
    expect(renderer.renders).toBe(2);
    const isCounter = what === 'counter';
    expect(final.number).toBe(isCounter ? 'RE-2026-0008' : 'RE-2026-0001');
    const xml = await xmlOf(api, final.id);
    expect(xml).toContain(`>${final.number}<`);
    expect(xml).toContain(final.customer.name);
    expect(xml).toContain(`>${formatCents(final.totals.gross)}<`);
    if (what === 'VAT rate') expect(final.totals.gross).toBe(44_940);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('template: no call changes one yet, so its row is changed', async () => {
    const office = await openReadyOffice();
    const draft = await createDraft(office.api);
    await office.host.close();
    const store = await openTestStore(office.file);
    const change = "UPDATE template SET revision = revision + 1, name = 'Inzwischen'";
    const pending = [() => store.write((writer) => writer.query(change))];
    const renderer = rendererWith(async () => pending.shift()?.());
    const input = { id: draft.id, expectedRevision: draft.revision, requestId: newRequestId() };
    const final = await finaliseInvoice({ store, clock: office.clock, renderer, emit: () => undefined }, input);
    expect(renderer.renders).toBe(2);
    expect(final).toMatchObject({ number: 'RE-2026-0001', templateName: 'Inzwischen' });
    expect((await verifyOffice(store)).damages).toEqual([]);
  });

  test('the draft itself: what was seen is not what would be final; nothing happens', async () => {
    const { api, draft, renderer } = await changedMeanwhile((office, { id, revision }) =>
      office['invoices.update']({ id, expectedRevision: revision, title: 'Inzwischen' }),
    );
    // It was brought up to date by somebody else, so the call comes with an old revision.
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'stale' });
    expect(renderer.renders).toBe(1);
    expect(await api['invoices.get']({ id: draft.id })).toMatchObject({ status: 'draft', number: '', files: [] });
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0001');
  });

  test('the draft deleted: nothing is left of it', async () => {
    const { api, draft } = await changedMeanwhile((office, found) => office['invoices.delete'](target(found)));
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'not-found' });
    expect((await api['invoices.list']({ limit: 10 })).rows).toEqual([]);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a final invoice that is paid while its Stornorechnung is made: neither cancelled nor numbered', async () => {
    const pending: (() => Promise<unknown>)[] = [];
    const { api } = await openReadyOffice({ renderer: rendererWith(async () => pending.shift()?.()) });
    const final = await finalise(api, await createDraft(api));
    const payment = { requestId: newRequestId(), date: '2026-11-21', amount: final.totals.gross };
    pending.push(() => api['invoices.pay']({ ...target(final), ...payment }));
    const choice = { requestId: newRequestId(), replace: true, reason: '' };
    await expect(api['invoices.cancel']({ ...target(final), ...choice })).rejects.toMatchObject({ code: 'stale' });
    expect((await api['invoices.list']({ limit: 10 })).rows).toMatchObject([{ id: final.id, status: 'paid' }]);
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0002');
  });

  test('a call that arrives twenty times takes one number, also after the office was opened again', async () => {
    const office = await openReadyOffice();
    const { id, revision } = await createDraft(office.api);
    const input = { id, expectedRevision: revision, requestId: newRequestId() };
    const finals = await Promise.all(Array.from({ length: 20 }, () => office.api['invoices.finalise'](input)));
    expect(new Set(finals.map(({ number }) => number))).toEqual(new Set(['RE-2026-0001']));
    await office.host.close();
    const { api } = await openReadyOffice({ file: office.file });
    expect((await api['invoices.finalise'](input)).number).toBe('RE-2026-0001');
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2026-0002');
  });
});
