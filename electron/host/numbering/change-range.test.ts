import { describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  openReadyOffice,
  openTestOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

type Change = Partial<{ pattern: string; digits: number; yearlyReset: boolean; lastNumber: string }>;

async function firstRange(api: KontorApi) {
  const [range] = (await api['numberRanges.list']({})).ranges;
  if (!range) throw new Error('a new office has a number range');
  return range;
}

async function update(api: KontorApi, change: Change) {
  const { id, revision } = await firstRange(api);
  return api['numberRanges.update']({ id, expectedRevision: revision, ...change });
}

async function refusalOf(api: KontorApi, change: Change) {
  const { id } = await firstRange(api);
  const preview = api['numberRanges.preview']({ id, ...change }).catch((error: unknown) => error);
  const refused = await update(api, change).catch((error: unknown) => error);
  // The preview says the same as the change itself.
  expect(await preview).toMatchObject({ code: 'invalid-input', details: (refused as { details: unknown }).details });
  return (refused as { details: unknown }).details;
}

const finaliseOne = async (api: KontorApi, issueDate = '2026-11-20') =>
  (await finalise(api, await createDraft(api, { issueDate }))).number;

describe('[E11] the number to go on with', () => {
  test('is taken over, journaled, and the office stays sound before and after the first invoice', async () => {
    const { api } = await openReadyOffice();
    const range = await update(api, { lastNumber: 'RE-2026-0041' });
    expect(range).toMatchObject({ last: 'RE-2026-0041', next: 'RE-2026-0042' });
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
    const { entries } = await api['journal.list']({ record: 'numberRange' });
    expect(entries[0]).toMatchObject({ action: 'numberRange.updated', changes: { counter: { from: 0, to: 41 } } });
    expect([await finaliseOne(api), await finaliseOne(api)]).toEqual(['RE-2026-0042', 'RE-2026-0043']);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('of last year counts for invoices of last year, and this year begins anew', async () => {
    const { api } = await openReadyOffice();
    expect(await update(api, { lastNumber: 'RE-2025-0311' })).toMatchObject({ next: 'RE-2026-0001' });
    expect(await finaliseOne(api, '2025-12-30')).toBe('RE-2025-0312');
    expect(await finaliseOne(api)).toBe('RE-2026-0001');
  });

  test('brings its own form', async () => {
    const { api } = await openReadyOffice();
    const change = { pattern: '{YYYY}/{C}', digits: 3, yearlyReset: false, lastNumber: '2026/117' };
    const { id } = await firstRange(api);
    expect(await api['numberRanges.preview']({ id, ...change })).toEqual({ next: '2026/118', nextYear: '2027/118' });
    expect(await firstRange(api)).toMatchObject({ pattern: 'RE-{YYYY}-{C}', revision: 1 });
    await update(api, change);
    expect(await finaliseOne(api)).toBe('2026/118');
  });

  test('can be put right as long as no number was given, and not be set below one afterwards', async () => {
    const { api } = await openReadyOffice();
    await update(api, { lastNumber: 'RE-2026-0410' });
    await update(api, { lastNumber: 'RE-2026-0041' });
    expect(await finaliseOne(api)).toBe('RE-2026-0042');
    expect(await refusalOf(api, { lastNumber: 'RE-2026-0041' })).toEqual([
      { field: 'lastNumber', rule: 'last-number-too-low', parameters: { number: 'RE-2026-0042' } },
    ]);
    await update(api, { lastNumber: 'RE-2026-0050' });
    expect(await api['office.verify']({})).toMatchObject({ sound: true });
    expect(await finaliseOne(api)).toBe('RE-2026-0051');
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('must have the form of the pattern', async () => {
    const { api } = await openTestOffice();
    expect(await refusalOf(api, { lastNumber: 'RE-41' })).toEqual([
      { field: 'lastNumber', rule: 'last-number-form', parameters: { pattern: 'RE-{YYYY}-{C}' } },
    ]);
  });
});

describe('[F2.3] no number is given twice', () => {
  test.each<[string, Change, string]>([
    ['counting on over the years would begin at 1 again', { yearlyReset: false }, 'yearlyReset'],
    ['a fixed year in place of the placeholder', { pattern: 'RE-2026-{C}', yearlyReset: false }, 'pattern'],
    ['the same in fewer digits of the year', { pattern: 'RE-20{YY}-{C}', yearlyReset: false }, 'pattern'],
  ])('%s: refused', async (_what, change, field) => {
    const { api } = await openReadyOffice();
    expect(await finaliseOne(api)).toBe('RE-2026-0001');
    expect(await refusalOf(api, change)).toEqual([
      { field, rule: 'number-would-repeat', parameters: { number: 'RE-2026-0001' } },
    ]);
    // With the number to go on from it is harmless.
    const lastNumber = 'RE-2026-0001';
    expect(await update(api, { ...change, lastNumber })).toMatchObject({ next: 'RE-2026-0002' });
    expect(await finaliseOne(api)).toBe('RE-2026-0002');
  });

  test('another form goes on counting, and back again as well', async () => {
    const { api } = await openReadyOffice();
    const numbers = [await finaliseOne(api)];
    await update(api, { pattern: 'RG-{YYYY}-{C}' });
    numbers.push(await finaliseOne(api));
    await update(api, { pattern: 'RE-{YYYY}-{C}' });
    numbers.push(await finaliseOne(api));
    expect(numbers).toEqual(['RE-2026-0001', 'RG-2026-0002', 'RE-2026-0003']);
    expect(await api['office.verify']({})).toMatchObject({ sound: true });
  });

  test('a pattern that could repeat by itself is refused at its field', async () => {
    const { api } = await openTestOffice();
    const rules = async (change: Change) =>
      ((await refusalOf(api, change)) as { field: string; rule: string }[]).map(
        ({ field, rule }) => `${field}: ${rule}`,
      );
    expect(await rules({ pattern: 'RE-{C}' })).toEqual(['yearlyReset: pattern-year-missing']);
    expect(await rules({ pattern: 'RE-{YYYY}' })).toEqual(['pattern: pattern-counter-missing']);
    expect(await rules({ pattern: 'RE-{JJJJ}-{C}', yearlyReset: false })).toEqual([
      'pattern: pattern-unknown-placeholder',
    ]);
  });

  test('an older copy is refused', async () => {
    const { api } = await openTestOffice();
    const { id, revision } = await update(api, { digits: 5 });
    await expect(api['numberRanges.update']({ id, expectedRevision: revision - 1, digits: 3 })).rejects.toMatchObject({
      code: 'stale',
    });
  });
});
