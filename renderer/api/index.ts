import { contract, type KontorContract } from '#shared/contract/index.ts';
import type { HostEvent } from '#shared/contract/events.ts';
import { connect, type Api } from '#shared/contract/rpc.ts';
import type { WindowCommand, WindowEvent } from '#shared/contract/wire.ts';
import { bridgeTransport } from './bridge.ts';
import { socketTransport } from './socket.ts';

export type KontorApi = Api<KontorContract>;

/** The only way from the window to the host. Set by `connectToHost` before the first view is shown. */
export let api: KontorApi;
let listen: (listener: (event: WindowEvent) => void) => () => void;

/** Connects to the host, through Electron's bridge or the WebSocket. */
export async function connectToHost(): Promise<void> {
  const transport = window.kontor ? bridgeTransport(window.kontor) : await socketTransport();
  api = connect(contract, transport.send);
  listen = transport.onEvent;
}

/** Hears what changed in the host; returns how to stop. */
export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  return listen((event) => {
    if (event.topic !== 'command') listener(event);
  });
}

/** Hears what the native menu asks for; returns how to stop. In the browser nothing ever does. */
export function onWindowCommand(listener: (command: WindowCommand) => void): () => void {
  return listen((event) => {
    if (event.topic === 'command') listener(event.command);
  });
}

let requests = 0;

/** A request id for one thing to create; a repeat of the same call must reuse it. */
export function newRequestId(): string {
  requests += 1;
  return `${crypto.randomUUID()}-${requests}`;
}
