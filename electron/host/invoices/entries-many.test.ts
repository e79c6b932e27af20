import { describe, expect, test } from 'vitest';
import type { EntryInput } from '#shared/contract/entries.ts';
import { createDraft, newRequestId, openReadyOffice, rateId } from '../../../tests/builders/office.ts';

const line = (title: string, vatRateId: number) =>
  ({ kind: 'line', title, quantity: '2', unit: 'hour', unitPrice: '10.5', vatRateId }) as const;
const text = (area: 'intro' | 'closing', content: string) => ({ kind: 'text', area, content }) as const;
const named = (entries: readonly { kind: string }[]): unknown[] =>
  entries.map((entry) => ('title' in entry ? entry.title : 'area' in entry ? entry.area : ''));

describe('many entries at once', () => {
  test('come in their order at the end of their areas, in one revision and one entry of the journal', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const entries: Parameters<(typeof api)['invoices.create']>[0]['entries'] = [
      ...[text('intro', 'Anfang'), line('A', vatRateId), text('closing', 'Ende')],
    ];
    const draft = await createDraft(api, { entries });
    const input = {
      ...{ id: draft.id, expectedRevision: draft.revision, requestId: newRequestId() },
      entries: [line('B', vatRateId), text('intro', 'Noch ein Anfang'), line('C', vatRateId)],
    };
    const changed = await api['entries.addMany'](input);
    expect(named(changed.entries)).toEqual(['intro', 'intro', 'A', 'B', 'C', 'closing']);
    expect(changed.revision).toBe(draft.revision + 1);
    expect(changed.totals.lineNet).toBe(6_300);
    expect(await api['entries.addMany'](input)).toEqual(changed);
    const journal = await api['journal.list']({ record: 'invoice', recordId: draft.id });
    expect(journal.entries.filter(({ action }) => action === 'invoice.entriesAdded')).toHaveLength(1);
  });

  test('are removed again in one step, or none of them when one is not there', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const entries = ['A', 'B', 'C'].map((title) => line(title, vatRateId));
    const draft = await createDraft(api, { entries });
    const target = { id: draft.id, expectedRevision: draft.revision };
    const [first = 0, , last = 0] = draft.entries.map(({ id }) => id);
    const gone = api['entries.removeMany']({ ...target, entryIds: [first, 999_999] });
    await expect(gone).rejects.toMatchObject({ code: 'not-found', details: { record: 'entry', id: 999_999 } });
    const changed = await api['entries.removeMany']({ ...target, entryIds: [first, last, first] });
    expect(named(changed.entries)).toEqual(['B']);
    expect(changed.revision).toBe(draft.revision + 1);
    const journal = await api['journal.list']({ record: 'invoice', recordId: draft.id });
    expect(journal.entries.filter(({ action }) => action === 'invoice.entriesRemoved')).toHaveLength(1);
  });

  test('are all refused when one of them is wrong, or when there would be more than 1,000', async () => {
    const { api } = await openReadyOffice();
    const vatRateId = await rateId(api);
    const draft = await createDraft(api, { entries: [line('A', vatRateId)] });
    const target = { id: draft.id, expectedRevision: draft.revision };
    const add = (entries: EntryInput[]) => api['entries.addMany']({ ...target, requestId: newRequestId(), entries });
    const many = Array.from({ length: 999 }, (_, index) => line(`P ${index}`, vatRateId) as EntryInput);
    await expect(add([...many, line('1001', vatRateId) as EntryInput])).rejects.toMatchObject({
      code: 'invalid-input',
      details: [{ field: 'entries', rule: 'too-many', parameters: { maximum: 1000 } }],
    });
    await expect(add([line('B', vatRateId) as EntryInput, line('C', 9_999) as EntryInput])).rejects.toMatchObject({
      code: 'invalid-input',
      details: [{ field: 'entries.1.vatRateId' }],
    });
    expect((await api['invoices.get']({ id: draft.id })).entries).toHaveLength(1);
    expect((await add(many)).entries).toHaveLength(1000);
  });
});
