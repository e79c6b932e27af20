import { expect, test } from 'vitest';
import { createDraft, openReadyOffice } from '../../../tests/builders/office.ts';
import { openTestStore } from '../../../tests/crash/builders/store.ts';
import { verifyOffice } from './verify.ts';

const BROKEN = [
  ['a text that is not the one of the invoice', "UPDATE invoice_search SET text = 'x' WHERE invoice_id = 1", 1],
  ['a row that is missing', 'DELETE FROM invoice_search WHERE invoice_id = 2', 2],
  ['a row whose invoice is gone', "INSERT INTO invoice_search VALUES (77, 'x')", 77],
  [
    'an index over other texts',
    "INSERT INTO invoice_search_trigram (invoice_search_trigram) VALUES ('delete-all')",
    null,
  ],
] as const;

test.each(BROKEN)('%s is reported, and the search made anew', async (_what, sql, recordId) => {
  const office = await openReadyOffice();
  await createDraft(office.api, { title: 'Müllabfuhr' });
  await createDraft(office.api, { title: 'Wartung' });
  await office.host.close();
  const store = await openTestStore(office.file);
  await store.write((writer) => writer.query(sql));
  expect((await verifyOffice(store)).damages).toEqual([
    { rule: 'search-index', record: 'invoice', recordId, detail: '' },
  ]);
  expect(await verifyOffice(store)).toMatchObject({ sound: true });
  const hits = await store.read((reader) =>
    reader.query<{ id: number }[]>(
      `SELECT rowid AS id FROM invoice_search_trigram WHERE invoice_search_trigram MATCH '"ull" OR "art"'`,
    ),
  );
  expect(hits).toEqual([{ id: 1 }, { id: 2 }]);
});
