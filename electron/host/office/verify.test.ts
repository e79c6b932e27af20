import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { AT, finaliseDraft, insertDraft, seedOffice } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { tamper } from '../../../tests/crash/builders/tamper.ts';
import { appendJournal, lastPosition } from '../journal/service.ts';
import type { Store } from '../store/open.ts';
import { DAMAGE_RULES, type Damage } from './damages.ts';
import { officeHandlers } from './handlers.ts';
import { verifyOffice } from './verify.ts';

const INVOICES = 3;

async function newStore(invoices = INVOICES): Promise<Store> {
  const store = await openTestStore(join(testFolder(), 'a.kontor'));
  await store.write(async (writer) => {
    await seedOffice(writer);
    for (let count = 0; count < invoices; count += 1) await finaliseDraft(writer, await insertDraft(writer));
    await insertDraft(writer);
  });
  return store;
}

const invoiceDamage = (rule: Damage['rule'], detail = '', recordId = 2): Damage => ({
  rule,
  record: 'invoice',
  recordId,
  detail,
});
const rangeDamage = (rule: Damage['rule'], detail: string): Damage => ({
  rule,
  record: 'numberRange',
  recordId: 1,
  detail,
});

describe('a sound office', () => {
  test('is found sound, and everything in it was looked at', async () => {
    const store = await newStore();
    const anchor = await store.read(lastPosition);
    expect(await verifyOffice(store)).toEqual({
      ...{ sound: true, invoices: 3, files: 6, journalEntries: 3, anchor, damages: [] },
    });
  });

  test('with more invoices than one look takes', async () => {
    const store = await newStore(45);
    expect(await verifyOffice(store)).toMatchObject({ sound: true, invoices: 45, files: 90 });
    expect(await verifyOffice(store, { limit: 33 })).toMatchObject({
      sound: true,
      invoices: 33,
      files: 66,
      journalEntries: 45,
    });
    expect(await verifyOffice(store, { limit: 40 })).toMatchObject({ sound: true, invoices: 40 });
  });

  test('an invoice without XRechnung, one sent since, and a first number that is not 1 are sound', async () => {
    const store = await newStore(0);
    await store.write(async (writer) => {
      await finaliseDraft(writer, await insertDraft(writer));
      await appendJournal(writer, {
        ...{ at: AT, who: 'Anna Beispiel', action: 'invoice.sent', record: 'invoice', recordId: 2 },
        changes: { status: { from: 'final', to: 'sent' } },
      });
      await writer.query("UPDATE invoice SET status = 'sent' WHERE id = 2");
    });
    await store.write((writer) =>
      appendJournal(writer, {
        ...{ at: AT, who: 'Anna Beispiel', action: 'numberRange.updated', record: 'numberRange', recordId: 1 },
        changes: { counter: { from: 0, to: 499 }, period: { from: '2026', to: '2026' } },
      }),
    );
    await tamper(store, [
      'UPDATE invoice SET number_counter = 500 WHERE id = 2',
      'UPDATE number_counter SET last_value = 500, journal_sequence = 3',
    ]);
    expect(await verifyOffice(store)).toMatchObject({ sound: true, invoices: 1, damages: [] });
  });

  test('stays so while invoices are made final', async () => {
    const store = await newStore(30);
    const verifying = verifyOffice(store);
    for (let count = 0; count < 10; count += 1) {
      await store.write(async (writer) => finaliseDraft(writer, await insertDraft(writer)));
    }
    expect(await verifying).toMatchObject({ sound: true, damages: [] });
  });

  test('is told in the words of the contract', async () => {
    const store = await newStore();
    const { input, output } = contract['office.verify'];
    const reply = await officeHandlers({ store })['office.verify'](input.parse({ invoices: 2 }));
    expect(output.parse(reply)).toMatchObject({ sound: true, invoices: 2 });
  });
});

