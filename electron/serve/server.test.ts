import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { MAXIMUM_MESSAGE_BYTES, pack, unpack, type ServerMessage } from '#shared/contract/wire.ts';
import { createCustomer, testFolder } from '../../tests/builders/office.ts';
import { startServer, type RunningServer } from './server.ts';
import { CODE_LIFETIME_MILLISECONDS } from './session.ts';

interface Running extends RunningServer {
  authority: string;
  /** Puts the server's clock forward. */
  wait: (milliseconds: number) => void;
}

async function serve(): Promise<Running> {
  const folder = testFolder();
  const root = join(folder, 'window');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<style nonce="__NONCE__"></style>');
  writeFileSync(join(root, 'assets/main-1234.js'), 'export {}');
  writeFileSync(join(root, 'private.key'), 'secret');
  writeFileSync(join(folder, 'outside.json'), '{}');
  let now = 0;
  const server = await startServer({
    preferencesFolder: join(folder, 'preferences'),
    file: { path: join(folder, 'office.kontor'), make: true },
    root,
    now: () => now,
  });
  onTestFinished(() => server.close());
  return { ...server, authority: new URL(server.origin).host, wait: (milliseconds) => void (now += milliseconds) };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as it is written here: fetch would mend path and headers. */
async function ask(
  { authority }: Running,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const [host, port] = authority.split(':');
  const request = httpRequest({ host, port, path, method, headers: { host: authority, ...headers } });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

const codeIn = (address: string): string => new URL(address).hash.slice(1);

function postCode(server: Running, code: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(server, '/session', { method: 'POST', headers: { origin: server.origin, ...headers }, body: code });
}

async function logIn(server: Running): Promise<string> {
  const { headers } = await postCode(server, codeIn(server.newAddress()));
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** 101 when the socket opened, else the status of the refusal. */
async function socketStatus(server: Running, headers: Record<string, string>, path = '/socket'): Promise<number> {
  const socket = new WebSocket(`ws://${server.authority}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

async function openSocket(server: Running): Promise<WebSocket> {
  const headers = { origin: server.origin, cookie: await logIn(server) };
  const socket = new WebSocket(`ws://${server.authority}/socket`, { headers });
  await once(socket, 'open');
  onTestFinished(() => socket.terminate());
  return socket;
}

async function nextMessage(socket: WebSocket): Promise<ServerMessage> {
  const [frame] = (await once(socket, 'message')) as [Buffer];
  return unpack(frame) as ServerMessage;
}

describe('the code of the address', () => {
  test('is exchanged once for a cookie that no script can read', async () => {
    const server = await serve();
    const address = server.newAddress();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/);
    const { status, headers } = await postCode(server, codeIn(address));
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^kontor-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/),
    ]);
    expect((await postCode(server, codeIn(address))).status).toBe(403);
  });

  test('is void after a minute', async () => {
    const server = await serve();
    const code = codeIn(server.newAddress());
    server.wait(CODE_LIFETIME_MILLISECONDS);
    expect((await postCode(server, code)).status).toBe(403);
    const fresh = codeIn(server.newAddress());
    server.wait(CODE_LIFETIME_MILLISECONDS - 1);
    expect((await postCode(server, fresh)).status).toBe(200);
  });

  test('is void when a newer address was made', async () => {
    const server = await serve();
    const older = codeIn(server.newAddress());
    server.newAddress();
    expect((await postCode(server, older)).status).toBe(403);
  });

  test.each([
    ['a wrong code', (right: string) => right.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), {}],
    ['no code', () => '', {}],
    ['a code of another length', (right: string) => right.slice(1), {}],
    ['a long body', (right: string) => right + 'x'.repeat(5000), {}],
    ['a foreign origin', (right: string) => right, { origin: 'http://evil.example' }],
    ['another port as origin', (right: string) => right, { origin: 'http://127.0.0.1:1' }],
    ['a foreign host', (right: string) => right, { host: 'evil.example' }],
  ])('does not log in with %s', async (_title, given, headers) => {
    const server = await serve();
    const answer = await postCode(server, given(codeIn(server.newAddress())), headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('does not log in without an origin', async () => {
    const server = await serve();
    const body = codeIn(server.newAddress());
    expect((await ask(server, '/session', { method: 'POST', body })).status).toBe(403);
  });

  test('the page can ask whether it is logged in', async () => {
    const server = await serve();
    expect((await ask(server, '/session')).status).toBe(401);
    expect((await ask(server, '/session', { headers: { cookie: 'kontor-1=x' } })).status).toBe(401);
    const cookie = await logIn(server);
    expect((await ask(server, '/session', { headers: { cookie: `other=1; ${cookie}` } })).status).toBe(200);
    expect((await ask(server, '/session', { method: 'DELETE' })).status).toBe(405);
  });
});

describe('the socket is refused', () => {
  test('without cookie, origin or host of ours; with all three it opens', async () => {
    const server = await serve();
    const { origin } = server;
    const cookie = await logIn(server);
    expect(await socketStatus(server, { origin, cookie })).toBe(101);
    expect(await socketStatus(server, { origin })).toBe(403);
    expect(await socketStatus(server, { origin, cookie: `${cookie}x` })).toBe(403);
    expect(await socketStatus(server, { cookie })).toBe(403);
    expect(await socketStatus(server, { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await socketStatus(server, { cookie, origin: 'null' })).toBe(403);
    expect(await socketStatus(server, { cookie, origin: `${origin}.evil.example` })).toBe(403);
    expect(await socketStatus(server, { cookie, origin, host: 'evil.example' })).toBe(403);
    expect(
      await socketStatus(server, { cookie, origin, host: server.authority.replace('127.0.0.1', 'localhost') }),
    ).toBe(403);
    expect(await socketStatus(server, { origin, cookie }, '/other')).toBe(403);
  });

  test('with the cookie of another server', async () => {
    const server = await serve();
    const other = await serve();
    expect(await socketStatus(server, { origin: server.origin, cookie: await logIn(other) })).toBe(403);
  });
});

describe('the socket', () => {
  test('answers calls and tells what changed', async () => {
    const server = await serve();
    const socket = await openSocket(server);
    socket.send(pack({ id: 7, name: 'invoices.list', input: {} }));
    expect(await nextMessage(socket)).toMatchObject({ id: 7, reply: { ok: true, data: { rows: [] } } });
    socket.send(pack({ id: 8, name: 'nothing', input: null }));
    expect(await nextMessage(socket)).toMatchObject({ id: 8, reply: { ok: false, code: 'unknown-call' } });
    const events = once(socket, 'message');
    await createCustomer(connect(contract, server.application.dispatch));
    const [frame] = (await events) as [Buffer];
    expect(unpack(frame)).toMatchObject({ event: { topic: 'customers.changed' } });
  });

  test.each([
    ['text instead of a frame', 'hello', 1007],
    ['a frame that is none', Buffer.from([1, 2, 3]), 1007],
    ['a frame that is no call', pack({ event: { topic: 'invoices.changed', id: null } }), 1007],
    ['a frame that is too long', Buffer.alloc(MAXIMUM_MESSAGE_BYTES + 1), 1009],
  ])('closes on %s', async (_title, frame, code) => {
    const socket = await openSocket(await serve());
    socket.send(frame);
    const [closed] = (await once(socket, 'close')) as [number];
    expect(closed).toBe(code);
  });

  test('lets a call finish whose window is gone', async () => {
    const server = await serve();
    const socket = await openSocket(server);
    socket.send(pack({ id: 1, name: 'invoices.list', input: {} }));
    socket.terminate();
    expect(await server.application.dispatch('invoices.list', {})).toMatchObject({ ok: true });
  });
});

describe('the window', () => {
  test('comes with a policy without unsafe-eval and unsafe-inline, and a fresh nonce each time', async () => {
    const server = await serve();
    const [one, other] = [await ask(server, '/'), await ask(server, '/index.html')];
    expect(one.status).toBe(200);
    const policy = String(one.headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://${server.authority};`);
    const nonceOf = ({ body }: Answer): string | undefined => /nonce="([^"]+)"/.exec(body)?.[1];
    expect(policy).toContain(`'nonce-${nonceOf(one)}'`);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  test('comes with its files, which never change under their name', async () => {
    const server = await serve();
    const { status, headers } = await ask(server, '/assets/main-1234.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['cache-control']).toContain('immutable');
    expect((await ask(server, '/assets/main-1234.js', { method: 'HEAD' })).body).toBe('');
  });

  test.each([
    ['/../outside.json', 404],
    ['/%2e%2e/outside.json', 404],
    ['/..%2foutside.json', 403],
    ['/assets/..%2f..%2foutside.json', 403],
    ['/..%5coutside.json', 404],
    ['/%00index.html', 403],
    ['/%zz', 403],
    ['//evil.example/', 403],
    ['http://evil.example/', 403],
    ['/private.key', 404],
    ['/assets/', 404],
    ['/gone.js', 404],
  ])('keeps to its folder: %s', async (path, status) => {
    const answer = await ask(await serve(), path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('{}');
  });

  test('is not shown to a foreign host, and takes nothing but GET and HEAD', async () => {
    const server = await serve();
    expect((await ask(server, '/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(server, '/', { method: 'POST' })).status).toBe(405);
  });
});

test('a port that is taken is said at the start', async () => {
  const server = await serve();
  const folder = testFolder();
  const port = Number(new URL(server.origin).port);
  await expect(startServer({ preferencesFolder: folder, root: folder, port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a file that cannot be opened is said at the start', async () => {
  const folder = testFolder();
  const path = join(folder, 'office.kontor');
  writeFileSync(path, 'no office at all, but a letter'.repeat(9));
  const started = startServer({ preferencesFolder: folder, root: folder, file: { path, make: true } });
  await expect(started).rejects.toMatchObject({ code: 'office-foreign' });
});
