import type { numberingCalls } from '#shared/contract/numbering.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { listRanges } from './service.ts';

export function numberingHandlers({ store, clock }: HostContext): Handlers<typeof numberingCalls> {
  return {
    'numberRanges.list': () => store.read(async (reader) => ({ ranges: await listRanges(reader, clock.today()) })),
  };
}
