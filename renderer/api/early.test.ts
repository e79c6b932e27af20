import { expect, test, vi } from 'vitest';
import type { Dispatch, Reply } from '#shared/contract/rpc.ts';
import type { WindowEvent } from '#shared/contract/wire.ts';
import { askingEarly } from './early.ts';
import { LOST, type Transport } from './transport.ts';

/** A host that numbers its answers. */
function countingHost() {
  const listeners = new Set<(event: WindowEvent) => void>();
  let answers = 0;
  const send = vi.fn<Dispatch>(() => {
    answers += 1;
    return Promise.resolve({ ok: true, data: answers });
  });
  const transport: Transport = {
    send,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: () => undefined,
  };
  const tell = (): void => listeners.forEach((listener) => listener({ topic: 'settings.changed', id: null }));
  return { transport, send, tell };
}

const dataOf = async (reply: Promise<Reply>): Promise<unknown> => {
  const answer = await reply;
  return answer.ok ? answer.data : answer.code;
};

test('what was asked early answers the first question, and only that', async () => {
  const { transport, send } = countingHost();
  const ask = askingEarly(transport, ['company.get', 'workspace.all']);
  expect(send).toHaveBeenCalledTimes(2);
  expect(await dataOf(ask('company.get', {}))).toBe(1);
  expect(await dataOf(ask('company.get', {}))).toBe(3);
  expect(await dataOf(ask('workspace.all', {}))).toBe(2);
});

test('a question with an input, or another call, goes to the host', async () => {
  const { transport } = countingHost();
  const ask = askingEarly(transport, ['customers.list']);
  expect(await dataOf(ask('customers.list', { search: 'a' }))).toBe(2);
  expect(await dataOf(ask('invoices.list', {}))).toBe(3);
  expect(await dataOf(ask('customers.list', {}))).toBe(1);
});

test('what the host tells in between makes the answers worthless', async () => {
  const { transport, tell } = countingHost();
  const ask = askingEarly(transport, ['company.get']);
  tell();
  expect(await dataOf(ask('company.get', {}))).toBe(2);
});

test('a refusal is asked again', async () => {
  const { transport, send } = countingHost();
  send.mockResolvedValueOnce(LOST);
  const ask = askingEarly(transport, ['company.get']);
  expect(await dataOf(ask('company.get', {}))).toBe(1);
});
