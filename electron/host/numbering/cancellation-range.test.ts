import { describe, expect, test } from 'vitest';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  openTestOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

type Form = Partial<{ pattern: string; digits: number; yearlyReset: boolean; lastNumber: string }>;

const rangesOf = async (api: KontorApi) => (await api['numberRanges.list']({})).ranges;

async function target(api: KontorApi) {
  const [range] = await rangesOf(api);
  if (!range) throw new Error('a new office has a number range');
  return { id: range.id, expectedRevision: range.revision };
}

const separate = async (api: KontorApi, form: Form = {}) =>
  (await api['numberRanges.separate']({ ...(await target(api)), ...form })).ranges;
const join = async (api: KontorApi) => (await api['numberRanges.join'](await target(api))).ranges;
const finaliseOne = async (api: KontorApi) => finalise(api, await createDraft(api));

/** The number of the Stornorechnung of a new invoice. */
async function cancelOne(api: KontorApi): Promise<string> {
  const { id, revision } = await finaliseOne(api);
  const request = { id, expectedRevision: revision, requestId: newRequestId(), replace: false, reason: '' };
  const { related } = await api['invoices.cancel'](request);
  return related.find(({ role }) => role === 'cancellation')?.number ?? '';
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason as { code: string; details: unknown },
  );
  return error && { code: error.code, details: error.details };
}

const invalid = (field: string, rule: string, parameters = {}) => ({
  code: 'invalid-input',
  details: [{ field, rule, parameters }],
});

