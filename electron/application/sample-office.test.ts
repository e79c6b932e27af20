import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startApplication as start } from '../../tests/builders/application.ts';
import { createCustomer } from '../../tests/builders/office.ts';

describe('the sample office', () => {
  test('is made afresh, marked and not remembered', async () => {
    const { api, folder } = await start();
    const { open } = await api['officeFiles.openSample']({});
    expect(open).toMatchObject({ name: 'Beispielbüro', isSample: true });
    const { count } = await api['invoices.summary']({ filter: {} });
    expect(count).toBeGreaterThan(5);
    expect((await api['officeFiles.list']({})).recent).toEqual([]);
    const customers = (await api['customers.list']({})).rows.length;
    await createCustomer(api);
    // Open already: what was tried stays.
    await api['officeFiles.openSample']({});
    expect((await api['customers.list']({})).rows).toHaveLength(customers + 1);
    await api['officeFiles.create']({ name: 'Eigenes' });
    expect((await api['officeFiles.list']({})).open?.isSample).toBe(false);
    await api['officeFiles.openSample']({});
    expect((await api['customers.list']({})).rows).toHaveLength(customers);
    expect(existsSync(join(folder, 'preferences/sample.partial'))).toBe(false);
  });

  test('is refused while another Kontor has it open', async () => {
    const { api, application, folder } = await start();
    const { open } = await api['officeFiles.openSample']({});
    const second = await start({ folder });
    await expect(second.api['officeFiles.openSample']({})).rejects.toMatchObject({ code: 'office-in-use' });
    await application.close();
    expect((await second.api['officeFiles.openSample']({})).open.path).toBe(open.path);
  });
});
