/**
 * work: waits for one order on standard input, then works on invoices through the contract and says each step before it
 * begins and once it is acknowledged, until it is killed or ends itself at the point that the order names.
 */
import { createInterface } from 'node:readline';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { createHost } from '../../../electron/host/create-host.ts';
import type { Renderer } from '../../../electron/host/workers/renderer.ts';
import { rateId, type KontorApi } from '../../builders/office.ts';
import type { Begun, Call, Done, Order, Step } from '../builders/work.ts';
import { say } from './lib.ts';

/** The real documents need a second to load; the file only knows bytes. `finalise.test.ts` kills with the real ones. */
const renderer: Renderer = {
  render: (document, wanted) => {
    const bytes = (kind: string) => Buffer.from(`${kind} of ${document.number} `.repeat(400));
    return Promise.resolve({ pdf: bytes('PDF'), xrechnung: wanted === 'xrechnung' ? bytes('XML') : null });
  },
  close: () => Promise.resolve(),
};
const clock = { now: () => '2026-11-21T10:00:00.000Z', today: () => '2026-11-21' };

say('ready');
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { file, run, repeat, steps, point } = JSON.parse((await input.next()).value as string) as Order;
const host = await createHost({ file, clock, renderer });
const api = connect(contract, host.dispatch);
const customerId = (await api['customers.list']({})).rows[0]?.id ?? 0;
const vatRateId = await rateId(api);

let invoice = { id: 0, revision: 0 };
if (repeat) await perform(repeat);
for (const [index, step] of steps.entries()) {
  if (point && index === steps.length - 1) process.env['KONTOR_CRASH_POINT'] = point;
  await perform(callOf(step, `run-${run}-step-${index}`));
}
await host.close();

async function perform(doing: Call): Promise<void> {
  say({ doing } satisfies Begun);
  const reply = await host.dispatch(doing.call, doing.input);
  if (reply.ok) invoice = reply.data as typeof invoice;
  const [last] = (await api['journal.list']({ limit: 1 })).entries;
  if (!last) throw new Error('the journal is empty');
  const { sequence, hash } = last;
  say({ done: doing.step, refused: reply.ok ? null : reply.code, head: { sequence, hash } } satisfies Done);
}

function callOf(step: Step, requestId: string): Call {
  const target = { id: invoice.id, expectedRevision: invoice.revision };
  const pay = (amount: number) => ({ ...target, requestId, date: '2026-11-21', amount });
  const cancel = (replace: boolean) => ({ ...target, requestId, replace, reason: '' });
  const calls: Record<Step, [keyof KontorApi, Record<string, unknown>]> = {
    create: ['invoices.create', { ...draft(), requestId }],
    finalise: ['invoices.finalise', { ...target, requestId }],
    sent: ['invoices.markSent', target],
    part: ['invoices.pay', pay(100)],
    paid: ['invoices.pay', pay(openOf(invoice))],
    cancel: ['invoices.cancel', cancel(false)],
    replace: ['invoices.cancel', cancel(true)],
  };
  const [call, values] = calls[step];
  return { step, call, input: values };
}

function openOf(detail: object): number {
  return (detail as { account?: { open: number } | null }).account?.open ?? 0;
}

function draft(): Record<string, unknown> {
  const line = { kind: 'line', title: 'Wartung', quantity: '3.5', unit: 'hour', unitPrice: '120', vatRateId };
  const servicePeriod = { start: '2026-11-01', end: '2026-11-17' };
  return { customerId, issueDate: '2026-11-20', title: 'Wartung', servicePeriod, entries: [line] };
}
