import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Names the address of the proxy that the whole run goes through; `global-setup.ts` starts it. */
export const PROXY_VARIABLE = 'KONTOR_TEST_PROXY';
/** The only host that anything may be asked of. */
const OWN_HOST = '127.0.0.1';
/** Where another process reads the record (GET) and says what a test asks for on purpose (POST with `?excuse=`). */
const RECORD_PATH = '/asked';

/** A proxy that knows whatever a browser asked for, and lets it reach this machine only. */
export interface RecordingProxy {
  /** `http://127.0.0.1:PORT`. */
  address: string;
  /** Every authority asked for, like `127.0.0.1:4711`, each once, in the order of the first time; without the excused. */
  asked: () => string[];
  close: () => Promise<void>;
}

/** How a browser is told to use it; loopback goes through it like everything else. */
export function throughProxy(address: string): { server: string; bypass: string } {
  return { server: address, bypass: '<-loopback>' };
}

/** What is not on this machine. */
export function foreignIn(asked: readonly string[]): string[] {
  return asked.filter((authority) => !authority.startsWith(`${OWN_HOST}:`));
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const record: Asked = { asked: new Set(), excused: new Set() };
  const server = createServer((incoming, response) => {
    const { url = '' } = incoming;
    if (url.startsWith('/')) answerAboutRecord(record, incoming, response);
    else forward(record, incoming, response);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // HTTPS and WebSockets.
  server.on('connect', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    tunnel(record, incoming.url ?? '', socket, head);
  });
  await once(server.listen(0, OWN_HOST), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${OWN_HOST}:${port}`,
    asked: () => listed(record),
    close: async () => {
      // The server's own closeAllConnections() leaves tunnels out. One that nobody reads from keeps the server open and the
      // process from nothing: it would end here, without a report.
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What was asked through the proxy of the run, from a test's own process. */
export async function readRecord(): Promise<string[]> {
  return (await (await fetch(recordAddress())).json()) as string[];
}

/** Takes one authority out of the record of the run, also if it is asked for only later: a test does so on purpose. */
export async function excuseInRecord(authority: string): Promise<void> {
  await fetch(`${recordAddress()}?excuse=${encodeURIComponent(authority)}`, { method: 'POST' });
}

function recordAddress(): string {
  return `${process.env[PROXY_VARIABLE] ?? ''}${RECORD_PATH}`;
}

interface Asked {
  asked: Set<string>;
  excused: Set<string>;
}

function listed({ asked, excused }: Asked): string[] {
  return [...asked].filter((authority) => !excused.has(authority));
}

function answerAboutRecord(record: Asked, { url = '', method }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://proxy');
  if (pathname !== RECORD_PATH) response.writeHead(404);
  else if (method === 'POST') record.excused.add(searchParams.get('excuse') ?? '');
  response.end(JSON.stringify(listed(record)));
}

/** A request of plain HTTP, which names its target in full. */
function forward({ asked }: Asked, incoming: IncomingMessage, response: ServerResponse): void {
  const { hostname, port, pathname, search } = new URL(incoming.url ?? '');
  asked.add(`${hostname}:${port || '80'}`);
  if (hostname !== OWN_HOST) {
    response.writeHead(403).end('Nothing leaves this machine.');
    return;
  }
  const { 'proxy-connection': hop, ...headers } = incoming.headers;
  const outgoing = request(
    { host: OWN_HOST, port, path: pathname + search, method: incoming.method, headers, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  outgoing.on('error', () => response.destroy());
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

function tunnel({ asked }: Asked, authority: string, socket: Duplex, head: Buffer): void {
  asked.add(authority);
  const { hostname, port } = new URL(`http://${authority}`);
  if (hostname !== OWN_HOST) {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return;
  }
  const upstream = connect(Number(port || '80'), OWN_HOST, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
}
