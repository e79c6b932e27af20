import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_KEYS, MOST_VALUE_CHARACTERS } from '#shared/contract/workspace.ts';
import { openTestOffice } from '../../../tests/builders/office.ts';
import { OfficeEntity, ProfileEntity } from '../store/entities/index.ts';
import { openTestStore } from '../../../tests/crash/builders/store.ts';

describe('what the window keeps', () => {
  test('comes back as it was, all at once and one by one, also after the office was opened again', async () => {
    const office = await openTestOffice();
    await office.api['workspace.set']({ key: 'page-panel', value: { width: 480, isShown: true, zoom: null } });
    await office.api['workspace.set']({ key: 'dialog:invoice.12:line.5', value: ['ä', 1.5] });
    await office.api['workspace.set']({ key: 'page-panel', value: { width: 500, isShown: false, zoom: 75 } });
    await office.host.close();
    const { api } = await openTestOffice({ file: office.file });
    expect(await api['workspace.all']({})).toEqual({
      values: {
        'page-panel': { width: 500, isShown: false, zoom: 75 },
        'dialog:invoice.12:line.5': ['ä', 1.5],
      },
    });
    expect(await api['workspace.get']({ key: 'page-panel' })).toMatchObject({ value: { width: 500 } });
    expect(await api['workspace.get']({ key: 'nothing' })).toEqual({ value: null });
  });

  test('null forgets, once and again', async () => {
    const { api } = await openTestOffice();
    await api['workspace.set']({ key: 'route', value: '/kunden' });
    await api['workspace.set']({ key: 'route', value: null });
    await api['workspace.set']({ key: 'route', value: null });
    expect(await api['workspace.all']({})).toEqual({ values: {} });
  });

  test('is no business record: the journal says nothing of it, and the office stays sound', async () => {
    const { api } = await openTestOffice();
    const before = await api['journal.list']({});
    await api['workspace.set']({ key: 'route', value: '/kunden' });
    expect(await api['journal.list']({})).toEqual(before);
    expect(await api['office.verify']({})).toMatchObject({ sound: true });
  });

  test('any JSON comes back the same', async () => {
    const { api } = await openTestOffice();
    // Zod leaves a key of this name out, because copying it would change what the copy inherits from.
    const values = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'));
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const travelled: unknown = JSON.parse(JSON.stringify(value));
        await api['workspace.set']({ key: 'any', value: travelled });
        expect(await api['workspace.get']({ key: 'any' })).toEqual({ value: travelled });
      }),
      { numRuns: 100 },
    );
  });

  test('each profile has its own', async () => {
    const office = await openTestOffice();
    await office.api['workspace.set']({ key: 'route', value: '/kunden' });
    await office.host.close();
    const store = await openTestStore(office.file);
    await store.write(async (writer) => {
      const row = { revision: 1, changedAt: '2026-11-21T09:30:00.000Z', changedBy: 'Test', phone: '', email: '' };
      const { identifiers } = await writer.insert(ProfileEntity, { ...row, name: 'Enno Behrens' });
      await writer.update(OfficeEntity, { id: 1 }, { activeProfileId: Number(identifiers[0]?.['id']) });
    });
    await store.close();
    const { api } = await openTestOffice({ file: office.file });
    expect(await api['workspace.all']({})).toEqual({ values: {} });
    await api['workspace.set']({ key: 'route', value: '/rechnungen' });
    expect(await api['workspace.get']({ key: 'route' })).toEqual({ value: '/rechnungen' });
  });
});

describe('limits', () => {
  test.each(['', 'A', 'ä', 'a b', 'a/b', 'a_b', 'x'.repeat(81), "a'; DROP TABLE workspace; --", '__proto__'])(
    'the key "%s" is refused',
    async (key) => {
      const { dispatch } = await openTestOffice();
      for (const call of ['workspace.get', 'workspace.set']) {
        const input = call === 'workspace.get' ? { key } : { key, value: 1 };
        expect(await dispatch(call, input)).toMatchObject({
          code: 'invalid-input',
          details: [{ field: 'key', rule: 'workspace-key' }],
        });
      }
    },
  );

  test('a value is at most 200,000 characters long and 32 levels deep', async () => {
    const { dispatch, api } = await openTestOffice();
    const set = (value: unknown) => dispatch('workspace.set', { key: 'x'.repeat(80), value });
    expect(await set('x'.repeat(MOST_VALUE_CHARACTERS - 2))).toMatchObject({ ok: true });
    const refused = { code: 'invalid-input', details: [{ field: 'value', rule: 'too-long' }] };
    expect(await set('x'.repeat(MOST_VALUE_CHARACTERS - 1))).toMatchObject(refused);
    // Longer in the file than in the memory.
    expect(await set('\u0001'.repeat(MOST_VALUE_CHARACTERS / 2))).toMatchObject(refused);
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
    expect(await set(deep(32))).toMatchObject({ ok: true });
    expect(await set(deep(33))).toMatchObject({ details: [{ field: 'value', rule: 'too-deep' }] });
    let bottomless: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) bottomless = { a: bottomless };
    expect(await set(bottomless)).toMatchObject({ details: [{ field: 'value', rule: 'too-deep' }] });
    expect(await api['workspace.get']({ key: 'x'.repeat(80) })).toEqual({ value: deep(32) });
  });

  test('one key too many makes the host forget the one that was written longest ago', async () => {
    const { api } = await openTestOffice();
    for (let number = 1; number <= MOST_KEYS; number += 1) {
      await api['workspace.set']({ key: `key-${number}`, value: number });
    }
    await api['workspace.set']({ key: 'key-1', value: 'again' });
    await api['workspace.set']({ key: 'one-more', value: true });
    const { values } = await api['workspace.all']({});
    expect(Object.keys(values)).toHaveLength(MOST_KEYS);
    expect(values).toMatchObject({ 'key-1': 'again', 'key-3': 3, 'one-more': true });
    expect(values).not.toHaveProperty('key-2');
  });
});
