import { describe, expect, test } from 'vitest';
import type { Discount } from '#shared/contract/entries.ts';
import {
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  rateId,
} from '../../../tests/builders/office.ts';

const terms = { dueDays: 30, skontoDays: 10, skontoPercent: '2.00' };
const line = { kind: 'line', title: 'Beratung', quantity: '2', unit: 'hour', unitPrice: '100' } as const;

describe('a draft', () => {
  test('starts with the terms, currency and language of its customer, the Vorlage and the profile [A15.1]', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api, { terms, currency: 'CHF', language: 'en' });
    const draft = await createDraft(api, { customerId: customer.id });
    expect(draft).toMatchObject({
      ...{ status: 'draft', number: '', currency: 'CHF', language: 'en', dueDate: '2026-12-20' },
      ...{ responsibleName: 'Katharina Lindner', templateName: 'Standard', eInvoice: null, files: [] },
    });
    expect(draft.terms).toEqual({ dueDays: 30, skontoDays: 10, skontoPercent: '2' });
    expect(draft.totals).toMatchObject({ lineNet: 42_000, vat: 7_980, gross: 49_980, skonto: 1_000 });
  });

  test('is made once per request id, whatever is repeated', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api);
    const input = { requestId: newRequestId(), issueDate: '2026-11-20', customerId: customer.id };
    const first = await api['invoices.create'](input);
    expect(await api['invoices.create'](input)).toEqual(first);
    expect((await api['invoices.summary']({})).count).toBe(1);
    await expect(api['invoices.create']({ ...input, title: 'anders' })).rejects.toMatchObject({
      code: 'request-mismatch',
    });
  });

  test('keeps its entries in printing order, with texts before, between and after positions [A6.1]', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const text = (area: 'intro' | 'body' | 'closing', content: string) => ({ kind: 'text', area, content }) as const;
    const draft = await createDraft(api, {
      entries: [
        text('closing', 'Ende'),
        { ...line, vatRateId },
        text('body', 'Mitte'),
        { ...line, vatRateId },
        text('intro', 'Anfang'),
      ],
    });
    expect(draft.entries.map((entry) => (entry.kind === 'text' ? entry.area : entry.title))).toEqual([
      ...['intro', 'Beratung', 'body', 'Beratung', 'closing'],
    ]);
  });

  test('adds, changes, moves and removes entries; each change is one revision', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    let draft = await createDraft(api);
    const target = () => ({ id: draft.id, expectedRevision: draft.revision });
    const titles = () => draft.entries.map((entry) => (entry.kind === 'line' ? entry.title : entry.area));
    const add = async (title: string, index?: number) => {
      const entry = { ...line, title, vatRateId };
      draft = await api['entries.add']({
        ...target(),
        requestId: newRequestId(),
        entry,
        ...(index !== undefined && { index }),
      });
    };
    await add('B');
    await add('A', 0);
    const content = 'Guten Tag';
    draft = await api['entries.add']({
      ...target(),
      requestId: newRequestId(),
      entry: { kind: 'text', area: 'intro', content },
    });
    expect(titles()).toEqual(['intro', 'A', 'Wartung', 'B']);

    const idOf = (title: string) => draft.entries[titles().indexOf(title)]?.id ?? 0;
    draft = await api['entries.move']({ ...target(), entryId: idOf('A'), index: 99 });
    expect(titles()).toEqual(['intro', 'Wartung', 'B', 'A']);
    draft = await api['entries.move']({ ...target(), entryId: idOf('B'), index: 0 });
    expect(titles()).toEqual(['intro', 'B', 'Wartung', 'A']);
    draft = await api['entries.update']({
      ...target(),
      entryId: idOf('A'),
      entry: { ...line, title: 'A2', vatRateId },
    });
    draft = await api['entries.remove']({ ...target(), entryId: idOf('B') });
    draft = await api['entries.update']({
      ...target(),
      entryId: idOf('intro'),
      entry: { kind: 'text', area: 'closing', content },
    });
    expect(titles()).toEqual(['Wartung', 'A2', 'closing']);
    expect(draft.totals.lineNet).toBe(42_000 + 20_000);
    expect(draft.revision).toBe(9);
  });

  test('has discounts on positions and several named ones on the whole, and explains every figure [A7.1] [A7.8] [F4.1]', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const draft = await createDraft(api, {
      entries: [
        { ...line, vatRateId, discount: { kind: 'percent', percent: '10' } },
        { ...line, vatRateId, discount: { kind: 'amount', amount: 2_500 } },
      ],
      allowances: [
        { name: 'Treuerabatt', discount: { kind: 'percent', percent: '5' } },
        { name: 'Messe', discount: { kind: 'amount', amount: 725 } },
      ],
    });
    expect(draft.totals.lines.map(({ net }) => net)).toEqual([18_000, 17_500]);
    expect(draft.totals).toMatchObject({
      lineNet: 35_500,
      allowanceTotal: 2_500,
      net: 33_000,
      vat: 6_270,
      gross: 39_270,
    });
    const { paths } = await api['invoices.explain']({ id: draft.id });
    expect(paths.find(({ figure }) => figure === 'gross')).toMatchObject({ result: 39_270 });

    const target = { id: draft.id, expectedRevision: draft.revision };
    const without = await api['allowances.set']({ ...target, allowances: [] });
    expect(without.totals).toMatchObject({ allowances: [], net: 35_500 });
  });

  test('an overall discount is 0,01 to 100 percent or an amount above 0, and may exceed the sum [A7.9]', async () => {
    const { api } = await openReadyOffice();
    let draft = await createDraft(api);
    const set = (discount: Discount) =>
      api['allowances.set']({
        id: draft.id,
        expectedRevision: draft.revision,
        allowances: [{ name: 'Treue', discount }],
      });
    for (const percent of ['0', '-1', '100.01', '0.005']) {
      await expect(set({ kind: 'percent', percent })).rejects.toMatchObject({ code: 'invalid-input' });
    }
    for (const amount of [0, -1])
      await expect(set({ kind: 'amount', amount })).rejects.toMatchObject({ code: 'invalid-input' });
    for (const percent of ['0.01', '100']) draft = await set({ kind: 'percent', percent });
    expect(draft.totals).toMatchObject({ net: 0, gross: 0 });
    draft = await set({ kind: 'amount', amount: 50_000 });
    expect(draft.totals).toMatchObject({ net: -8_000, gross: -9_520 });
  });

  test('is changed only from its newest state, and the refusal says who and when', async () => {
    const { api, clock } = await openReadyOffice();
    const draft = await createDraft(api);
    clock.set('2026-11-21T10:00:00.000Z');
    const target = { id: draft.id, expectedRevision: draft.revision };
    await api['invoices.update']({ ...target, title: 'zuerst' });
    await expect(api['invoices.update']({ ...target, title: 'danach' })).rejects.toMatchObject({
      code: 'stale',
      details: { revision: 2, changedBy: 'Katharina Lindner', changedAt: '2026-11-21T10:00:00.000Z' },
    });
    expect((await api['invoices.get']({ id: draft.id })).title).toBe('zuerst');
  });

  test('is deleted with all that is below it, a final invoice never [A8.1] [A8.2]', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    const final = await finalise(api, await createDraft(api));
    await api['invoices.delete']({ id: draft.id, expectedRevision: draft.revision });
    await expect(api['invoices.get']({ id: draft.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(api['invoices.delete']({ id: final.id, expectedRevision: final.revision })).rejects.toMatchObject({
      code: 'not-allowed',
      details: { status: 'final', action: 'delete' },
    });
    expect((await api['invoices.get']({ id: final.id })).number).toBe('RE-2026-0001');
  });

  test('given to another customer it starts again from that one, except for what the same call gives', async () => {
    const { api } = await openReadyOffice();
    const own = {
      name: 'Werk 2',
      address: { street: 'Hof 1', addition: '', postCode: '27749', city: 'Delmenhorst', country: 'DE' },
    };
    const draft = await createDraft(api, {
      buyerAddress: own,
      contact: { name: 'A', phone: '', email: 'a@behrens.example' },
    });
    const other = await createCustomer(api, { name: 'Chor Celle', terms, language: 'en' });
    const changed = await api['invoices.update']({
      ...{ id: draft.id, expectedRevision: draft.revision, customerId: other.id },
      contact: { name: 'B', phone: '', email: '' },
    });
    expect(changed).toMatchObject({
      buyerAddress: null,
      contact: { name: 'B' },
      language: 'en',
      dueDate: '2026-12-20',
    });
    expect((await api['invoices.list']({})).rows).toMatchObject([{ customerName: 'Chor Celle' }]);
  });

  test('an update without a field changes nothing but the revision', async () => {
    const { api } = await openReadyOffice();
    const { id, revision, ...draft } = await createDraft(api);
    const { revision: next, ...after } = await api['invoices.update']({ id, expectedRevision: revision });
    expect(next).toBe(revision + 1);
    expect(after).toMatchObject(draft);
  });

  test('an archived VAT rate is not for new positions; one that has it keeps it', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    const rate = (await api['vatRates.list']({})).rates.find(({ name }) => name === 'Regelsteuersatz');
    if (!rate) throw new Error('no rate');
    const { id, revision, archived: _archived, ...fields } = rate;
    await api['vatRates.update']({ id, expectedRevision: revision, archived: true, rate: fields });
    const entry = { ...line, vatRateId: id };
    const target = { id: draft.id, expectedRevision: draft.revision };
    await expect(api['entries.add']({ ...target, requestId: newRequestId(), entry })).rejects.toMatchObject({
      code: 'invalid-input',
      details: [{ field: 'entry.vatRateId', rule: 'vat-rate-archived' }],
    });
    const kept = await api['entries.update']({ ...target, entryId: draft.entries[0]?.id ?? 0, entry });
    expect(kept.totals.lineNet).toBe(20_000);
  });

  test('follows changes of its customer and of a VAT rate until it is final [F1.8]', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api);
    const draft = await createDraft(api, { customerId: customer.id });
    await api['customers.update']({ id: customer.id, expectedRevision: customer.revision, name: 'Hofgut Behrens' });
    const [rate] = (await api['vatRates.list']({})).rates;
    if (!rate) throw new Error('no rate');
    const { id, revision, archived, ...fields } = rate;
    const raised = [...fields.periods, { validFrom: '2026-11-17', percent: '20' }];
    await api['vatRates.update']({ id, expectedRevision: revision, archived, rate: { ...fields, periods: raised } });
    const after = await api['invoices.get']({ id: draft.id });
    expect(after.totals.vatBreakdown).toMatchObject([{ category: 'S', percent: '20', vat: 8_400 }]);
    const { rows } = await api['invoices.list']({});
    expect(rows).toMatchObject([{ customerName: 'Hofgut Behrens', gross: 50_400 }]);
  });
});
