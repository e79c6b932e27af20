import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startApplication as start } from '../../tests/builders/application.ts';
import { testFolder } from '../../tests/builders/office.ts';

describe('preferences', () => {
  test('begin German and calm, are kept on the disk, and each change is told', async () => {
    const { api, events, folder, application } = await start();
    expect(await api['preferences.get']({})).toEqual({
      ...{ language: 'de', theme: 'system', singleKeys: true, rowHeight: 'compact', navigationCollapsed: false },
    });
    await api['preferences.update']({ language: 'en', theme: 'dark' });
    await api['preferences.update']({ singleKeys: false });
    expect(events).toEqual(['preferences.changed', 'preferences.changed']);
    await application.close();
    const again = await start({ folder });
    expect(await again.api['preferences.get']({})).toMatchObject({ language: 'en', theme: 'dark', singleKeys: false });
    expect(existsSync(join(folder, 'preferences/preferences.json.partial'))).toBe(false);
  });

  test.each(['', '{', '[]', 'null', '{"language":"xx","theme":7,"recent":[{"path":1}],"office":{}}'])(
    'that are damaged (%j) count as none',
    async (content) => {
      const folder = realpathSync(testFolder());
      mkdirSync(join(folder, 'preferences'));
      writeFileSync(join(folder, 'preferences/preferences.json'), content);
      const { api } = await start({ folder });
      expect(await api['preferences.get']({})).toMatchObject({ language: 'de', theme: 'system' });
      expect(await api['officeFiles.list']({})).toMatchObject({ recent: [], open: null, failure: null });
    },
  );

  test('keep what is whole beside what is damaged', async () => {
    const folder = realpathSync(testFolder());
    mkdirSync(join(folder, 'preferences'));
    writeFileSync(join(folder, 'preferences/preferences.json'), '{"language":"en","theme":"pink"}');
    const { api } = await start({ folder });
    expect(await api['preferences.get']({})).toMatchObject({ language: 'en', theme: 'system' });
  });
});
