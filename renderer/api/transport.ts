import type { Dispatch, Reply } from '#shared/contract/rpc.ts';
import type { WindowEvent } from '#shared/contract/wire.ts';

/** `logged-out`: the host is there again but does not know this window any more; only a new address lets in. */
export type ConnectionState = 'connected' | 'lost' | 'logged-out';

/** A way to the host: Electron's bridge or the WebSocket of `electron/serve.ts`. */
export interface Transport {
  send: Dispatch;
  /** Returns how to stop listening. */
  onEvent: (listener: (event: WindowEvent) => void) => () => void;
  /** Tells each change; a transport begins connected and connects again by itself. */
  onConnection: (listener: (state: ConnectionState) => void) => void;
}

/** The reply to a call that did not reach the host, or whose reply was lost: whoever called may call again. */
export const LOST: Reply = {
  ok: false,
  code: 'disconnected',
  message: 'the connection to the host was lost',
  details: null,
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;

/** Waits before the next attempt to connect: a little longer each time, never long, because the host is on this machine. */
export function pauseBefore(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt)));
}
