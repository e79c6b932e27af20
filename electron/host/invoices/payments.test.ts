import { describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

const TERMS = { dueDays: 14, skontoDays: 7, skontoPercent: '2' };

/** A final invoice of 119.00 EUR with 2 % Skonto until 2026-11-28, and what changes it. */
async function finalInvoice(api: KontorApi) {
  const draft = await createDraft(api, { issueDate: '2026-11-21', terms: TERMS });
  let invoice = await finalise(api, draft);
  const target = () => ({ id: invoice.id, expectedRevision: invoice.revision });
  return {
    gross: invoice.totals.gross,
    skonto: invoice.totals.skonto ?? 0,
    target,
    get: () => api['invoices.get']({ id: invoice.id }),
    send: async () => (invoice = await api['invoices.markSent'](target())),
    pay: async (amount: number, date = '2026-11-21') =>
      (invoice = await api['invoices.pay']({ ...target(), requestId: newRequestId(), date, amount })),
    actions: async () =>
      (await api['journal.list']({ record: 'invoice', recordId: invoice.id })).entries.map(({ action }) => action),
  };
}

describe('"Versendet"', () => {
  test('[A18.2] [A18.3] [F2.2] is set once, with its day, recorded, and without a way back', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    expect(await invoice.get()).toMatchObject({ status: 'final', sentOn: null });
    expect(await invoice.send()).toMatchObject({ status: 'sent', sentOn: '2026-11-21' });
    expect((await invoice.actions())[0]).toBe('invoice.sent');
    await expect(invoice.send()).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a draft cannot be sent, and an older state is told', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    const target = { id: draft.id, expectedRevision: draft.revision };
    await expect(api['invoices.markSent'](target)).rejects.toMatchObject({ code: 'not-allowed' });
    const final = await finalise(api, draft);
    const old = { id: final.id, expectedRevision: draft.revision };
    await expect(api['invoices.markSent'](old)).rejects.toMatchObject({ code: 'stale' });
  });
});

describe('"Bezahlt"', () => {
  test('[B2.14] [A19.3] parts are kept, and only all of it is "Bezahlt"', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    await invoice.send();
    const part = await invoice.pay(1_000);
    expect(part).toMatchObject({ status: 'sent', account: { paid: 1_000, open: invoice.gross - 1_000 } });
    const paid = await invoice.pay(invoice.gross - 1_000, '2026-11-20');
    expect(paid).toMatchObject({ status: 'paid', account: { paid: invoice.gross, open: 0 } });
    expect(paid.account?.payments.map(({ amount, date }) => [amount, date])).toEqual([
      [1_000, '2026-11-21'],
      [invoice.gross - 1_000, '2026-11-20'],
    ]);
    expect((await invoice.actions()).slice(0, 3)).toEqual(['invoice.paid', 'invoice.paymentRecorded', 'invoice.sent']);
    await expect(invoice.pay(1)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('[D7] from "Final" both steps are made and recorded', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    expect(await invoice.pay(invoice.gross)).toMatchObject({ status: 'paid', sentOn: '2026-11-21' });
    expect((await invoice.actions()).slice(0, 2)).toEqual(['invoice.paid', 'invoice.sent']);
  });

  test('[F6.2] less the Skonto settles within its period, and is a part afterwards', async () => {
    const { api, clock } = await openReadyOffice();
    clock.set('2026-12-05T09:00:00.000Z');
    const inTime = await finalInvoice(api);
    expect(inTime.skonto).toBeGreaterThan(0);
    const settled = await inTime.pay(inTime.gross - inTime.skonto, '2026-11-28');
    expect(settled).toMatchObject({ status: 'paid', account: { open: 0, paid: inTime.gross - inTime.skonto } });
    const late = await finalInvoice(api);
    const part = await late.pay(late.gross - late.skonto, '2026-11-29');
    expect(part).toMatchObject({ status: 'final', account: { open: late.skonto } });
  });

  test('a day to come, nothing and more than is open are refused at their field; nothing changes', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    const before = await invoice.get();
    for (const [amount, date, field, rule] of [
      [1_000, '2026-11-22', 'date', 'date-to-come'],
      [0, '2026-11-21', 'amount', 'payment-of-nothing'],
      [invoice.gross + 1, '2026-11-21', 'amount', 'payment-exceeds-open'],
      [-1_000, '2026-11-21', 'amount', 'payment-exceeds-open'],
    ] as const) {
      await expect(invoice.pay(amount, date)).rejects.toMatchObject({
        code: 'invalid-input',
        details: [{ field, rule }],
      });
    }
    expect(await invoice.get()).toEqual(before);
  });

  test('a call that arrives twice is one payment', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    const call = { ...invoice.target(), requestId: newRequestId(), date: '2026-11-21', amount: 500 };
    const first = await api['invoices.pay'](call);
    expect(await api['invoices.pay'](call)).toEqual(first);
    expect(first.account?.payments).toHaveLength(1);
  });

  test('[F2.1] the document stays as it was', async () => {
    const { api } = await openReadyOffice();
    const invoice = await finalInvoice(api);
    const { files, entries, totals } = await invoice.get();
    await invoice.send();
    expect(await invoice.pay(invoice.gross)).toMatchObject({ files, entries, totals });
  });
});