describe('[F2.1] damage to what is final', () => {
  test.each([
    ['number', "'RE-2026-9999'"],
    ['kind', "'cancellation'"],
    ['issue_date', "'2026-11-22'"],
    ['due_date', "'2026-12-06'"],
    ['title', "'Reparatur'"],
    ['buyer_name', "'Anderer Laden'"],
    ['currency', "'CHF'"],
    ['line_net', 'line_net + 1'],
    ['net', 'net + 1'],
    ['vat', 'vat - 1'],
    ['gross', 'gross + 1'],
  ])('the column %s', async (column, value) => {
    const store = await newStore();
    await tamper(store, [`UPDATE invoice SET "${column}" = ${value} WHERE id = 2`]);
    const { sound, damages } = await verifyOffice(store);
    expect(sound).toBe(false);
    expect(damages).toContainEqual(invoiceDamage('snapshot-differs', column));
    // The number stands in the journal entry too, and number and title in the search.
    expect(damages).toHaveLength({ number: 3, title: 2 }[column] ?? 1);
  });

  const cases: [what: string, statements: string[], damages: Damage[]][] = [
    [
      'the snapshot',
      ["UPDATE invoice_snapshot SET document = replace(document, '10710', '10711') WHERE invoice_id = 2"],
      [invoiceDamage('snapshot-hash')],
    ],
    [
      'the snapshot with its hash',
      [
        "UPDATE invoice_snapshot SET document = replace(document, 'Hofladen', 'Hofladem'), hash = printf('%064d', 7) WHERE invoice_id = 2",
      ],
      [invoiceDamage('snapshot-hash'), invoiceDamage('journal-entry-differs', 'snapshotHash')],
    ],
    [
      'the snapshot gone',
      ['DELETE FROM invoice_snapshot WHERE invoice_id = 2'],
      [invoiceDamage('snapshot-missing'), invoiceDamage('journal-entry-differs', 'snapshotHash')],
    ],
    [
      'a stored file',
      [
        "UPDATE stored_file SET content = x'25', size = 1 WHERE hash = (SELECT hash FROM invoice_file WHERE invoice_id = 2 AND kind = 'pdf')",
      ],
      [invoiceDamage('file-hash', 'pdf')],
    ],
    [
      "another invoice's file",
      [
        "UPDATE invoice_file SET hash = (SELECT hash FROM invoice_file WHERE invoice_id = 1 AND kind = 'pdf') WHERE invoice_id = 2 AND kind = 'pdf'",
      ],
      [invoiceDamage('journal-entry-differs', 'pdfHash')],
    ],
    [
      'an XRechnung that is no longer listed',
      ["DELETE FROM invoice_file WHERE invoice_id = 2 AND kind = 'xrechnung'"],
      [invoiceDamage('file-missing', 'xrechnung'), invoiceDamage('journal-entry-differs', 'xrechnungHash')],
    ],
    [
      'the status',
      ["UPDATE invoice SET status = 'paid' WHERE id = 2"],
      [invoiceDamage('status-unjournaled', 'final / paid')],
    ],
    [
      'what was paid',
      ['UPDATE invoice SET paid = 100 WHERE id = 2'],
      [invoiceDamage('payments-differ', '100 / 0 / 0')],
    ],
    [
      'a payment past the journal',
      [
        "INSERT INTO payment (invoice_id, date, amount, recorded_at, recorded_by) VALUES (2, '2026-11-20', 100, '2026-11-20T10:00:00.000Z', 'Test')",
      ],
      [invoiceDamage('payments-differ', '0 / 100 / 0')],
    ],
    [
      'the hash of its journal entry',
      ["UPDATE invoice SET journal_hash = 'x' WHERE id = 2"],
      [invoiceDamage('journal-entry-missing')],
    ],
  ];
  test.each(cases)('%s', async (_what, statements, damages) => {
    const store = await newStore();
    await tamper(store, statements);
    expect(await verifyOffice(store)).toMatchObject({ sound: false, damages });
  });

  test('a file that is gone, and rows that refer to nothing', async () => {
    const file = join(testFolder(), 'a.kontor');
    const store = await openTestStore(file);
    await store.write(async (writer) => {
      await seedOffice(writer);
      await finaliseDraft(writer, await insertDraft(writer));
    });
    // Foreign keys can only be switched off outside a transaction; a migration that leaves orphans is refused as well.
    await store.read((reader) => reader.query('PRAGMA foreign_keys = OFF'));
    await tamper(store, [
      "DELETE FROM stored_file WHERE hash IN (SELECT hash FROM invoice_file WHERE kind = 'pdf')",
      'DELETE FROM customer',
    ]);
    const { damages } = await verifyOffice(store);
    expect(damages).toContainEqual({ rule: 'foreign-key', record: 'invoice', recordId: 1, detail: 'customer' });
    expect(damages).toContainEqual({
      rule: 'foreign-key',
      record: 'invoice_file',
      recordId: null,
      detail: 'stored_file',
    });
    expect(damages).toContainEqual(invoiceDamage('file-missing', 'pdf', 1));
    expect(damages).toHaveLength(3);
  });

  test('a protection that was taken away or loosened', async () => {
    const store = await newStore();
    await store.write(async (writer) => {
      await writer.query('DROP TRIGGER protect_invoice_update');
      await writer.query('DROP TRIGGER protect_journal_delete');
      await writer.query(
        'CREATE TRIGGER protect_journal_delete BEFORE DELETE ON journal WHEN false BEGIN SELECT 1; END',
      );
    });
    const { damages } = await verifyOffice(store);
    expect(damages.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['protection', 'protect_invoice_update'],
      ['protection', 'protect_journal_delete'],
    ]);
  });

  test('what SQLite itself finds, in a whole and in a limited walk', async () => {
    const store = await newStore();
    await store.write(async (writer) => {
      await writer.query("CREATE TABLE copy (id INTEGER PRIMARY KEY, text TEXT CHECK (text <> '')) STRICT");
      await writer.query('PRAGMA ignore_check_constraints = ON');
      await writer.query("INSERT INTO copy VALUES (1, '')");
      await writer.query('PRAGMA ignore_check_constraints = OFF');
    });
    for (const limit of [undefined, 1]) {
      const { damages } = await verifyOffice(store, { limit });
      expect(damages).toEqual([
        { rule: 'integrity', record: '', recordId: null, detail: 'CHECK constraint failed in copy' },
      ]);
    }
  });
});

