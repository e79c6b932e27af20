import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { contract, type KontorContract } from '#shared/contract/index.ts';
import { connect, type Api, type Reply } from '#shared/contract/rpc.ts';
import { pack, unpack, type ServerMessage } from '#shared/contract/wire.ts';
import { readSockets, watchingSockets } from './watched-sockets.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Names the folder of the demo office that `global-setup.ts` makes. */
export const SEED_VARIABLE = 'KONTOR_TEST_SEED';

/** A host of its own process on a file of its own. */
export interface RunningOffice {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** The session of whoever opens a page: for `context.addCookies`. */
  cookie: { name: string; value: string; url: string };
  /** The host's calls, to prepare and to check what the window does. */
  api: Api<KontorContract>;
  file: string;
  /** A folder of its own: the home folder of its user, as far as the host knows. */
  folder: string;
  stop: () => Promise<void>;
  /** Ends the host's process in the middle of whatever it does; its file and folder stay. */
  kill: () => Promise<void>;
  /** After `kill`: another host on the same file and port, with a session of its own. */
  startAgain: () => Promise<RunningOffice>;
}

/** Copies the demo office into this folder. */
export async function copySeed(folder: string): Promise<string> {
  const file = join(folder, 'office.kontor');
  await cp(join(process.env[SEED_VARIABLE] ?? '', 'office.kontor'), file);
  return file;
}

/** A copy of the demo office, a new file, no office as at the first start, or a copy of a file; `root` shows another window. */
export type OfficeOrigin = 'demo' | 'new' | 'none' | { file: string | null; root?: string };

/** Starts `electron/serve.ts` on an office in a folder of its own. */
export async function startOffice(of: OfficeOrigin): Promise<RunningOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-e2e-'));
  if (of === 'demo') await copySeed(folder);
  if (typeof of === 'object' && of.file !== null) await cp(of.file, join(folder, 'office.kontor'));
  return startHost({ folder, of });
}

interface HostPlace {
  folder: string;
  of: OfficeOrigin;
  port?: string;
}

async function startHost({ folder, of, port = '0' }: HostPlace): Promise<RunningOffice> {
  const sockets = join(folder, 'sockets.txt');
  // No test touches the preferences and the home folder of whoever runs it.
  const place = ['--preferences', join(folder, 'preferences'), ...(of === 'none' ? [] : ['--data', folder])];
  const root = typeof of === 'object' && of.root !== undefined ? ['--root', of.root] : [];
  const child = spawn(process.execPath, [join(ROOT, 'electron/serve.ts'), ...place, ...root, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: folder, USERPROFILE: folder, ...watchingSockets(sockets) },
  });
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { origin, hash } = new URL(address);
  const cookie = await logIn(origin, hash.slice(1));
  const client = await openClient(origin, cookie);
  const [name = '', value = ''] = cookie.split('=');
  return {
    origin,
    cookie: { name, value, url: origin },
    api: client.api,
    file: join(folder, 'office.kontor'),
    folder,
    stop: async () => {
      client.close();
      child.kill();
      await once(child, 'exit');
      const asked = await readSockets(sockets);
      await rm(folder, { recursive: true, force: true });
      if (asked.length > 0) throw new Error(`the host asked for something outside: ${asked.join(', ')}`);
    },
    kill: async () => {
      client.close();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    startAgain: () => startHost({ folder, of, port: new URL(origin).port }),
  };
}

async function logIn(origin: string, code: string): Promise<string> {
  const answer = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: code });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`the host refused the code with ${answer.status}`);
  return cookie;
}

/** The contract over a socket of our own, as the window speaks it. */
async function openClient(origin: string, cookie: string): Promise<{ api: Api<KontorContract>; close: () => void }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { headers: { origin, cookie } });
  await once(socket, 'open');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  socket.on('message', (frame: Buffer) => {
    const message = unpack(frame) as ServerMessage;
    if ('reply' in message) waiting.get(message.id)?.(message.reply);
  });
  const api = connect(
    contract,
    (name, input) =>
      new Promise((settle) => {
        lastId += 1;
        waiting.set(lastId, settle);
        socket.send(pack({ id: lastId, name, input }));
      }),
  );
  return { api, close: () => socket.terminate() };
}
