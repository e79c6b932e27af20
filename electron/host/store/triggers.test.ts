import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finaliseDraft, insertDraft, seedOffice } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import type { Store } from './open.ts';

/** What each table is to a final invoice. A table that is missing here fails the first test: decide, then write it down. */
const TABLES = {
  /** Rows of a final invoice: nothing may happen to them, with the columns that may. */
  final: {
    invoice: ['revision', 'changed_at', 'changed_by', 'status', 'sent_on', 'paid', 'dispute'],
    invoice_entry: [],
    invoice_allowance: [],
    invoice_snapshot: [],
    invoice_file: [],
  } as Record<string, string[]>,
  /** Only ever added to. */
  fixed: ['stored_file', 'journal', 'number_counter', 'payment'],
  /** Master records: the snapshot holds what the invoice was made with. */
  free: [
    'company',
    'profile',
    'template',
    'customer',
    'vat_rate',
    'vat_rate_period',
    'number_range',
    'office',
    'request',
    'migrations',
    'invoice_search',
    'saved_filter',
    'workspace',
    'text_block',
  ],
};

/** A final invoice with id 1 and a draft with id 2. */
async function newStore(): Promise<Store> {
  const store = await openTestStore(join(testFolder(), 'a.kontor'));
  await store.write(async (writer) => {
    await seedOffice(writer);
    await finaliseDraft(writer, await insertDraft(writer));
    await insertDraft(writer);
  });
  return store;
}

const select = <T>(store: Store, sql: string, parameters: unknown[] = []) =>
  store.read((reader) => reader.query<T[]>(sql, parameters));

interface Column {
  name: string;
  pk: number;
  hidden: number;
}
const columnsOf = (store: Store, table: string) =>
  select<Column>(store, 'SELECT * FROM pragma_table_xinfo(?)', [table]);

/** The columns that a row is inserted with, for SQL. */
async function columnList(store: Store, table: string, without: string[] = []): Promise<string> {
  const columns = (await columnsOf(store, table)).filter(({ name, hidden }) => hidden === 0 && !without.includes(name));
  return columns.map(({ name }) => `"${name}"`).join(', ');
}

/** '' when the statement is allowed, else the message. Nothing of it stays. */
async function attempt(store: Store, sql: string, parameters: unknown[] = []): Promise<string> {
  const undone = new Error('');
  const outcome = store.write(async (writer) => {
    await writer.query(sql, parameters);
    throw undone;
  });
  return outcome.then(
    () => '',
    (error: unknown) => (error as Error).message.replace('SqliteError: ', ''),
  );
}

/** Another value of the same type that no check of the column stands against. */
function anotherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  return value === null ? 1 : Buffer.from('other');
}

