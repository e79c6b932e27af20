import type { Reply } from '#shared/contract/rpc.ts';
import { pack, unpack, type WindowEvent } from '#shared/contract/wire.ts';
import type { Transport } from './transport.ts';

type Message = { id: number; reply: Reply } | { event: WindowEvent };

/**
 * The way to the host in a browser: exchanges the code in the address for a session cookie, then opens the WebSocket.
 * @throws Error when the code is spent or the host is gone
 */
export async function socketTransport(): Promise<Transport> {
  await exchangeCode();
  const socket = await openSocket();
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(event: WindowEvent) => void>();
  let lastId = 0;
  const lost: Reply = {
    ok: false,
    code: 'disconnected',
    message: 'the connection to the host was lost',
    details: null,
  };

  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const message = unpack(new Uint8Array(data)) as Message;
    if ('event' in message) {
      for (const listener of listeners) listener(message.event);
      return;
    }
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer(lost);
    waiting.clear();
  });

  return {
    send: (name, input) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve(lost);
        lastId += 1;
        waiting.set(lastId, resolve);
        socket.send(pack({ id: lastId, name, input }));
      }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The code stands in the fragment, which no server ever sees; it works once, and afterwards the cookie is enough. */
async function exchangeCode(): Promise<void> {
  const code = location.hash.slice(1);
  // A fragment that begins with a slash is a route of the application.
  if (code === '' || code.startsWith('/')) return;
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('/session', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: code });
  if (!answer.ok) throw new Error('the code in the address was used before or is too old');
}

function openSocket(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('the host refused the connection')), { once: true });
  });
}
