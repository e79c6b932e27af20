import type { Dispatch } from '#shared/contract/rpc.ts';
import type { Transport } from './transport.ts';

/**
 * Sends these calls, which take no input, at once, and answers the first that is made of each with what came meanwhile: the
 * answers are there when the code that asks for them is. What the host tells in between makes them worthless.
 */
export function askingEarly({ send, onEvent }: Transport, names: readonly string[]): Dispatch {
  const early = new Map(names.map((name) => [name, send(name, {})]));
  onEvent(() => early.clear());
  return async (name, input) => {
    const asked = early.get(name);
    if (asked === undefined || Object.keys(input as object).length > 0) return send(name, input);
    early.delete(name);
    const reply = await asked;
    // What was refused may be so no longer.
    return reply.ok ? reply : send(name, input);
  };
}
