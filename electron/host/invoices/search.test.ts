import { beforeEach, describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  openReadyOffice,
  type KontorApi,
  type TestOffice,
} from '../../../tests/builders/office.ts';

describe('[A1.9] the search of the list', () => {
  let office: TestOffice;
  let api: KontorApi;

  beforeEach(async () => {
    office = await openReadyOffice();
    api = office.api;
  });

  const titles = async (search: string, filter: object = {}) =>
    (await api['invoices.list']({ filter: { search, ...filter }, sort: 'title', descending: false })).rows.map(
      ({ title }) => title,
    );

  test('finds a part of Bezeichnung or Rechnungsnummer, of every length, and nothing else', async () => {
    await createDraft(api, { title: 'Müllabfuhr für Israel', reference: 'Bestellung 9' });
    await finalise(api, await createDraft(api, { title: 'Hauptstraße 5' }));
    for (const search of ['Müll', 'mull', 'MUELL', 'für', 'fuer', 'sr', 'fü', 'ael', 'r f', 'Müllabfuhr für Israel'])
      expect([search, await titles(search)]).toEqual([search, ['Müllabfuhr für Israel']]);
    for (const search of ['strasse', 'RE-2026', '2026-0001', '0001', '5', '-'])
      expect([search, await titles(search)]).toEqual([search, ['Hauptstraße 5']]);
    // Reference, customer, text across both fields, an umlaut that is none.
    for (const search of ['Bestellung', 'Hofladen', '5 RE', 'muller', '9'])
      expect([search, await titles(search)]).toEqual([search, []]);
  });

  test('takes every character as it is', async () => {
    const odd = ['100% "Wolle"', "O'Neill* NEAR(a)", 'a_b', 'x AND y', '🦊 (Fuchs)'];
    for (const title of odd) await createDraft(api, { title });
    for (const title of odd) expect(await titles(title)).toEqual([title]);
    expect(await titles('%')).toEqual(['100% "Wolle"']);
    expect(await titles('"')).toEqual(['100% "Wolle"']);
    expect(await titles('_')).toEqual(['a_b']);
    expect(await titles('*')).toEqual(["O'Neill* NEAR(a)"]);
    expect(await titles('O*')).toEqual([]);
    expect(await titles('wolle OR fuchs')).toEqual([]);
    expect(await titles('\u0301')).toEqual([]);
  });

  test('follows each change: title, number, deletion', async () => {
    const draft = await createDraft(api, { title: 'Anfahrt' });
    const changed = await api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, title: 'Abfahrt' });
    expect(await titles('anf')).toEqual([]);
    expect(await titles('abf')).toEqual(['Abfahrt']);
    const other = await createDraft(api, { title: 'Abfahrt zwei' });
    await api['invoices.delete']({ id: other.id, expectedRevision: other.revision });
    expect(await titles('abf')).toEqual(['Abfahrt']);
    await finalise(api, changed);
    expect(await titles('2026-0001')).toEqual(['Abfahrt']);
    expect(await titles('abf')).toEqual(['Abfahrt']);
    expect(await api['office.verify']({})).toMatchObject({ sound: true });
  });

  test('whichever plan it takes, list, pages, counts and sums agree with what is in the office', async () => {
    // Enough for every step of the choice: a common term, one in the middle, a rare one, one at one end only.
    const { customerId } = await createDraft(api, { title: 'Erster Auftrag' });
    const word = (index: number): string =>
      ['Wartung', index % 40 === 0 ? 'Säge' : '', index === 77 ? 'Unikat' : '', index > 110 ? 'spät' : ''].join(' ');
    for (let index = 0; index < 140; index += 1) {
      await createDraft(api, {
        customerId,
        title: `${word(index)} ${index}`,
        issueDate: `2026-0${1 + (index % 9)}-10`,
      });
    }
    const all = (await api['invoices.list']({ limit: 200 })).rows;
    for (const search of [
      'wartung',
      'säge',
      'saege',
      'unikat',
      'spaet',
      'w',
      'sa',
      'ik',
      '13',
      'gibt es nicht',
      'qx',
    ]) {
      const wanted = all.filter(({ title }) => spelled(title).some((text) => text.includes(search.replace('ä', 'a'))));
      const expected = wanted.map(({ id }) => id).sort((one, other) => one - other);
      for (const sort of ['issueDate', 'net', 'title'] as const) {
        const found: number[] = [];
        for (let page = 1; found.length < expected.length; page += 1) {
          const part = await api['invoices.list']({
            filter: { search },
            sort,
            limit: 20,
            place: { kind: 'page', page },
          });
          if (part.rows.length === 0) break;
          found.push(...part.rows.map(({ id }) => id));
        }
        expect([search, sort, found.sort((one, other) => one - other)]).toEqual([search, sort, expected]);
      }
      const summary = await api['invoices.summary']({ filter: { search } });
      expect([search, summary.count, summary.lists.draft]).toEqual([search, expected.length, expected.length]);
      expect(summary.sums[0]?.net ?? 0).toBe(wanted.reduce((sum, { net }) => sum + net, 0));
      const january = { search, issuedTo: '2026-01-31' };
      const early = wanted.filter(({ issueDate }) => issueDate <= '2026-01-31').length;
      expect((await api['invoices.summary']({ filter: january })).count).toBe(early);
      expect((await api['invoices.list']({ filter: january, limit: 200 })).rows).toHaveLength(early);
    }
  }, 60_000);

  test('goes together with every filter and list', async () => {
    const one = await createDraft(api, { title: 'Wartung A', issueDate: '2026-10-05' });
    await createDraft(api, { title: 'Wartung B', issueDate: '2026-11-05' });
    await finalise(api, await createDraft(api, { title: 'Wartung C', issueDate: '2026-11-20' }));
    expect(await titles('wartung', { customerIds: [one.customerId] })).toEqual(['Wartung A']);
    expect(await titles('wartung', { issuedFrom: '2026-11-01' })).toEqual(['Wartung B', 'Wartung C']);
    expect(await titles('wartung', { period: 'last-month' })).toEqual(['Wartung A']);
    expect(await titles('wa', { list: 'draft' })).toEqual(['Wartung A', 'Wartung B']);
    expect(await titles('wa', { list: 'invoiced' })).toEqual(['Wartung C']);
    expect(await titles('wa', { list: 'invoiced', statuses: ['draft'] })).toEqual([]);
    expect(await titles('wartung', { netFrom: 42_001 })).toEqual([]);
  });
});

/** By both spellings, written here a second time: the test shall not ask the code what is right. */
function spelled(title: string): string[] {
  const small = title.toLowerCase();
  return [small.replaceAll('ä', 'a'), small.replaceAll('ä', 'ae')];
}
