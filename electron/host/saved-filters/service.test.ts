import { describe, expect, test } from 'vitest';
import { createCustomer, newRequestId, openReadyOffice } from '../../../tests/builders/office.ts';

const create = { requestId: '', name: 'Offene', conditions: { statuses: ['final', 'sent'] } } as const;

async function openOffice() {
  const { api } = await openReadyOffice();
  const save = (name: string, fields: object = {}) =>
    api['savedFilters.create']({ requestId: newRequestId(), name, conditions: {}, ...fields });
  const names = async () =>
    (await api['savedFilters.list']({})).filters.map(({ name, isDefault }) => (isDefault ? `${name}*` : name));
  return { api, save, names };
}

describe('saved filters', () => {
  test('[E2] are kept under a name, renamed, changed, deleted, by name', async () => {
    const { api, save, names } = await openOffice();
    const first = await save('Zahlungen', {
      conditions: { statuses: ['paid'], netFrom: -100, period: 'last-quarter' },
    });
    expect(first).toMatchObject({
      revision: 1,
      isDefault: false,
      conditions: { statuses: ['paid'], customerIds: [], period: 'last-quarter', netFrom: -100, netTo: null },
    });
    await save('Äpfel');
    expect(await names()).toEqual(['Äpfel', 'Zahlungen']);
    const renamed = await api['savedFilters.update']({ id: first.id, expectedRevision: 1, name: 'Bezahlte' });
    expect(renamed).toMatchObject({ name: 'Bezahlte', revision: 2, conditions: first.conditions });
    await api['savedFilters.update']({ id: first.id, expectedRevision: 2, conditions: { issuedFrom: '2026-01-01' } });
    expect((await api['savedFilters.list']({})).filters[1]).toMatchObject({
      name: 'Bezahlte',
      conditions: { issuedFrom: '2026-01-01', statuses: [] },
    });
    await api['savedFilters.delete']({ id: first.id, expectedRevision: 3 });
    expect(await names()).toEqual(['Äpfel']);
    const { entries } = await api['journal.list']({ record: 'savedFilter', recordId: first.id });
    expect(entries.map(({ action }) => action)).toEqual([
      'savedFilter.deleted',
      'savedFilter.updated',
      'savedFilter.updated',
      'savedFilter.created',
    ]);
  });

  test('[E2] one is the default at most', async () => {
    const { api, save, names } = await openOffice();
    const first = await save('A', { isDefault: true });
    const second = await save('B', { isDefault: true });
    expect(await names()).toEqual(['A', 'B*']);
    await expect(
      api['savedFilters.update']({ id: first.id, expectedRevision: 1, isDefault: true }),
    ).rejects.toMatchObject({ code: 'stale' });
    await api['savedFilters.update']({ id: first.id, expectedRevision: 2, isDefault: true });
    expect(await names()).toEqual(['A*', 'B']);
    await api['savedFilters.update']({ id: first.id, expectedRevision: 3, isDefault: false });
    expect(await names()).toEqual(['A', 'B']);
    await api['savedFilters.delete']({ id: second.id, expectedRevision: 2 });
  });

  test('a name is there once, however it is written; a repeated call makes one', async () => {
    const { api, save, names } = await openOffice();
    await save('Für Müller');
    await expect(save('für MÜLLER')).rejects.toMatchObject({
      code: 'already-exists',
      details: [{ field: 'name', rule: 'filter-name-taken', parameters: { name: 'für MÜLLER' } }],
    });
    const input = { ...create, requestId: newRequestId() };
    const one = await api['savedFilters.create'](input as never);
    expect(await api['savedFilters.create'](input as never)).toEqual(one);
    expect(await names()).toEqual(['Für Müller', 'Offene']);
  });

  test('bounds the wrong way round are told at their field', async () => {
    const { save } = await openOffice();
    await expect(save('A', { conditions: { issuedFrom: '2026-02-01', issuedTo: '2026-01-31' } })).rejects.toMatchObject(
      { details: [{ field: 'conditions.issuedTo', rule: 'to-before-from' }] },
    );
    await expect(save('A', { conditions: { netFrom: 2, netTo: 1 } })).rejects.toMatchObject({
      details: [{ field: 'conditions.netTo', rule: 'to-below-from' }],
    });
    await save('A', { conditions: { netFrom: 2, netTo: 2 } });
  });

  test('a filter keeps a customer that was archived meanwhile', async () => {
    const { api, save } = await openOffice();
    const customer = await createCustomer(api);
    const { conditions } = await save('A', { conditions: { customerIds: [customer.id, 99_999] } });
    await api['customers.archive']({ id: customer.id, expectedRevision: customer.revision, archived: true });
    expect((await api['savedFilters.list']({})).filters[0]?.conditions).toEqual(conditions);
    expect(await api['invoices.list']({ filter: conditions })).toMatchObject({ rows: [] });
  });
});
