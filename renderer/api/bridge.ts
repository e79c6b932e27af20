import type { Reply } from '#shared/contract/rpc.ts';
import type { WindowEvent } from '#shared/contract/wire.ts';
import { pauseBefore, type ConnectionState, type Transport } from './transport.ts';

/** No call has this name, so it changes nothing: any refusal but `disconnected` comes from a host that is there. */
const PROBE = '';

/** The way to the host in Electron. The shell answers `disconnected` while the host's process is being started again. */
export function bridgeTransport(bridge: NonNullable<Window['kontor']>): Transport {
  const listeners = new Set<(state: ConnectionState) => void>();
  let isLost = false;

  const ask = async (name: string, input: unknown): Promise<Reply> => (await bridge.call(name, input)) as Reply;
  const isReply = (reply: Reply): boolean => reply.ok || reply.code !== 'disconnected';
  const tell = (state: ConnectionState): void => listeners.forEach((listener) => listener(state));

  async function waitForHost(): Promise<void> {
    isLost = true;
    tell('lost');
    for (let attempt = 0; ; attempt += 1) {
      await pauseBefore(attempt);
      if (isReply(await ask(PROBE, {}))) break;
    }
    isLost = false;
    tell('connected');
  }

  return {
    send: async (name, input) => {
      const reply = await ask(name, input);
      if (!isReply(reply) && !isLost) void waitForHost();
      return reply;
    },
    onEvent: (listener) => bridge.on((event) => listener(event as WindowEvent)),
    onConnection: (listener) => void listeners.add(listener),
  };
}