test('[F2.1] every table of the file has its place, and every column of an invoice is decided', async () => {
  const store = await newStore();
  const tables = await select<{ name: string }>(
    store,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const decided = [...Object.keys(TABLES.final), ...TABLES.fixed, ...TABLES.free];
  expect(tables.map(({ name }) => name).sort()).toEqual(decided.sort());
});

describe.each(Object.entries(TABLES.final))('[F2.1] %s of a final invoice', (table, changeable) => {
  const owner = table === 'invoice' ? 'id' : 'invoice_id';

  test('each column that is not named refuses to change, by UPDATE and UPDATE OR REPLACE', async () => {
    const store = await newStore();
    const columns = await columnsOf(store, table);
    const rows = await select<Record<string, unknown>>(store, `SELECT * FROM "${table}" WHERE "${owner}" = 1`);
    expect(rows.length).toBeGreaterThan(0);
    for (const verb of ['UPDATE', 'UPDATE OR REPLACE']) {
      const allowed: string[] = [];
      for (const { name, hidden } of columns) {
        const value =
          name === 'status'
            ? 'sent'
            : name === 'changed_at'
              ? '2027-01-01T00:00:00.000Z'
              : name === 'sent_on'
                ? '2027-01-01'
                : anotherValue(rows[0]?.[name]);
        const message = await attempt(store, `${verb} "${table}" SET "${name}" = ? WHERE "${owner}" = 1`, [value]);
        if (message === '') allowed.push(name);
        else if (hidden !== 0) expect(message).toMatch(/^cannot UPDATE generated column/);
        else expect([name, message]).toEqual([name, `final: ${table}`]);
      }
      expect(allowed).toEqual(changeable);
    }
  });

  test('rows are neither taken away nor replaced nor added', async () => {
    const store = await newStore();
    const names = await columnList(store, table);
    expect(await attempt(store, `DELETE FROM "${table}" WHERE "${owner}" = 1`)).toBe(`final: ${table}`);
    for (const verb of ['INSERT', 'INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE']) {
      const again = `${verb} INTO "${table}" (${names}) SELECT ${names} FROM "${table}" WHERE "${owner}" = 1`;
      expect(['an invoice begins as draft', `final: ${table}`]).toContain(await attempt(store, again));
    }
  });
});

test('[F2.1] payments are added to a final invoice only, and stay as they are', async () => {
  const store = await newStore();
  const insert = (id: number) =>
    `INSERT INTO payment (invoice_id, date, amount, recorded_at, recorded_by) VALUES (${id}, '2026-11-20', 100, '2026-11-20T10:00:00.000Z', 'Test')`;
  expect(await attempt(store, insert(2))).toBe('not yet final: payment');
  await store.write((writer) => writer.query(insert(1)));
  for (const sql of [
    'UPDATE payment SET amount = 200',
    'UPDATE payment SET invoice_id = 2',
    'DELETE FROM payment',
    insert(1).replace('INSERT INTO payment (', 'REPLACE INTO payment (id, ').replace('VALUES (', 'VALUES (1, '),
  ]) {
    expect(await attempt(store, sql)).toBe('append only: payment');
  }
});

describe('[F2.1] ways around', () => {
  test('a draft cannot take the place of a final invoice, nor its rows', async () => {
    const store = await newStore();
    const list = await columnList(store, 'invoice', ['id']);
    expect(await attempt(store, `REPLACE INTO invoice (id, ${list}) SELECT 1, ${list} FROM invoice WHERE id = 2`)).toBe(
      'final: invoice',
    );
    expect(await attempt(store, 'UPDATE OR REPLACE invoice SET id = 1 WHERE id = 2')).toBe('final: invoice');
    expect(await attempt(store, 'UPDATE OR REPLACE invoice_entry SET id = 1 WHERE id = 2')).toBe(
      'final: invoice_entry',
    );
    expect(await attempt(store, 'UPDATE invoice_entry SET invoice_id = 1 WHERE id = 2')).toBe('final: invoice_entry');
    expect(await attempt(store, 'UPDATE invoice_entry SET invoice_id = 2 WHERE id = 1')).toBe('final: invoice_entry');
    expect(await attempt(store, 'UPDATE invoice SET rowid = 9 WHERE id = 1')).toBe('final: invoice');
    const sameNumber = `UPDATE OR REPLACE invoice SET status = 'final', number = 'RE-2026-0001', finalised_at = '', journal_hash = '',
      e_invoice = 'none', number_range_id = 1, number_period = '2026', number_counter = 2 WHERE id = 2`;
    expect(await attempt(store, sameNumber)).toBe('final: invoice');
  });

  test('nothing becomes a draft again, and nothing begins as anything else', async () => {
    const store = await newStore();
    expect(await attempt(store, "UPDATE invoice SET status = 'draft' WHERE id = 1")).toBe('final: invoice.status');
    for (const status of ['final', 'sent', 'paid', 'cancelled']) {
      const list = await columnList(store, 'invoice', ['id', 'status']);
      const insert = `INSERT INTO invoice (status, ${list}) SELECT '${status}', ${list} FROM invoice WHERE id = 2`;
      expect(await attempt(store, insert)).toBe('an invoice begins as draft');
    }
  });

  test('a draft stays free: it changes and goes with its rows', async () => {
    const store = await newStore();
    expect(await attempt(store, "UPDATE invoice SET title = 'x', net = 1 WHERE id = 2")).toBe('');
    expect(await attempt(store, "UPDATE invoice_entry SET title = 'x' WHERE invoice_id = 2")).toBe('');
    await store.write((writer) => writer.query('DELETE FROM invoice WHERE id = 2'));
    expect(await select(store, 'SELECT DISTINCT invoice_id FROM invoice_entry')).toEqual([{ invoice_id: 1 }]);
  });

  test('master records of a final invoice change and go their way without it', async () => {
    const store = await newStore();
    expect(await attempt(store, "UPDATE company SET name = 'x'")).toBe('');
    expect(await attempt(store, "UPDATE customer SET name = 'x'")).toBe('');
    expect(await attempt(store, "UPDATE vat_rate SET name = 'x'")).toBe('');
    expect(await attempt(store, "UPDATE template SET data = '[]'")).toBe('');
    expect(await attempt(store, 'DELETE FROM customer')).toContain('FOREIGN KEY');
  });
});

describe('what is only ever added', () => {
  test('stored files never change, and go only when no invoice has them', async () => {
    const store = await newStore();
    await store.write((writer) => writer.query("INSERT INTO stored_file VALUES (printf('%064d', 0), 1, x'01')"));
    for (const column of ['hash', 'size', 'content']) {
      expect(await attempt(store, `UPDATE stored_file SET "${column}" = "${column}"`)).toBe('fixed: stored_file');
    }
    const ofInvoice = 'hash IN (SELECT hash FROM invoice_file)';
    expect(await attempt(store, `DELETE FROM stored_file WHERE ${ofInvoice}`)).toBe('final: stored_file');
    expect(
      await attempt(store, `REPLACE INTO stored_file SELECT hash, 1, x'01' FROM stored_file WHERE ${ofInvoice}`),
    ).toBe('final: stored_file');
    expect(await attempt(store, `DELETE FROM stored_file WHERE NOT (${ofInvoice})`)).toBe('');
  });

  test('[F2.1] a logo goes only when no final invoice was printed with it', async () => {
    const store = await newStore();
    const logo = '7'.repeat(64);
    await store.write(async (writer) => {
      await writer.query('INSERT INTO stored_file VALUES (?, 1, ?)', [logo, Buffer.from([1])]);
      await writer.query('UPDATE company SET logo_hash = ?', [logo]);
      const draft = await insertDraft(writer);
      await writer.query("INSERT INTO invoice_snapshot VALUES (?, '{}', printf('%064d', 0), ?)", [draft, logo]);
    });
    expect(await attempt(store, 'DELETE FROM stored_file WHERE hash = ?', [logo])).toBe('final: stored_file');
    await store.write((writer) => writer.query('DELETE FROM invoice_snapshot WHERE logo_hash = ?', [logo]));
    expect(await attempt(store, 'DELETE FROM stored_file WHERE hash = ?', [logo])).toContain('FOREIGN KEY');
    await store.write((writer) => writer.query('UPDATE company SET logo_hash = NULL'));
    expect(await attempt(store, 'DELETE FROM stored_file WHERE hash = ?', [logo])).toBe('');
  });

  test('the journal takes the next entry and nothing else', async () => {
    const store = await newStore();
    const insert = (sequence: number, verb = 'INSERT') =>
      attempt(store, `${verb} INTO journal (sequence, entry, hash) VALUES (?, '{}', printf('%064d', 0))`, [sequence]);
    expect(await insert(2)).toBe('');
    for (const sequence of [0, 1, 3]) expect(await insert(sequence)).toBe('append only: journal');
    expect(await insert(1, 'REPLACE')).toBe('append only: journal');
    for (const column of ['sequence', 'entry', 'hash', 'rowid']) {
      expect(await attempt(store, `UPDATE journal SET "${column}" = "${column}"`)).toBe('append only: journal');
    }
    expect(await attempt(store, 'DELETE FROM journal')).toBe('append only: journal');
  });

  test('[F2.3] a start value may be put right, down to the highest number given', async () => {
    const store = await newStore();
    await store.write((writer) => writer.query('UPDATE number_counter SET last_value = 410'));
    expect(await attempt(store, 'UPDATE number_counter SET last_value = 41')).toBe('');
    expect(await attempt(store, 'UPDATE number_counter SET last_value = 0')).toBe('grows only: number_counter');
  });

  test('[F2.3] counters only grow', async () => {
    const store = await newStore();
    expect(await attempt(store, 'UPDATE number_counter SET last_value = last_value + 1, journal_sequence = 2')).toBe(
      '',
    );
    const refused = [
      'UPDATE number_counter SET last_value = last_value - 1',
      'UPDATE number_counter SET journal_sequence = 0',
      "UPDATE number_counter SET period = '2027'",
      'UPDATE number_counter SET number_range_id = 2',
      'DELETE FROM number_counter',
      "REPLACE INTO number_counter VALUES (1, '2026', 0, 1)",
    ];
    for (const sql of refused) expect([sql, await attempt(store, sql)]).toEqual([sql, 'grows only: number_counter']);
  });
});
