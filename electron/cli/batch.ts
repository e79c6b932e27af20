import { createInterface } from 'node:readline';
import type { Reply } from '#shared/contract/rpc.ts';
import type { Host } from '../host/create-host.ts';
import { parseJson } from './input.ts';
import { withOffice, type Place } from './office.ts';
import { jsonWriter, printLine } from './output.ts';

/** `kontor batch`: one `{"call", "input"}` per line in, one reply per line out, in order. 1 when any was refused. */
export async function batch(place: Place): Promise<number> {
  const toJson = await jsonWriter(place.files);
  return withOffice(place, async (host) => {
    let refusals = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue;
      const reply = await answer(host, line);
      if (!reply.ok) refusals += 1;
      await printLine(toJson(reply));
    }
    return refusals === 0 ? 0 : 1;
  });
}

async function answer(host: Host, line: string): Promise<Reply> {
  try {
    const { call, input } = parseJson(line) as { call?: unknown; input?: unknown };
    return await host.dispatch(String(call), input ?? {});
  } catch (error) {
    const problem = { field: '', rule: 'json', parameters: {} };
    return { ok: false, code: 'invalid-input', message: String(error), details: [problem] };
  }
}
