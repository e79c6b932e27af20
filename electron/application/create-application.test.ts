import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startApplication as start } from '../../tests/builders/application.ts';
import { createCustomer, testFolder } from '../../tests/builders/office.ts';
import { createHost } from '../host/create-host.ts';
import type { Platform } from '../host/platform.ts';

const stored = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'preferences/preferences.json'), 'utf8')) as Record<string, unknown>;

describe('without an office', () => {
  test('the calls of an office are refused, those of the application are answered', async () => {
    const { api, application, folder } = await start();
    await expect(api['invoices.list']({})).rejects.toMatchObject({ code: 'no-office' });
    expect(await application.dispatch('nothing', {})).toMatchObject({ ok: false, code: 'unknown-call' });
    expect(await api['officeFiles.list']({})).toEqual({
      recent: [],
      defaultFolder: join(folder, 'Kontor'),
      separator: '/',
      canBrowse: false,
      open: null,
      failure: null,
    });
    // Nothing is made before somebody asks for it.
    expect(existsSync(join(folder, 'Kontor'))).toBe(false);
    expect(existsSync(join(folder, 'preferences'))).toBe(false);
  });

  test('closing does nothing, and browsing is refused where there is no dialog', async () => {
    const { api, events } = await start();
    await api['officeFiles.close']({});
    expect(events).toEqual([]);
    await expect(api['officeFiles.browse']({ purpose: 'file' })).rejects.toMatchObject({ code: 'no-file-dialog' });
  });
});

describe('a new office', () => {
  test('is made under its name in the default folder, opened and remembered', async () => {
    const { api, events, folder, clock } = await start();
    const { open } = await api['officeFiles.create']({ name: 'Büro: Kruse' });
    const path = join(folder, 'Kontor/Büro- Kruse.kontor');
    expect(open).toEqual({ path, name: 'Büro- Kruse', isSample: false });
    expect(events).toEqual(['office.changed']);
    expect((await api['company.get']({})).name).toBe('');
    const { recent } = await api['officeFiles.list']({});
    expect(recent).toEqual([
      {
        ...{ path, name: 'Büro- Kruse', folder: join(folder, 'Kontor'), exists: true, isOpen: true },
        lastOpenedAt: clock.now(),
      },
    ]);
    expect(stored(folder)).toMatchObject({ office: path });
  });

  test('is made in a folder, which is made too', async () => {
    const { api, folder } = await start();
    const { open } = await api['officeFiles.create']({ name: 'Zweites', folder: join(folder, 'a/../b') });
    expect(open.path).toBe(join(folder, 'b/Zweites.kontor'));
    expect(existsSync(open.path)).toBe(true);
  });

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ name: '...' }, 'name', 'file-name'],
    [{ name: 'Büro', folder: 'relative' }, 'folder', 'absolute-path'],
  ])('%j is refused at its field', async (input, field, rule) => {
    const { api, folder } = await start();
    await expect(api['officeFiles.create'](input)).rejects.toMatchObject({
      code: 'invalid-input',
      details: [{ field, rule }],
    });
    expect(existsSync(join(folder, 'Kontor'))).toBe(false);
  });

  test('never replaces a file', async () => {
    const { api, folder } = await start();
    mkdirSync(join(folder, 'Kontor'));
    writeFileSync(join(folder, 'Kontor/Büro.kontor'), 'precious');
    await expect(api['officeFiles.create']({ name: 'Büro' })).rejects.toMatchObject({
      code: 'already-exists',
      details: [{ field: 'name', rule: 'file-exists' }],
    });
    expect(readFileSync(join(folder, 'Kontor/Büro.kontor'), 'utf8')).toBe('precious');
  });

  test('that cannot be made leaves nothing behind, and the office before stays open', async () => {
    const { api, folder } = await start();
    await api['officeFiles.create']({ name: 'Erstes' });
    writeFileSync(join(folder, 'file'), '');
    await expect(api['officeFiles.create']({ name: 'Zweites', folder: join(folder, 'file') })).rejects.toMatchObject({
      code: 'office-not-writable',
    });
    expect((await api['officeFiles.list']({})).open?.name).toBe('Erstes');
    expect(await api['company.get']({})).toMatchObject({ name: '' });
  });

  test('in a synchronised folder is warned about and made when that is accepted, for good', async () => {
    const { api, folder, application } = await start();
    const path = join(folder, 'Dropbox/Büro.kontor');
    const place = { name: 'Büro', folder: join(folder, 'Dropbox') };
    await expect(api['officeFiles.create'](place)).rejects.toMatchObject({
      code: 'office-risky-folder',
      details: { kind: 'synchronised', service: 'Dropbox' },
    });
    expect(existsSync(join(folder, 'Dropbox'))).toBe(false);
    await api['officeFiles.create']({ ...place, acceptRisk: true });
    await api['officeFiles.close']({});
    await api['officeFiles.open']({ path });
    await application.close();
    const again = await start({ folder });
    expect((await again.api['officeFiles.list']({})).open?.path).toBe(path);
  });

  test('on another machine is refused always', async () => {
    const folder = realpathSync(testFolder());
    const mounts = [{ path: folder, type: 'nfs4' }];
    const folderFacts = async (path: string) => ({ paths: [path], home: '/home/insa', oneDrive: [], mounts });
    const { api } = await start({ folder, folderFacts });
    const path = join(folder, 'Büro.kontor');
    for (const acceptRisk of [false, true]) {
      await expect(api['officeFiles.create']({ name: 'Büro', folder, acceptRisk })).rejects.toMatchObject({
        code: 'office-network-share',
      });
    }
    await (await createHost({ file: path })).close();
    await expect(api['officeFiles.open']({ path })).rejects.toMatchObject({ code: 'office-network-share' });
  });
});

