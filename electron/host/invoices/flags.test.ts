import { describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

const target = ({ id, revision }: { id: number; revision: number }) => ({ id, expectedRevision: revision });

/** Ids in each list that looks at a flag, and in the lists beside them. */
async function lists(api: KontorApi) {
  const names = ['draft', 'change-requested', 'invoiced', 'disputed'] as const;
  const found = [];
  for (const list of names) {
    const { rows } = await api['invoices.list']({ filter: { list } });
    found.push([list, rows.map(({ id }) => id)]);
    expect((await api['invoices.summary']({ filter: { list } })).lists[list]).toBe(rows.length);
  }
  return Object.fromEntries(found) as Record<(typeof names)[number], number[]>;
}

describe('"Anpassung angefragt"', () => {
  test('[B2.7] [C4.2] [C4.3] marks a draft with who, when and what, and keeps it from being issued', async () => {
    const { api, clock } = await openReadyOffice();
    const draft = await createDraft(api);
    const marked = await api['invoices.requestChanges']({ ...target(draft), text: 'Bitte Stunden prüfen' });
    const { name } = (await api['profiles.list']({})).profiles[0] ?? { name: '' };
    expect(marked.changeRequest).toEqual({ text: 'Bitte Stunden prüfen', at: clock.now(), who: name });
    expect(await lists(api)).toMatchObject({ draft: [], 'change-requested': [draft.id] });
    expect((await api['invoices.check']({ id: draft.id })).blocking).toMatchObject([{ rule: 'changes-requested' }]);
    await expect(finalise(api, marked)).rejects.toMatchObject({ code: 'conditions-unmet' });

    const done = await api['invoices.finishChanges'](target(marked));
    expect(done.changeRequest).toBeNull();
    expect(await lists(api)).toMatchObject({ draft: [draft.id], 'change-requested': [] });
    await expect(api['invoices.finishChanges'](target(done))).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await finalise(api, done)).status).toBe('final');
    const { entries } = await api['journal.list']({ record: 'invoice', recordId: draft.id });
    expect(entries.map(({ action }) => action)).toEqual([
      ...['invoice.finalised', 'invoice.changesDone', 'invoice.changesRequested', 'invoice.created'],
    ]);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });
});

describe('"Beanstandet"', () => {
  test('[B2.11] [C4.4] [C4.5] marks what went out; the status stays, and the mark goes with the payment or the cancellation', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api);
    await expect(api['invoices.dispute']({ ...target(draft), text: 'zu viel' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const final = await finalise(api, draft);
    const marked = await api['invoices.dispute']({ ...target(final), text: 'Menge falsch' });
    expect(marked).toMatchObject({ status: 'final', dispute: { text: 'Menge falsch' } });
    expect(await lists(api)).toMatchObject({ invoiced: [], disputed: [final.id] });
    expect((await api['invoices.tasks']({})).tasks.find(({ kind }) => kind === 'disputed')).toMatchObject({ count: 1 });

    const settled = await api['invoices.settleDispute'](target(marked));
    expect(await lists(api)).toMatchObject({ invoiced: [final.id], disputed: [] });
    const again = await api['invoices.dispute']({ ...target(settled), text: 'Doch falsch' });
    const payment = { requestId: newRequestId(), date: '2026-11-21', amount: again.totals.gross };
    expect(await api['invoices.pay']({ ...target(again), ...payment })).toMatchObject({
      status: 'paid',
      dispute: null,
    });
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a disputed invoice that is cancelled is no longer disputed', async () => {
    const { api } = await openReadyOffice();
    const final = await finalise(api, await createDraft(api));
    const marked = await api['invoices.dispute']({ ...target(final), text: 'Menge falsch' });
    const call = { ...target(marked), requestId: newRequestId(), replace: false, reason: '' };
    expect(await api['invoices.cancel'](call)).toMatchObject({ status: 'cancelled', dispute: null });
  });
});
