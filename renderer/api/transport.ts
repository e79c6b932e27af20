import type { Dispatch } from '#shared/contract/rpc.ts';
import type { WindowEvent } from '#shared/contract/wire.ts';

/** A way to the host: Electron's bridge or the WebSocket of `electron/serve.ts`. */
export interface Transport {
  send: Dispatch;
  /** Returns how to stop listening. */
  onEvent: (listener: (event: WindowEvent) => void) => () => void;
}