describe('another file', () => {
  test('is opened in place of the one before, whose lock is given up', async () => {
    const { api, folder, events, clock } = await start();
    const first = (await api['officeFiles.create']({ name: 'Erstes' })).open.path;
    await createCustomer(api);
    clock.set('2026-11-22T08:00:00.000Z');
    await api['officeFiles.create']({ name: 'Zweites' });
    expect((await api['customers.list']({})).rows).toEqual([]);
    const other = await createHost({ file: first });
    await other.close();
    await api['officeFiles.open']({ path: first });
    expect((await api['customers.list']({})).rows).toHaveLength(1);
    const { recent } = await api['officeFiles.list']({});
    expect(recent.map(({ name, isOpen }) => [name, isOpen])).toEqual([
      ['Erstes', true],
      ['Zweites', false],
    ]);
    expect(events.filter((topic) => topic === 'office.changed')).toHaveLength(3);
    expect(stored(folder)).toMatchObject({ office: first });
  });

  test('that is the open one, by another path too, changes nothing', async () => {
    const { api, events } = await start();
    const { open } = await api['officeFiles.create']({ name: 'Büro' });
    expect(await api['officeFiles.open']({ path: open.path })).toEqual({ open });
    expect(events).toEqual(['office.changed']);
  });

  test('is opened only after the calls of the one before are answered', async () => {
    const { api } = await start();
    await api['officeFiles.create']({ name: 'Erstes' });
    const calls = Array.from({ length: 20 }, () => createCustomer(api));
    const switched = api['officeFiles.create']({ name: 'Zweites' });
    expect(await Promise.all(calls)).toHaveLength(20);
    await switched;
    expect((await api['customers.list']({})).rows).toEqual([]);
  });

  test('one after the other, however fast they are asked for', async () => {
    const { api } = await start();
    const names = ['A', 'B', 'C', 'D'];
    await Promise.all(names.map((name) => api['officeFiles.create']({ name })));
    const { recent } = await api['officeFiles.list']({});
    await Promise.all([...recent, ...recent].map(({ path }) => api['officeFiles.open']({ path })));
    await api['officeFiles.close']({});
    await api['officeFiles.open']({ path: recent[0]?.path ?? '' });
    expect((await api['officeFiles.list']({})).open?.name).toBe('D');
    expect(await api['company.get']({})).toMatchObject({ revision: 1 });
  });

  test.each([
    ['missing', 'office-missing', () => undefined],
    ['foreign', 'office-foreign', (file: string) => writeFileSync(file, 'a letter, and no office at all'.repeat(9))],
    ['a folder', 'office-foreign', (file: string) => mkdirSync(file)],
  ])('that is %s is refused, and the office before stays open', async (_title, code, prepare) => {
    const { api, folder, events } = await start();
    await api['officeFiles.create']({ name: 'Erstes' });
    prepare(join(folder, 'other.kontor'));
    await expect(api['officeFiles.open']({ path: join(folder, 'other.kontor') })).rejects.toMatchObject({ code });
    expect((await api['officeFiles.list']({})).open?.name).toBe('Erstes');
    expect(await api['company.get']({})).toMatchObject({ revision: 1 });
    expect(events).toEqual(['office.changed']);
  });

  test('that another process has open is refused with its holder', async () => {
    const { api, folder } = await start();
    const file = join(folder, 'other.kontor');
    const holder = await createHost({ file });
    onTestFinished(() => holder.close());
    await expect(api['officeFiles.open']({ path: file })).rejects.toMatchObject({ code: 'office-in-use' });
  });

  test('events of the office that was closed are not heard', async () => {
    const { api, events } = await start();
    await api['officeFiles.create']({ name: 'Büro' });
    await createCustomer(api);
    expect(events).toEqual(['office.changed', 'customers.changed']);
  });
});

