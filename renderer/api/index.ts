import { connectByName } from '#shared/contract/by-name.ts';
import { TOPICS, type HostEvent } from '#shared/contract/events.ts';
import type { KontorContract } from '#shared/contract/index.ts';
import type { Api } from '#shared/contract/rpc.ts';
import type { WindowCommand, WindowEvent } from '#shared/contract/wire.ts';
import { bridgeTransport } from './bridge.ts';
import { askingEarly } from './early.ts';
import { socketTransport } from './socket.ts';
import type { ConnectionState } from './transport.ts';

export type { ConnectionState };

export type KontorApi = Api<KontorContract>;

/** The only way from the window to the host. Set by `connectToHost` before the first view is shown. */
export let api: KontorApi;
let listen: (listener: (event: WindowEvent) => void) => () => void;
let watchConnection: (listener: (state: ConnectionState) => void) => void;

/**
 * Connects to the host, through Electron's bridge or the WebSocket.
 * @param early calls without input that are sent at once; see `askingEarly`
 * @throws Error when the code in the address is spent or the host is gone
 */
export async function connectToHost(early: readonly (keyof KontorContract)[]): Promise<void> {
  const transport = window.kontor ? bridgeTransport(window.kontor) : await socketTransport();
  api = connectByName(askingEarly(transport, early));
  listen = transport.onEvent;
  watchConnection = transport.onConnection;
  // What was told meanwhile is lost: every record may have changed.
  watchConnection((state) => {
    if (state === 'connected') READ_AGAIN.forEach((topic) => hearers.forEach((hear) => hear({ topic, id: null })));
  });
}

/** What became of the office itself is asked by `stores/office-files.ts`. */
const READ_AGAIN = TOPICS.filter((topic) => !topic.startsWith('office.'));
const hearers = new Set<(event: HostEvent) => void>();

/** Hears what changed in the host; returns how to stop. */
export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  hearers.add(listener);
  const stop = listen((event) => {
    if (event.topic !== 'command') listener(event);
  });
  return () => {
    hearers.delete(listener);
    stop();
  };
}

/** Hears what the native menu asks for; returns how to stop. In the browser nothing ever does. */
export function onWindowCommand(listener: (command: WindowCommand) => void): () => void {
  return listen((event) => {
    if (event.topic === 'command') listener(event.command);
  });
}

/** Hears when the connection to the host is lost and when it is there again. */
export function onConnection(listener: (state: ConnectionState) => void): void {
  watchConnection(listener);
}

let requests = 0;

/** A request id for one thing to create; a repeat of the same call must reuse it. */
export function newRequestId(): string {
  requests += 1;
  return `${crypto.randomUUID()}-${requests}`;
}