describe('[F2.3] damage to the numbers', () => {
  test.each([
    ['a number in the middle', 2, rangeDamage('number-gap', '2026: 2-2')],
    ['the last number: its counter knows', 3, rangeDamage('counter-differs', '2026: 3 / 2')],
  ])('missing: %s', async (_what, id, damage) => {
    const store = await newStore();
    await tamper(store, [`DELETE FROM invoice WHERE id = ${id}`]);
    const missing = invoiceDamage('invoice-missing', `RE-2026-000${id}`, id);
    expect((await verifyOffice(store)).damages).toEqual([missing, damage, invoiceDamage('search-index', '', id)]);
  });

  test('a counter set back, or gone', async () => {
    const store = await newStore();
    await tamper(store, ['UPDATE number_counter SET last_value = 2']);
    expect((await verifyOffice(store)).damages).toEqual([rangeDamage('counter-differs', '2026: 2 / 3')]);
    await tamper(store, ['DELETE FROM number_counter']);
    expect((await verifyOffice(store)).damages).toEqual([rangeDamage('counter-differs', '2026: null / 3')]);
  });
});

describe('damage to the journal', () => {
  test('an entry that was changed', async () => {
    const store = await newStore();
    await tamper(store, ["UPDATE journal SET entry = replace(entry, 'Anna', 'Anni') WHERE sequence = 2"]);
    const { damages, journalEntries } = await verifyOffice(store);
    expect(damages).toEqual([{ rule: 'journal-chain', record: 'journal', recordId: 2, detail: 'hash' }]);
    expect(journalEntries).toBe(1);
  });

  test('a tail that was cut off', async () => {
    const store = await newStore();
    await tamper(store, ['DELETE FROM journal WHERE sequence = 3']);
    expect((await verifyOffice(store)).damages).toEqual([
      rangeDamage('journal-cut', '3'),
      invoiceDamage('journal-entry-missing', '', 3),
    ]);
  });
});

test('a file damaged everywhere gives a report of bounded length', async () => {
  const store = await newStore(120);
  await tamper(store, [
    "UPDATE invoice SET net = 0, vat = 0, gross = 0, line_net = 0, title = '', buyer_name = '', due_date = '', currency = '', issue_date = ''",
  ]);
  const { sound, damages } = await verifyOffice(store);
  expect(sound).toBe(false);
  expect(damages).toHaveLength(1000);
});

test('every rule has one name', () => {
  expect(new Set(DAMAGE_RULES).size).toBe(DAMAGE_RULES.length);
});
