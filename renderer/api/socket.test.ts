// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { pack, unpack, type CallMessage, type ServerMessage } from '#shared/contract/wire.ts';
import { socketTransport } from './socket.ts';
import type { ConnectionState } from './transport.ts';

/** The host's end of every socket that the window opened, in order. */
let sockets: HostSocket[] = [];
/** Whether the host takes a socket, and what it says to who asks for the session. */
let isUp = true;
let session = 200;

class HostSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  readonly calls: CallMessage[] = [];

  constructor() {
    super();
    sockets.push(this);
    queueMicrotask(() => {
      this.readyState = isUp ? HostSocket.OPEN : 3;
      this.dispatchEvent(new Event(isUp ? 'open' : 'error'));
    });
  }

  send(frame: Uint8Array): void {
    this.calls.push(unpack(frame) as CallMessage);
  }

  say(message: ServerMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data: pack(message).buffer }));
  }

  drop(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

beforeEach(() => {
  sockets = [];
  isUp = true;
  session = 200;
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', HostSocket);
  vi.stubGlobal('fetch', () => Promise.resolve({ status: session, ok: session === 200 }));
});

async function connected() {
  const transport = await socketTransport();
  const states: ConnectionState[] = [];
  transport.onConnection((state) => states.push(state));
  return { transport, states };
}

test('calls on their way are answered `disconnected` and never sent again; later ones go to the new socket', async () => {
  const { transport, states } = await connected();
  const heard: unknown[] = [];
  transport.onEvent((event) => heard.push(event));
  const lost = transport.send('invoices.create', { requestId: 'a' });
  isUp = false;
  sockets[0]?.drop();
  expect(await lost).toMatchObject({ ok: false, code: 'disconnected' });
  expect(await transport.send('invoices.list', {})).toMatchObject({ ok: false, code: 'disconnected' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(states.at(-1)).toBe('lost');
  isUp = true;
  await vi.advanceTimersByTimeAsync(2000);
  expect(states.at(-1)).toBe('connected');
  const socket = sockets.at(-1);
  expect(socket?.calls).toEqual([]);
  const again = transport.send('invoices.create', { requestId: 'a' });
  expect(socket?.calls).toEqual([
    { id: expect.any(Number) as number, name: 'invoices.create', input: { requestId: 'a' } },
  ]);
  // An answer of the old socket, late, is nobody's.
  sockets[0]?.say({ id: sockets[0].calls[0]?.id ?? 0, reply: { ok: true, data: 'old' } });
  socket?.say({ id: socket.calls[0]?.id ?? 0, reply: { ok: true, data: 'new' } });
  expect(await again).toEqual({ ok: true, data: 'new' });
  socket?.say({ event: { topic: 'invoices.changed', id: 3 } });
  expect(heard).toEqual([{ topic: 'invoices.changed', id: 3 }]);
});

test('waits longer each time, but never long, and opens one socket at a time', async () => {
  await connected();
  isUp = false;
  sockets[0]?.drop();
  const opened: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    const before = sockets.length;
    await vi.advanceTimersByTimeAsync(1000);
    opened.push(sockets.length - before);
  }
  expect(opened[0]).toBe(2);
  expect(opened.slice(1).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(7);
  expect(sockets.filter(({ readyState }) => readyState === HostSocket.OPEN)).toEqual([]);
});

test('says when the host is there but does not know the window any more', async () => {
  const { states } = await connected();
  isUp = false;
  session = 401;
  sockets[0]?.drop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe('logged-out');
  isUp = true;
  await vi.advanceTimersByTimeAsync(2000);
  expect(states.at(-1)).toBe('connected');
});