describe('[E11] a range of their own for Stornorechnungen', () => {
  test('counts for itself from the next one on; what was given stays', async () => {
    const { api } = await openReadyOffice();
    expect(await rangesOf(api)).toMatchObject([{ name: 'Rechnungen', uses: ['invoice', 'cancellation'] }]);
    expect(await cancelOne(api)).toBe('RE-2026-0002');
    expect(await separate(api)).toMatchObject([
      { name: 'Rechnungen', uses: ['invoice'], next: 'RE-2026-0003', revision: 2 },
      { name: 'Stornorechnungen', uses: ['cancellation'], pattern: 'ST-{YYYY}-{C}', last: '', next: 'ST-2026-0001' },
    ]);
    expect(await cancelOne(api)).toBe('ST-2026-0001');
    expect((await finaliseOne(api)).number).toBe('RE-2026-0004');
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('begins after the last number of another program, in its form', async () => {
    const { api } = await openReadyOffice();
    const form = { pattern: 'S{YY}/{C}', digits: 3, yearlyReset: true, lastNumber: 'S26/017' };
    expect(await api['numberRanges.preview']({ id: null, ...form })).toEqual({ next: 'S26/018', nextYear: 'S27/001' });
    expect(await rangesOf(api)).toHaveLength(1);
    expect((await separate(api, form))[1]).toMatchObject({ last: 'S26/017', next: 'S26/018' });
    expect(await cancelOne(api)).toBe('S26/018');
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('switched back and on again it goes on after its last number', async () => {
    const { api } = await openReadyOffice();
    await separate(api);
    const numbers = [await cancelOne(api)];
    expect(await join(api)).toMatchObject([
      { uses: ['invoice', 'cancellation'] },
      { uses: [], last: 'ST-2026-0001', next: 'ST-2026-0002' },
    ]);
    numbers.push(await cancelOne(api));
    expect(await api['numberRanges.preview']({ id: null })).toMatchObject({ next: 'ST-2026-0002' });
    expect(await separate(api)).toHaveLength(2);
    numbers.push(await cancelOne(api));
    expect(numbers).toEqual(['ST-2026-0001', 'RE-2026-0003', 'ST-2026-0002']);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('each step is in the journal', async () => {
    const { api } = await openReadyOffice();
    await separate(api, { lastNumber: 'ST-2026-0003' });
    await join(api);
    const { entries } = await api['journal.list']({ record: 'numberRange' });
    expect(entries.map(({ action, changes }) => [action, changes])).toEqual([
      ['numberRange.cancellationsJoined', { cancellationRangeId: { from: 2, to: null } }],
      ['numberRange.cancellationsSeparated', { cancellationRangeId: { from: null, to: 2 } }],
      [
        'numberRange.created',
        {
          name: { from: null, to: 'Stornorechnungen' },
          pattern: { from: null, to: 'ST-{YYYY}-{C}' },
          digits: { from: null, to: 4 },
          yearlyReset: { from: null, to: true },
          counter: { from: 0, to: 3 },
          period: { from: '2026', to: '2026' },
        },
      ],
    ]);
  });

  test('an older copy is refused, and what is so already as well', async () => {
    const { api } = await openTestOffice();
    const old = await target(api);
    expect(await refusal(join(api))).toEqual(invalid('id', 'cancellations-joined'));
    await separate(api);
    expect(await refusal(api['numberRanges.join'](old))).toMatchObject({ code: 'stale' });
    expect(await refusal(separate(api))).toEqual(invalid('id', 'cancellations-separate'));
    const other = { id: 2, expectedRevision: 1 };
    expect(await refusal(api['numberRanges.join'](other))).toEqual(invalid('id', 'not-range-of-invoices'));
    expect(await rangesOf(api)).toHaveLength(2);
  });
});

describe('[F2.3] two ranges never give the same number', () => {
  test('a pattern that could give a number of the other one is refused, whichever is changed', async () => {
    const { api } = await openReadyOffice();
    const before = await rangesOf(api);
    const clash = invalid('pattern', 'pattern-of-other-range', { name: 'Rechnungen', pattern: 'RE-{YYYY}-{C}' });
    for (const pattern of ['RE-{YYYY}-{C}', 'RE-20{YY}-{C}']) {
      expect(await refusal(separate(api, { pattern }))).toEqual(clash);
      expect(await refusal(api['numberRanges.preview']({ id: null, pattern }))).toEqual(clash);
    }
    expect(await rangesOf(api)).toEqual(before);
    const [invoices, own] = await separate(api);
    const change = { id: own?.id ?? 0, expectedRevision: own?.revision ?? 0, pattern: 'RE-{YYYY}-{C}', digits: 6 };
    expect(await refusal(api['numberRanges.update'](change))).toEqual(clash);
    expect(
      await refusal(
        api['numberRanges.update']({
          ...{ id: invoices?.id ?? 0, expectedRevision: invoices?.revision ?? 0, pattern: 'ST-2026-{C}' },
          yearlyReset: false,
        }),
      ),
    ).toEqual(invalid('pattern', 'pattern-of-other-range', { name: 'Stornorechnungen', pattern: 'ST-{YYYY}-{C}' }));
  });

  test('nor a number that invoices bear from before', async () => {
    const { api } = await openReadyOffice();
    await api['numberRanges.update']({ ...(await target(api)), pattern: 'ST-{YYYY}-{C}' });
    expect((await finaliseOne(api)).number).toBe('ST-2026-0001');
    await api['numberRanges.update']({ ...(await target(api)), pattern: 'RE-{YYYY}-{C}' });
    expect(await refusal(separate(api))).toEqual(invalid('pattern', 'number-would-repeat', { number: 'ST-2026-0001' }));
    expect((await separate(api, { lastNumber: 'ST-2026-0001' }))[1]).toMatchObject({ next: 'ST-2026-0002' });
    expect(await cancelOne(api)).toBe('ST-2026-0002');
  });

  test('nor when the invoices took the pattern while Stornorechnungen counted with them', async () => {
    const { api } = await openReadyOffice();
    await separate(api);
    expect(await cancelOne(api)).toBe('ST-2026-0001');
    await join(api);
    const pattern = 'ST-{YYYY}-{C}';
    await api['numberRanges.update']({ ...(await target(api)), pattern });
    expect((await finaliseOne(api)).number).toBe('ST-2026-0002');
    expect(await refusal(separate(api))).toEqual(
      invalid('pattern', 'pattern-of-other-range', { name: 'Rechnungen', pattern }),
    );
    expect(await cancelOne(api)).toBe('ST-2026-0004');
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('switched 20 times among 40 invoices and Stornorechnungen at once, every number is there once', async () => {
    const { api } = await openReadyOffice();
    const finals = [];
    for (let count = 0; count < 20; count += 1) finals.push(await finaliseOne(api));
    const switching = async () => {
      for (let count = 0; count < 10; count += 1) {
        await separate(api);
        await join(api);
      }
    };
    const cancelled = finals.map(({ id, revision }) =>
      api['invoices.cancel']({ id, expectedRevision: revision, requestId: newRequestId(), replace: false, reason: '' }),
    );
    await Promise.all([switching(), ...cancelled.map((one) => one.catch(() => null))]);
    const { ranges } = await api['numberRanges.report']({});
    const periods = ranges.flatMap((range) => range.periods);
    expect(periods.every(({ gaps }) => gaps.length === 0)).toBe(true);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });
});
