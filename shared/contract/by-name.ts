import { CallError } from './errors.ts';
import type { Api, Contract, Dispatch } from './rpc.ts';

/**
 * The caller's side of the contract without its schemas: the host parses what comes and what goes anyway, and the window
 * starts without loading them (decision 0012). A refusal is thrown as `CallError`.
 */
export function connectByName<C extends Contract>(send: Dispatch): Api<C> {
  return new Proxy({} as Api<C>, {
    get: (_calls, name) => async (input: unknown) => {
      const reply = await send(String(name), plain(input));
      if (!reply.ok) throw new CallError(reply.code, reply.message, reply.details);
      return reply.data;
    },
  });
}

/** A copy of nothing but objects, lists and bytes: the proxies of a window's state cannot be cloned. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
