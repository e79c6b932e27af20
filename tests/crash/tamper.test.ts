import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Damage } from '../../electron/host/office/damages.ts';
import { entryHash, GENESIS, type JournalPosition } from '../../electron/host/journal/service.ts';
import { verifyOffice, type Verification, type VerifyOptions } from '../../electron/host/office/verify.ts';
import type { Store } from '../../electron/host/store/open.ts';
import { createCustomer, openTestOffice, type KontorApi, type TestOffice } from '../builders/office.ts';
import { livedOffice } from './builders/lived-office.ts';
import { placedRows, uncheckedSqlite, type Payload, type PlacedRow } from './builders/protected-rows.ts';
import { seededRandom } from './builders/random.ts';
import { openTestStore, testFolder } from './builders/store.ts';
import { tamper } from './builders/tamper.ts';

const LONG = process.env['KONTOR_LONG'] === '1';
const [PROTECTED, ANYWHERE] = LONG ? [1000, 200] : [150, 40];
const SEED = 20261121;
/** In milliseconds; a busy machine takes a third of a second for each byte. */
const TIME_LIMIT = 1000;

interface Made {
  sound: Buffer;
  rows: Record<Payload, PlacedRow[]>;
}
let made: Promise<Made> | undefined;

/** One office for all tests. */
function madeOffice(): Promise<Made> {
  made ??= livedOffice().then((sound) => ({ sound, rows: placedRows(sound) }));
  return made;
}

async function verifyBytes(
  file: Buffer,
  { path = join(testFolder(), 'a.kontor'), ...options }: VerifyOptions & { path?: string } = {},
): Promise<Verification & { refused: boolean }> {
  writeFileSync(path, file);
  const { sqlite, looked } = uncheckedSqlite();
  const store = await openTestStore(path, { sqlite });
  const verification = await verifyOffice(store, options);
  await store.close();
  return { ...verification, refused: looked.refused };
}

test('the file that is tampered with is sound', async () => {
  const { sound } = await madeOffice();
  expect(await verifyBytes(sound)).toMatchObject({ sound: true, refused: false, invoices: 6, damages: [] });
});

/** Changes one byte to another value; gives the changed copy. */
function withByte(file: Buffer, offset: number, random: ReturnType<typeof seededRandom>): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt8(changed.readUInt8(offset) ^ (1 + random.below(255)), offset);
  return changed;
}

/** A finding names the column, the file or the frozen content. */
function saysWhat({ rule, detail }: Damage, table: Payload, column = ''): boolean {
  if (['invoice', 'invoice_entry', 'invoice_allowance', 'invoice_file'].includes(table)) {
    const isLink = rule === 'journal-entry-missing' && column === 'journal_hash';
    return detail === column || detail === `${table}.${column}` || isLink;
  }
  return detail !== '' || rule === 'snapshot-hash' || rule === 'snapshot-missing';
}

test(
  `[F2.1] [F2.2] ${PROTECTED} bytes changed in what must not change: each found, with the name of what it belongs to`,
  async () => {
    const { sound, rows } = await madeOffice();
    const path = join(testFolder(), 'a.kontor');
    const random = seededRandom(SEED);
    const missed: string[] = [];
    const tried: Record<string, number> = {};
    let refused = 0;
    for (let attempt = 0; attempt < PROTECTED; attempt += 1) {
      const table = random.pick(Object.keys(rows) as Payload[]);
      const { record, recordId, columns, bytes } = random.pick(rows[table]);
      const { offset, column } = random.pick(bytes);
      const { damages, refused: atOpening } = await verifyBytes(withByte(sound, offset, random), { path });
      tried[table] = (tried[table] ?? 0) + 1;
      if (atOpening) refused += 1;
      const named = damages.filter((damage) => damage.record === record && damage.recordId === recordId);
      if (named.some((damage) => saysWhat(damage, table, columns[column]))) continue;
      missed.push(`${table}.${columns[column]} of ${record} ${recordId}, byte ${offset}: ${JSON.stringify(damages)}`);
    }
    if (LONG)
      console.log(`changed bytes: ${JSON.stringify(tried)}, ${refused} of ${PROTECTED} refused at opening already`);
    expect(missed).toEqual([]);
  },
  PROTECTED * TIME_LIMIT,
);

/** What a user sees of the sums: those of the list, and those of every invoice. */
async function sumsOf(api: KontorApi): Promise<unknown> {
  const { rows } = await api['invoices.list']({ limit: 100 });
  const invoices = await Promise.all(rows.map(({ id }) => api['invoices.get']({ id })));
  return {
    sums: (await api['invoices.summary']({})).sums,
    rows: rows.map(({ id, net, gross }) => ({ id, net, gross })),
    invoices: invoices.map(({ id, totals, account }) => ({ id, totals, account })),
  };
}

test(
  `${ANYWHERE} bytes changed anywhere: refused, found by office.verify, or no sum is another; nothing crashes`,
  async () => {
    const { sound } = await madeOffice();
    const file = join(testFolder(), 'a.kontor');
    const random = seededRandom(SEED + 1);
    const outcomes = { refused: 0, found: 0, harmless: 0 };
    let expected: unknown;
    for (let attempt = 0; attempt <= ANYWHERE; attempt += 1) {
      writeFileSync(file, attempt === 0 ? sound : withByte(sound, random.below(sound.length), random));
      let office: TestOffice;
      try {
        office = await openTestOffice({ file });
      } catch (error) {
        expect(['office-damaged', 'office-foreign']).toContain((error as { code: unknown }).code);
        outcomes.refused += 1;
        continue;
      }
      const verified = await office.api['office.verify']({});
      if (attempt === 0) expected = await sumsOf(office.api);
      else if (verified.sound) {
        expect(await sumsOf(office.api)).toEqual(expected);
        outcomes.harmless += 1;
      } else outcomes.found += 1;
      await office.host.close();
    }
    if (LONG) console.log(`bytes anywhere: ${JSON.stringify(outcomes)}`);
    expect(outcomes.refused + outcomes.found + outcomes.harmless).toBe(ANYWHERE);
  },
  ANYWHERE * TIME_LIMIT,
);

