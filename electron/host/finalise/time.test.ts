import { afterEach, describe, expect, test, vi } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  testClock,
  type KontorApi,
} from '../../../tests/builders/office.ts';
import { rendererWith } from '../../../tests/builders/renderer.ts';
import { systemClock } from '../node-platform.ts';

const ZONE = process.env['TZ'];

afterEach(() => {
  vi.useRealTimers();
  process.env['TZ'] = ZONE;
});

/** The machine's own clock at a moment, in a time zone. */
function machineAt(instant: string, zone = 'Europe/Berlin'): void {
  process.env['TZ'] = zone;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
}

const target = ({ id, revision }: InvoiceDetail) => ({ id, expectedRevision: revision });

async function cancelled(api: KontorApi, final: InvoiceDetail): Promise<InvoiceDetail | undefined> {
  const choice = { requestId: newRequestId(), replace: false, reason: '' };
  const { related } = await api['invoices.cancel']({ ...target(final), ...choice });
  return related[0] && api['invoices.get']({ id: related[0].id });
}

describe('the day is the one of the office, not that of Greenwich', () => {
  test.each([
    ['2026-12-31T22:59:30.000Z', 'Europe/Berlin', '2026-12-31', 'the last minute of the year'],
    ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-01-01', 'midnight'],
    ['2027-01-01T04:59:59.000Z', 'America/New_York', '2026-12-31', 'another time zone, behind'],
    ['2026-12-31T11:00:00.000Z', 'Pacific/Auckland', '2027-01-01', 'another time zone, ahead'],
    ['2026-03-29T00:59:59.000Z', 'Europe/Berlin', '2026-03-29', 'before the hour that summer time leaves out'],
    ['2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29', 'midnight before summer time'],
    ['2026-06-30T22:00:00.000Z', 'Europe/Berlin', '2026-07-01', 'midnight in summer'],
    ['2026-10-25T22:59:59.000Z', 'Europe/Berlin', '2026-10-25', 'the long day on which summer time ends'],
    ['2026-10-25T23:00:00.000Z', 'Europe/Berlin', '2026-10-26', 'midnight after it'],
  ])('%s in %s is %s (%s)', async (instant, zone, day) => {
    machineAt(instant, zone);
    expect([systemClock.today(), systemClock.now()]).toEqual([day, instant]);
  });

  test('[F2.3] a Stornorechnung of 31 December, 23:59, bears that year in date and number, one a minute later the next', async () => {
    machineAt('2026-12-31T22:59:00.000Z');
    const { api } = await openReadyOffice({ clock: { ...systemClock, set: () => undefined } });
    const [first, second] = [await finalise(api, await createDraft(api)), await finalise(api, await createDraft(api))];
    expect(await cancelled(api, first)).toMatchObject({ issueDate: '2026-12-31', number: 'RE-2026-0003' });
    machineAt('2026-12-31T23:00:00.000Z');
    expect(await cancelled(api, second)).toMatchObject({ issueDate: '2027-01-01', number: 'RE-2027-0001' });
    expect((await api['office.verify']({})).damages).toEqual([]);
  });
});

describe('[F2.3] the clock moves', () => {
  test('the year changes between load and commit: date, number and journal are of one moment', async () => {
    const clock = testClock('2026-12-31T22:00:00.000Z');
    const between: (() => void)[] = [];
    const renderer = rendererWith(() => Promise.resolve(between.shift()?.()));
    const { api } = await openReadyOffice({ clock, renderer });
    const draft = await createDraft(api, { issueDate: '2026-12-31' });
    between.push(() => clock.set('2027-01-01T00:00:05.000Z'));
    const final = await finalise(api, draft);
    expect(final).toMatchObject({ number: 'RE-2026-0001', issueDate: '2026-12-31' });

    clock.set('2026-12-31T23:59:59.000Z');
    between.push(() => clock.set('2027-01-01T00:00:05.000Z'));
    const cancellation = await cancelled(api, final);
    expect(cancellation).toMatchObject({ number: 'RE-2026-0002', issueDate: '2026-12-31' });
    const { entries } = await api['journal.list']({ record: 'invoice', recordId: cancellation?.id ?? 0 });
    expect(entries.map(({ at }) => at)).toEqual(['2026-12-31T23:59:59.000Z']);
    expect(renderer.renders).toBe(2);
    expect((await api['numberRanges.list']({})).ranges[0]?.next).toBe('RE-2027-0001');
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('set back by a year: numbers go on in the order of arrival, the journal too, and nothing is given twice', async () => {
    const { api, clock } = await openReadyOffice();
    const finals = [];
    for (const instant of ['2026-11-21T09:00:00.000Z', '2025-11-21T09:00:00.000Z', '2026-11-21T08:00:00.000Z']) {
      clock.set(instant);
      finals.push(await finalise(api, await createDraft(api)));
    }
    expect(finals.map(({ number }) => number)).toEqual(['RE-2026-0001', 'RE-2026-0002', 'RE-2026-0003']);
    clock.set('2025-11-21T09:00:00.000Z');
    const [first] = finals;
    if (!first) throw new Error('there is one');
    expect(await cancelled(api, first)).toMatchObject({ issueDate: '2025-11-21', number: 'RE-2025-0001' });
    const { entries } = await api['journal.list']({ limit: 3 });
    expect(entries.map(({ action }) => action)).toEqual([
      ...['invoice.cancelled', 'invoice.cancellationIssued', 'invoice.finalised'],
    ]);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a payment of today is one of today where the office is, and not one of a day to come', async () => {
    // In Berlin it is the 22nd already.
    machineAt('2026-11-21T23:30:00.000Z');
    const { api } = await openReadyOffice({ clock: { ...systemClock, set: () => undefined } });
    const final = await finalise(api, await createDraft(api));
    const pay = (date: string) =>
      api['invoices.pay']({ ...target(final), requestId: newRequestId(), date, amount: final.totals.gross });
    await expect(pay('2026-11-23')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await pay('2026-11-22')).toMatchObject({ status: 'paid', sentOn: '2026-11-22' });
  });
});
