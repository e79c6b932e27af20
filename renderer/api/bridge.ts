import type { Reply } from '#shared/contract/rpc.ts';
import type { WindowEvent } from '#shared/contract/wire.ts';
import type { Transport } from './transport.ts';

/** The way to the host in Electron. */
export function bridgeTransport(bridge: NonNullable<Window['kontor']>): Transport {
  return {
    send: async (name, input) => (await bridge.call(name, input)) as Reply,
    onEvent: (listener) => bridge.on((event) => listener(event as WindowEvent)),
  };
}
