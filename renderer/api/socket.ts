import type { Reply } from '#shared/contract/rpc.ts';
import { pack, unpack, type WindowEvent } from '#shared/contract/wire.ts';
import { LOST, pauseBefore, type ConnectionState, type Transport } from './transport.ts';

type Message = { id: number; reply: Reply } | { event: WindowEvent };

/**
 * The way to the host in a browser: exchanges the code in the address for a session cookie, then opens the WebSocket, and
 * opens it again with the same cookie when it was lost. A call is sent once: one whose reply cannot come any more is
 * answered `disconnected`, and so is every call until there is a socket again.
 * @throws Error when the code is spent or the host is gone
 */
export async function socketTransport(): Promise<Transport> {
  await exchangeCode();
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(event: WindowEvent) => void>();
  const watchers = new Set<(state: ConnectionState) => void>();
  let lastId = 0;
  let socket = attend(await openSocket());

  function attend(opened: WebSocket): WebSocket {
    opened.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      const message = unpack(new Uint8Array(data)) as Message;
      if ('event' in message) {
        for (const listener of listeners) listener(message.event);
        return;
      }
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    });
    opened.addEventListener('close', () => void reconnect(), { once: true });
    return opened;
  }

  async function reconnect(): Promise<void> {
    tell('lost');
    for (const answer of waiting.values()) answer(LOST);
    waiting.clear();
    for (let attempt = 0; socket.readyState !== WebSocket.OPEN; attempt += 1) {
      await pauseBefore(attempt);
      try {
        socket = attend(await openSocket());
      } catch {
        tell((await isLoggedOut()) ? 'logged-out' : 'lost');
      }
    }
    tell('connected');
  }

  function tell(state: ConnectionState): void {
    for (const watcher of watchers) watcher(state);
  }

  return {
    send: (name, input) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve(LOST);
        lastId += 1;
        waiting.set(lastId, resolve);
        socket.send(pack({ id: lastId, name, input }));
      }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: (listener) => void watchers.add(listener),
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

/** False while the host cannot be reached at all. */
async function isLoggedOut(): Promise<boolean> {
  try {
    return (await fetch('/session')).status === 401;
  } catch {
    return false;
  }
}

function openSocket(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('the host refused the connection')), { once: true });
  });
}
