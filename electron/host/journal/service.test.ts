import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import type { Store } from '../store/open.ts';
import { appendJournal, changesBetween, GENESIS, type Fact } from './service.ts';
import { verifyJournal } from './verify.ts';

const fact = (recordId: number, from = 'a', to = 'b', record: 'customer' | 'invoice' = 'customer'): Fact => ({
  ...{ at: AT, who: 'Anna Beispiel', action: `${record}.updated`, record, recordId },
  changes: { name: { from, to } },
});

async function storeWith(facts: Fact[]): Promise<Store> {
  const store = await openTestStore(join(testFolder(), 'a.kontor'));
  for (const entry of facts) await store.write((writer) => appendJournal(writer, entry));
  return store;
}

const rowsOf = (store: Store) =>
  store.read((reader) =>
    reader.query<{ sequence: number; entry: string; hash: string }[]>(
      'SELECT sequence, entry, hash FROM journal ORDER BY sequence',
    ),
  );

describe('an entry', () => {
  test('says who, when, what, old and new; each hash covers the one before', async () => {
    const store = await storeWith([fact(1, 'Müller', 'Möller'), fact(2)]);
    const [first, second] = await rowsOf(store);
    // Canonical by RFC 8785: names sorted, no blanks.
    expect(first?.entry).toBe(
      '{"action":"customer.updated","at":"2026-11-21T10:00:00.000Z","changes":{"name":{"from":"Müller","to":"Möller"}},' +
        '"record":"customer","recordId":1,"sequence":1,"who":"Anna Beispiel"}',
    );
    const hash = (previous: string, entry = '') =>
      createHash('sha256').update(previous).update(Buffer.from(entry, 'utf8')).digest('hex');
    expect(first?.hash).toBe(hash('0'.repeat(64), first?.entry));
    expect(second?.hash).toBe(hash(first?.hash ?? '', second?.entry));
    expect(second?.sequence).toBe(2);
  });

  test('goes with the fact: rolled back with it, in order when many come at once', async () => {
    const store = await storeWith([fact(1)]);
    const undone = store.write(async (writer) => {
      await appendJournal(writer, fact(2));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.write((writer) => appendJournal(writer, fact(index + 3)))),
    );
    expect((await rowsOf(store)).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    expect(await store.read(verifyJournal)).toMatchObject({ damage: null, done: true, last: { sequence: 21 } });
  });

  test('gives its place, for the counter and the invoice to keep', async () => {
    const store = await storeWith([fact(1)]);
    const place = await store.write((writer) => appendJournal(writer, fact(2)));
    expect(place).toEqual({ sequence: 2, hash: (await rowsOf(store))[1]?.hash });
  });
});

describe('the chain', () => {
  const FACTS = [fact(1), fact(2), fact(3), fact(4)];
  const update = (store: Store, sql: string) =>
    store.write(async (writer) => {
      for (const event of ['insert', 'update', 'delete'])
        await writer.query(`DROP TRIGGER IF EXISTS protect_journal_${event}`);
      await writer.query(sql);
    });

  test.each([
    [
      'a changed name',
      `UPDATE journal SET entry = replace(entry, 'Anna', 'Anni') WHERE sequence = 3`,
      { sequence: 3, reason: 'hash' },
    ],
    [
      'a changed value',
      `UPDATE journal SET entry = replace(entry, '"to":"b"', '"to":"c"') WHERE sequence = 1`,
      { sequence: 1, reason: 'hash' },
    ],
    [
      'a changed hash',
      `UPDATE journal SET hash = printf('%064d', 0) WHERE sequence = 2`,
      { sequence: 2, reason: 'hash' },
    ],
    ['an entry taken away', 'DELETE FROM journal WHERE sequence = 2', { sequence: 3, reason: 'gap' }],
    ['the first entry taken away', 'DELETE FROM journal WHERE sequence = 1', { sequence: 2, reason: 'gap' }],
    [
      'two entries swapped',
      'UPDATE journal SET sequence = CASE sequence WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE sequence END',
      { sequence: -3, reason: 'gap' },
    ],
    [
      'an entry moved up after one was taken away',
      'DELETE FROM journal WHERE sequence = 4; UPDATE journal SET sequence = 4 WHERE sequence = 3',
      { sequence: 4, reason: 'gap' },
    ],
  ])('%s is found', async (_what, sql, damage) => {
    const store = await storeWith(FACTS);
    for (const statement of sql.split('; ')) await update(store, statement);
    // Negative numbers stand for a swap done in two steps.
    await update(store, 'UPDATE journal SET sequence = -sequence WHERE sequence < 0');
    const expected = damage.sequence < 0 ? { sequence: 2, reason: 'hash' } : damage;
    expect((await store.read(verifyJournal)).damage).toEqual(expected);
  });

  test('an entry whose text is not canonical is found, though its hash is right', async () => {
    const store = await storeWith([]);
    for (const [entry, reason] of [
      ['{"sequence":1, "at":"x"}', 'not-canonical'],
      ['{"at":"x"}', 'not-canonical'],
      ['{"at":"x","sequence":2}', 'gap'],
    ]) {
      const hash = createHash('sha256')
        .update(GENESIS.hash + entry)
        .digest('hex');
      await update(store, 'DELETE FROM journal');
      await store.write((writer) =>
        writer.query('INSERT INTO journal (sequence, entry, hash) VALUES (1, ?, ?)', [entry, hash]),
      );
      expect((await store.read(verifyJournal)).damage).toEqual({ sequence: 1, reason });
    }
  });

  test('is followed over many batches', async () => {
    const store = await storeWith([]);
    await store.write(async (writer) => {
      for (let count = 1; count <= 1203; count += 1) await appendJournal(writer, fact(count));
    });
    expect(await store.read(verifyJournal)).toMatchObject({ damage: null, last: { sequence: 1203 } });
    await update(store, `UPDATE journal SET entry = replace(entry, 'Anna', 'Anni') WHERE sequence = 1100`);
    expect((await store.read(verifyJournal)).damage).toEqual({ sequence: 1100, reason: 'hash' });
  });
});

describe('changesBetween', () => {
  test('names only what differs, with both values', () => {
    const before = { name: 'a', address: { city: 'Ulm', street: 'x' }, days: 14, note: null };
    const after = { name: 'b', address: { street: 'x', city: 'Ulm' }, days: 14, note: null };
    expect(changesBetween(before, after)).toEqual({ name: { from: 'a', to: 'b' } });
    expect(changesBetween(before, { ...before, address: { city: 'Bonn', street: 'x' } })).toEqual({
      address: { from: { city: 'Ulm', street: 'x' }, to: { city: 'Bonn', street: 'x' } },
    });
  });

  test('of something made or removed names every value that is not null', () => {
    expect(changesBetween(null, { name: 'a', note: null, empty: '' })).toEqual({
      name: { from: null, to: 'a' },
      empty: { from: null, to: '' },
    });
    expect(changesBetween({ name: 'a', note: undefined }, null)).toEqual({ name: { from: 'a', to: null } });
  });

  test('leads from one to the other', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(record, record, (before, after) => {
        const changes = new Map(Object.entries(changesBetween(before, after)));
        const [old, changed] = [before, after].map((value) => new Map<string, unknown>(Object.entries(value)));
        for (const field of [...Object.keys(before), ...Object.keys(after)]) {
          const value = changes.has(field) ? changes.get(field)?.to : old?.get(field);
          expect(value ?? null).toEqual(changed?.get(field) ?? null);
        }
      }),
    );
  });
});
