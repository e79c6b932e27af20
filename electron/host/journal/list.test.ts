import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { journalCalls } from '#shared/contract/journal.ts';
import { AT } from '../../../tests/crash/builders/office.ts';
import { createCustomer, createDraft, finalise, openReadyOffice, testFolder } from '../../../tests/builders/office.ts';
import { openTestStore } from '../../../tests/crash/builders/store.ts';
import type { Store } from '../store/open.ts';
import { listJournal, listPeople } from './list.ts';
import { appendJournal, type Fact } from './service.ts';

const fact = (more: Partial<Fact> = {}): Fact => ({
  ...{ at: AT, who: 'Anna Beispiel', action: 'customer.updated', record: 'customer', recordId: 1 },
  changes: { name: { from: 'a', to: 'b' } },
  ...more,
});

async function storeWith(facts: Fact[]): Promise<Store> {
  const store = await openTestStore(join(testFolder(), 'a.kontor'));
  await store.write(async (writer) => {
    for (const entry of facts) await appendJournal(writer, entry);
  });
  return store;
}

async function sequences(store: Store, input: z.input<(typeof journalCalls)['journal.list']['input']>) {
  const { entries, more } = await listJournal(store, journalCalls['journal.list'].input.parse(input));
  return [...entries.map(({ sequence }) => sequence), ...(more ? ['more'] : [])];
}

describe('journal.list', () => {
  test('[F2.2] gives the newest first, of one record or all, page by page', async () => {
    const invoice = { record: 'invoice', action: 'invoice.updated' } as const;
    const store = await storeWith([fact(), fact({ recordId: 2 }), fact(), fact(invoice)]);
    expect(await sequences(store, {})).toEqual([4, 3, 2, 1]);
    expect(await sequences(store, { limit: 2 })).toEqual([4, 3, 'more']);
    expect(await sequences(store, { before: 3, limit: 2 })).toEqual([2, 1]);
    expect(await sequences(store, { before: 3, limit: 1 })).toEqual([2, 'more']);
    expect(await sequences(store, { record: 'customer', recordId: 1 })).toEqual([3, 1]);
    expect(await sequences(store, { record: 'customer', recordId: 1, limit: 1 })).toEqual([3, 'more']);
    expect(await sequences(store, { record: 'invoice' })).toEqual([4]);
    const { entries } = await listJournal(store, journalCalls['journal.list'].input.parse({ limit: 1 }));
    expect(entries[0]).toMatchObject({ ...fact(invoice), sequence: 4 });
  });

  test('filters by time, by name and by what stands in the values', async () => {
    const store = await storeWith([
      fact({ at: '2026-11-20T22:59:59.999Z' }),
      fact({ at: '2026-11-20T23:00:00.000Z', who: 'Bernd' }),
      fact({ at: '2026-11-21T22:59:59.999Z', changes: { name: { from: 'Müller "50 %"', to: 'C:\\Büro' } } }),
      fact({ at: '2026-11-21T23:00:00.000Z', changes: { dueDays: { from: 14, to: 30 } } }),
    ]);
    const day = { since: '2026-11-20T23:00:00.000Z', until: '2026-11-21T23:00:00.000Z' };
    expect(await sequences(store, day)).toEqual([3, 2]);
    expect(await sequences(store, { ...day, who: 'Bernd' })).toEqual([2]);
    expect(await sequences(store, { who: 'Bern' })).toEqual([]);
    expect(await sequences(store, { search: 'müller' })).toEqual([3]);
    expect(await sequences(store, { search: '"50 %' })).toEqual([3]);
    expect(await sequences(store, { search: 'c:\\b' })).toEqual([3]);
    expect(await sequences(store, { search: '30' })).toEqual([4]);
    expect(await sequences(store, { search: '%' })).toEqual([3]);
    expect(await sequences(store, { search: 'BERND' })).toEqual([2]);
    // Names of fields and actions stand in each entry, and nobody means them.
    expect(await sequences(store, { search: 'changes' })).toEqual([]);
    expect(await sequences(store, { search: 'name' })).toEqual([]);
  });

  test('finds what lies far back, and everybody, the latest first', async () => {
    const old = fact({ who: 'Bernd', changes: { name: { from: 'Nadel', to: 'b' } } });
    const store = await storeWith([old, ...Array.from({ length: 9000 }, () => fact())]);
    expect(await sequences(store, { search: 'nadel' })).toEqual([1]);
    expect(await sequences(store, { who: 'Bernd', limit: 1 })).toEqual([1]);
    expect((await sequences(store, { limit: 500, before: 4300 })).slice(-2)).toEqual([3800, 'more']);
    expect(await listPeople(store)).toEqual(['Anna Beispiel', 'Bernd']);
  });

  test('shows a damaged entry as one, and all others', async () => {
    const store = await storeWith([fact(), fact(), fact()]);
    await store.write(async (writer) => {
      await writer.query('DROP TRIGGER protect_journal_update');
      await writer.query(`UPDATE journal SET entry = '{"at":"yesterday"}' WHERE sequence = 2`);
    });
    const { entries } = await listJournal(store, journalCalls['journal.list'].input.parse({}));
    expect(entries.map(({ sequence, action }) => [sequence, action])).toEqual([
      [3, 'customer.updated'],
      [2, 'journal.unreadable'],
      [1, 'customer.updated'],
    ]);
    expect(entries[1]?.at).toBeNull();
    expect(await sequences(store, { search: 'yesterday' })).toEqual([]);
  });

  test('names the records that the entries speak of, and finds all of an invoice by its number', async () => {
    const { api } = await openReadyOffice();
    const [first, second] = [
      await createCustomer(api, { name: 'Hofladen' }),
      await createCustomer(api, { name: 'Säge' }),
    ];
    const draft = await createDraft(api, { customerId: first.id });
    const { id, revision } = draft;
    const final = await finalise(
      api,
      await api['invoices.update']({ id, expectedRevision: revision, customerId: second.id }),
    );
    const { entries, names } = await api['journal.list']({ search: final.number });
    expect(entries.map(({ action }) => action)).toEqual(['invoice.finalised', 'invoice.updated', 'invoice.created']);
    expect(names).toEqual(
      expect.arrayContaining([
        { record: 'invoice', id, name: final.number, currency: 'EUR' },
        { record: 'customer', id: first.id, name: 'Hofladen', currency: null },
        { record: 'customer', id: second.id, name: 'Säge', currency: null },
      ]),
    );
    expect(names.map(({ record }) => record)).toEqual(expect.arrayContaining(['vatRate', 'profile', 'template']));
    expect((await api['journal.people']({})).names).toEqual(['Katharina Lindner', 'Test']);
  });
});