describe('the next start', () => {
  test('opens the office of the last time, and none after it was closed', async () => {
    const { api, folder, application } = await start();
    await api['officeFiles.create']({ name: 'Büro' });
    await application.close();
    const second = await start({ folder });
    expect((await second.api['officeFiles.list']({})).open?.name).toBe('Büro');
    await second.api['officeFiles.close']({});
    await second.application.close();
    const third = await start({ folder });
    const { open, recent } = await third.api['officeFiles.list']({});
    expect(open).toBeNull();
    expect(recent).toHaveLength(1);
  });

  test('says why the office of the last time could not be opened, until another one is', async () => {
    const folder = realpathSync(testFolder());
    mkdirSync(join(folder, 'preferences'));
    const office = join(folder, 'Müller.kontor');
    writeFileSync(join(folder, 'preferences/preferences.json'), JSON.stringify({ office }));
    const { api, logged } = await start({ folder });
    expect((await api['officeFiles.list']({})).failure).toMatchObject({ path: office, code: 'office-missing' });
    expect(logged.join()).not.toContain('Müller');
    await api['officeFiles.create']({ name: 'Anderes' });
    expect((await api['officeFiles.list']({})).failure).toBeNull();
  });

  test('forgets what is taken off the list, and keeps the file', async () => {
    const { api } = await start();
    const { path } = (await api['officeFiles.create']({ name: 'Büro' })).open;
    await api['officeFiles.close']({});
    await api['officeFiles.forget']({ path });
    expect((await api['officeFiles.list']({})).recent).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});

describe('a file that is named from outside', () => {
  test('is made when that is asked for, and else a failure that the window hears of', async () => {
    const folder = realpathSync(testFolder());
    const path = join(folder, 'new/office.kontor');
    const { api, application, events } = await start({ folder, file: { path, make: true } });
    expect((await api['officeFiles.list']({})).open?.path).toBe(path);
    await application.openNamed({ path: join(folder, 'gone.kontor'), make: false });
    expect(events).toEqual(['office.failed']);
    expect(application.failure()).toMatchObject({ code: 'office-missing' });
    expect((await api['officeFiles.list']({})).open?.path).toBe(path);
    await application.openNamed({ path, make: false });
    expect(application.failure()).toBeNull();
  });
});

test('a dialog of the system begins in the default folder', async () => {
  const asked: unknown[] = [];
  const platform: Platform = {
    identity: () => Promise.resolve({ user: 'Test', machine: 'test' }),
    choosePath: (request) => {
      asked.push(request);
      return Promise.resolve('/chosen.kontor');
    },
  };
  const { api, folder } = await start({ platform });
  expect((await api['officeFiles.list']({})).canBrowse).toBe(true);
  expect(await api['officeFiles.browse']({ purpose: 'file' })).toEqual({ path: '/chosen.kontor' });
  await api['officeFiles.browse']({ purpose: 'folder' });
  expect(asked).toEqual([
    { purpose: 'file', folder: join(folder, 'Kontor') },
    { purpose: 'folder', folder: join(folder, 'Kontor') },
  ]);
});