/** The rules that `office.verify` reports after statements that only another program can run. */
async function rulesAfter(statements: string[]): Promise<string[]> {
  const { sound } = await madeOffice();
  const path = join(testFolder(), 'a.kontor');
  writeFileSync(path, sound);
  const store = await openTestStore(path);
  await tamper(store, statements);
  const { damages } = await verifyOffice(store);
  return damages.map(({ rule }) => rule);
}

test('[F2.2] the last three entries of the journal cut off', async () => {
  const rules = await rulesAfter(['DELETE FROM journal WHERE sequence > (SELECT max(sequence) - 3 FROM journal)']);
  expect(rules).toEqual(expect.arrayContaining(['journal-cut', 'journal-entry-missing']));
});

test('[F2.3] an invoice taken away with all that belongs to it, and its journal entries', async () => {
  const below = ['invoice_entry', 'invoice_allowance', 'invoice_snapshot', 'invoice_file'];
  const statements = [
    ...below.map((table) => `DELETE FROM ${table} WHERE invoice_id = 1`),
    'DELETE FROM invoice WHERE id = 1',
  ];
  expect(await rulesAfter(statements)).toEqual(['invoice-missing', 'number-gap', 'search-index']);
  const entries = `DELETE FROM journal WHERE json_extract(entry, '$.record') = 'invoice' AND json_extract(entry, '$.recordId') = 1`;
  expect(await rulesAfter([...statements, entries])).toEqual(['journal-chain', 'number-gap', 'search-index']);
});

test('[F2.1] the PDFs of two invoices swapped', async () => {
  const hash = (id: number) => `(SELECT hash FROM invoice_file WHERE invoice_id = ${id} AND kind = 'pdf')`;
  const content = (id: number) => `(SELECT content FROM stored_file WHERE hash = ${hash(id)})`;
  const listed = [
    `CREATE TEMP TABLE swap AS SELECT ${hash(1)} AS one, ${hash(2)} AS two`,
    "UPDATE invoice_file SET hash = CASE invoice_id WHEN 1 THEN (SELECT two FROM swap) ELSE (SELECT one FROM swap) END WHERE invoice_id IN (1, 2) AND kind = 'pdf'",
  ];
  const found = await rulesAfter(listed);
  expect(found.filter((rule) => rule === 'journal-entry-differs')).toHaveLength(2);
  const stored = [
    `CREATE TEMP TABLE swap AS SELECT ${hash(1)} AS hash, ${content(2)} AS content UNION ALL SELECT ${hash(2)}, ${content(1)}`,
    'UPDATE stored_file SET content = s.content, size = length(s.content) FROM swap AS s WHERE s.hash = stored_file.hash',
  ];
  expect(await rulesAfter(stored)).toEqual(['file-hash', 'file-hash']);
});

test('[F2.3] a counter set back', async () => {
  expect(await rulesAfter(['UPDATE number_counter SET last_value = last_value - 1'])).toEqual(['counter-differs']);
});

/** The chain made anew from an entry on, as anybody can who has the file. */
async function recompute(store: Store): Promise<string[]> {
  const rows = await store.read((reader) =>
    reader.query<{ sequence: number; entry: string; hash: string }[]>('SELECT * FROM journal ORDER BY sequence'),
  );
  let previous = GENESIS.hash;
  const statements: string[] = [];
  for (const { sequence, entry, hash } of rows) {
    const said = sequence === 2 ? entry.replace('"who":"', '"who":"Nicht ') : entry;
    const next = entryHash(previous, said);
    statements.push(
      `UPDATE journal SET entry = '${said.replaceAll("'", "''")}', hash = '${next}' WHERE sequence = ${sequence}`,
    );
    statements.push(`UPDATE invoice SET journal_hash = '${next}' WHERE journal_hash = '${hash}'`);
    previous = next;
  }
  return statements;
}

test('[F2.2] a chain that was made anew throughout is found with an anchor, and only with one', async () => {
  const { sound } = await madeOffice();
  const path = join(testFolder(), 'a.kontor');
  writeFileSync(path, sound);
  const store = await openTestStore(path);
  const { anchor: head } = await verifyOffice(store);
  const [half] = await store.read((reader) =>
    reader.query<JournalPosition[]>('SELECT sequence, hash FROM journal WHERE sequence = 5'),
  );
  await tamper(store, await recompute(store));
  expect(await verifyOffice(store)).toMatchObject({ sound: true });
  for (const anchor of [head, half]) {
    expect(await verifyOffice(store, { anchor })).toMatchObject({
      sound: false,
      damages: [{ rule: 'journal-anchor', record: 'journal', recordId: anchor?.sequence }],
    });
  }
});

test('[F2.2] an anchor of before holds after more work, and one from beyond the end does not', async () => {
  const { sound } = await madeOffice();
  const file = join(testFolder(), 'a.kontor');
  writeFileSync(file, sound);
  const { api } = await openTestOffice({ file });
  const { anchor: anchor } = await api['office.verify']({});
  await createCustomer(api);
  expect(await api['office.verify']({ anchor })).toMatchObject({ sound: true });
  const beyond = { ...anchor, sequence: anchor.sequence + 2 };
  expect((await api['office.verify']({ anchor: beyond })).damages).toMatchObject([{ rule: 'journal-anchor' }]);
});
