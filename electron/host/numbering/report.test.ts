import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  openReadyOffice,
  type KontorApi,
  type TestOffice,
} from '../../../tests/builders/office.ts';

async function setLast(api: KontorApi, lastNumber: string): Promise<void> {
  const [range] = (await api['numberRanges.list']({})).ranges;
  if (!range) throw new Error('a new office has a number range');
  await api['numberRanges.update']({ id: range.id, expectedRevision: range.revision, lastNumber });
}

const finaliseOne = async (api: KontorApi, issueDate = '2026-11-20') =>
  (await finalise(api, await createDraft(api, { issueDate }))).number;

const periodsOf = async (api: KontorApi) => (await api['numberRanges.report']({})).ranges[0]?.periods;

/** An office that a test can do things to that no call does. */
async function openOpenOffice(): Promise<TestOffice & { tamper: (sql: string) => void }> {
  const opened: Database.Database[] = [];
  const sqlite = function recording(file: string, settings: Database.Options): Database.Database {
    const database = new Database(file, settings);
    opened.push(database);
    return database;
  };
  const office = await openReadyOffice({ sqlite });
  const tamper = (sql: string): void => {
    const triggers = opened[0]?.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
    for (const name of triggers as string[]) opened[0]?.exec(`DROP TRIGGER "${name}"`);
    opened[0]?.pragma('foreign_keys = OFF');
    opened[0]?.exec(sql);
  };
  return { ...office, tamper };
}

describe('[E11] [F2.3] the report on the numbers', () => {
  test('counts what was given, per year, with the start value and who set it when', async () => {
    const { api } = await openReadyOffice();
    expect(await periodsOf(api)).toEqual([]);
    await setLast(api, 'RE-2026-0041');
    await finaliseOne(api);
    await finaliseOne(api);
    await finaliseOne(api, '2025-12-31');
    const who = 'Katharina Lindner';
    const at = '2026-11-21T09:30:00.000Z';
    expect(await api['numberRanges.report']({})).toEqual({
      ...{ at, company: 'Musterbüro GmbH' },
      ranges: [
        {
          ...{ id: 1, name: 'Rechnungen', pattern: 'RE-{YYYY}-{C}' },
          periods: [
            {
              ...{ period: '2025', first: 'RE-2025-0001', last: 'RE-2025-0001', given: 1, expected: 1 },
              ...{ gaps: [], starts: [] },
            },
            {
              ...{ period: '2026', first: 'RE-2026-0042', last: 'RE-2026-0043', given: 2, expected: 2 },
              ...{ gaps: [], starts: [{ from: 0, to: 41, at, who }] },
            },
          ],
        },
      ],
    });
  });

  test('a start value explains what it passes over, and a corrected one no more than that', async () => {
    const { api } = await openReadyOffice();
    await setLast(api, 'RE-2026-0410');
    await setLast(api, 'RE-2026-0002');
    await finaliseOne(api);
    await setLast(api, 'RE-2026-0005');
    expect(await periodsOf(api)).toMatchObject([{ given: 1, expected: 1, gaps: [] }]);
    await finaliseOne(api);
    expect(await periodsOf(api)).toMatchObject([
      {
        ...{ first: 'RE-2026-0003', last: 'RE-2026-0006', given: 2, expected: 2, gaps: [] },
        starts: [
          { from: 0, to: 410 },
          { from: 410, to: 2 },
          { from: 3, to: 5 },
        ],
      },
    ]);
  });

  test('names what is missing: in the middle, before a start value, and at the end', async () => {
    const { api, tamper } = await openOpenOffice();
    for (let count = 0; count < 5; count += 1) await finaliseOne(api);
    await setLast(api, 'RE-2026-0010');
    for (let count = 0; count < 2; count += 1) await finaliseOne(api);
    expect(await periodsOf(api)).toMatchObject([{ given: 7, expected: 7, gaps: [] }]);
    tamper('DELETE FROM invoice WHERE number_counter IN (2, 3, 5, 12)');
    const gaps = [
      { first: 2, last: 3 },
      { first: 5, last: 5 },
      { first: 12, last: 12 },
    ];
    expect(await periodsOf(api)).toMatchObject([{ given: 3, expected: 7, gaps }]);
    const { damages } = await api['office.verify']({});
    const found = damages.filter(({ record }) => record === 'numberRange').map(({ rule, detail }) => [rule, detail]);
    expect(found).toEqual([
      ['number-gap', '2026: 2-3'],
      ['number-gap', '2026: 5-5'],
      ['counter-differs', '2026: 12 / 11'],
    ]);
  });

  test('a start value does not hide that the numbers before it are gone', async () => {
    const { api, tamper } = await openOpenOffice();
    for (let count = 0; count < 2; count += 1) await finaliseOne(api);
    await setLast(api, 'RE-2026-0010');
    tamper('DELETE FROM invoice WHERE number_counter = 2');
    expect(await periodsOf(api)).toMatchObject([{ given: 1, expected: 2, gaps: [{ first: 2, last: 2 }] }]);
    const { damages } = await api['office.verify']({});
    expect(damages).toContainEqual(expect.objectContaining({ rule: 'counter-differs', detail: '2026: 10 / 1' }));
  });
});
