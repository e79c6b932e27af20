import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCustomer,
  createDraft,
  finalise,
  openReadyOffice,
  rateId,
  type KontorApi,
  type TestOffice,
} from '../../../tests/builders/office.ts';

const NETS = ['100', '250.5', '-40', '99.99', '1000', '250.5', '7'];

describe('invoices.list', () => {
  let office: TestOffice;
  let api: KontorApi;
  let customers: number[];

  beforeEach(async () => {
    office = await openReadyOffice();
    api = office.api;
    customers = [];
    for (const name of ['Zimmerei Arndt', 'Bäckerei Behn', 'Chor Celle'])
      customers.push((await createCustomer(api, { name })).id);
    const vatRateId = await rateId(api);
    for (const [index, unitPrice] of NETS.entries()) {
      const quantity = unitPrice.startsWith('-') ? '-1' : '1';
      const entry = {
        kind: 'line',
        title: 'x',
        quantity,
        unit: 'piece',
        unitPrice: unitPrice.replace('-', ''),
        vatRateId,
      } as const;
      await createDraft(api, {
        customerId: customers[index % 3] ?? 0,
        issueDate: `2026-0${(index % 4) + 1}-10`,
        title: `Auftrag ${'ABCDEFG'[index]}`,
        entries: [entry],
      });
    }
  });

  const ids = async (input: Parameters<KontorApi['invoices.list']>[0]) =>
    (await api['invoices.list'](input)).rows.map(({ id }) => id);

  test('shows the newest first, page by page, without gap or double', async () => {
    const all = await ids({});
    expect(all).toHaveLength(7);
    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(...(await ids({ limit: 2, place: { kind: 'page', page } })));
    expect(pages).toEqual(all);
    expect(await ids({ limit: 2, place: { kind: 'page', page: 5 } })).toEqual([]);
  });

  test('sorts by every column, both ways, and walks by cursor as by page', async () => {
    for (const sort of ['number', 'issueDate', 'title', 'customer', 'net', 'gross', 'dueDate', 'status'] as const) {
      for (const descending of [true, false]) {
        const all = await ids({ sort, descending });
        const forward: number[] = [];
        let part = await api['invoices.list']({ sort, descending, limit: 3 });
        while (part.rows.length > 0) {
          forward.push(...part.rows.map(({ id }) => id));
          part = await api['invoices.list']({
            sort,
            descending,
            limit: 3,
            place: { kind: 'after', cursor: part.lastCursor },
          });
        }
        const backward: number[] = [];
        part = await api['invoices.list']({ sort, descending, limit: 3, place: { kind: 'end' } });
        while (part.rows.length > 0) {
          backward.unshift(...part.rows.map(({ id }) => id));
          part = await api['invoices.list']({
            sort,
            descending,
            limit: 3,
            place: { kind: 'before', cursor: part.firstCursor },
          });
        }
        expect({ sort, descending, forward, backward }).toEqual({ sort, descending, forward: all, backward: all });
      }
    }
    const nets = (await api['invoices.list']({ sort: 'net', descending: false })).rows.map(({ net }) => net);
    expect(nets).toEqual([-4_000, 700, 9_999, 10_000, 25_050, 25_050, 100_000]);
  });

  test('net bounds are inclusive, together and alone [D9]', async () => {
    const count = async (filter: object) => (await api['invoices.summary']({ filter })).count;
    expect(await count({ netFrom: 25_050 })).toBe(3);
    expect(await count({ netTo: 700 })).toBe(2);
    expect(await count({ netFrom: 700, netTo: 25_050 })).toBe(5);
    expect(await count({ netFrom: 25_051, netTo: 99_999 })).toBe(0);
  });

  test('filters combine; search looks into Bezeichnung and Rechnungsnummer only', async () => {
    const [first] = customers;
    expect(await ids({ filter: { customerIds: [first ?? 0], issuedFrom: '2026-02-01' } })).toHaveLength(2);
    expect(await ids({ filter: { search: 'auftrag b' } })).toHaveLength(1);
    expect(await ids({ filter: { search: 'Zimmerei' } })).toEqual([]);
    const [row] = (await api['invoices.list']({ filter: { search: 'Auftrag A' } })).rows;
    if (!row) throw new Error('not found');
    await finalise(api, row);
    expect(await ids({ filter: { search: '2026-0001' } })).toEqual([row.id]);
    expect(await ids({ filter: { statuses: ['final'] } })).toEqual([row.id]);
    expect(await ids({ filter: { search: "%' OR 1=1 --" } })).toEqual([]);
  });

  test('sums the filtered invoices per currency, and marks what is overdue', async () => {
    const euro = { currency: 'EUR', count: 7, net: 166_799, gross: 198_492 };
    const lists = { all: 7, invoiced: 0, draft: 7, 'change-requested': 0, disputed: 0, cancelled: 0, paid: 0 };
    expect(await api['invoices.summary']({})).toEqual({ count: 7, sums: [euro], lists });
    const [row] = (await api['invoices.list']({ filter: { search: 'Auftrag A' } })).rows;
    if (!row) throw new Error('not found');
    await finalise(api, row);
    const overdue = async () => (await api['invoices.list']({ filter: { statuses: ['final'] } })).rows[0]?.overdue;
    const after = await api['invoices.summary']({ filter: { list: 'invoiced' } });
    expect(after).toMatchObject({ count: 1, sums: [{ net: 10_000 }], lists: { ...lists, draft: 6, invoiced: 1 } });
    expect(await ids({ filter: { list: 'draft' } })).toHaveLength(6);
    office.clock.set('2026-01-24T10:00:00.000Z');
    expect(await overdue()).toBe(false);
    office.clock.set('2026-01-25T10:00:00.000Z');
    expect(await overdue()).toBe(true);
  });

  test('a foreign cursor is refused at its field', async () => {
    for (const cursor of ['x', '[]', '{"a":1}', '[1,"2"]', '[null,1]']) {
      await expect(api['invoices.list']({ place: { kind: 'after', cursor } })).rejects.toMatchObject({
        code: 'invalid-input',
        details: [{ field: 'place.cursor', rule: 'cursor' }],
      });
    }
  });
});
