import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finaliseDraft, insertDraft, seedOffice } from '../../../tests/crash/builders/office.ts';
import { openTestStore, testFolder } from '../../../tests/crash/builders/store.ts';
import { tamper } from '../../../tests/crash/builders/tamper.ts';
import { sha256 } from '../journal/hash.ts';
import type { Store } from '../store/open.ts';
import { verifyOffice } from './verify.ts';

describe('[F2.1] damage to a logo', () => {
  const LOGO = sha256(Buffer.from('logo'));

  async function storeWithLogo(): Promise<Store> {
    const store = await openTestStore(join(testFolder(), 'a.kontor'));
    await store.write(async (writer) => {
      await seedOffice(writer);
      await finaliseDraft(writer, await insertDraft(writer));
    });
    await tamper(store, [
      `INSERT INTO stored_file VALUES ('${LOGO}', 4, CAST('logo' AS BLOB))`,
      `UPDATE company SET logo_hash = '${LOGO}'`,
    ]);
    return store;
  }

  test('the company has it, and its bytes were changed', async () => {
    const store = await storeWithLogo();
    expect(await verifyOffice(store)).toMatchObject({ sound: true });
    await tamper(store, [`UPDATE stored_file SET content = CAST('Logo' AS BLOB) WHERE hash = '${LOGO}'`]);
    expect((await verifyOffice(store)).damages).toEqual([
      { rule: 'file-hash', record: 'company', recordId: 1, detail: 'logo' },
    ]);
  });

  test('a final invoice names another one than its frozen document', async () => {
    const store = await storeWithLogo();
    await tamper(store, [`UPDATE invoice_snapshot SET logo_hash = '${LOGO}' WHERE invoice_id = 1`]);
    expect((await verifyOffice(store)).damages).toEqual([
      { rule: 'snapshot-differs', record: 'invoice', recordId: 1, detail: 'logo_hash' },
    ]);
  });
});
