import type { numberingCalls } from '#shared/contract/numbering.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { previewRange, updateRange } from './change-range.ts';
import { listRanges } from './service.ts';

export function numberingHandlers({ store, clock, emit }: HostContext): Handlers<typeof numberingCalls> {
  return {
    'numberRanges.list': () => store.read(async (reader) => ({ ranges: await listRanges(reader, clock.today()) })),
    'numberRanges.update': async ({ id, expectedRevision, ...fields }) => {
      const range = await store.write(async (writer) => {
        const change = await beginChange(writer, clock);
        return updateRange(writer, change, clock.today(), { id, expectedRevision, fields: given(fields) });
      });
      emit({ topic: 'settings.changed', id: range.id });
      return range;
    },
    'numberRanges.preview': ({ id, ...fields }) =>
      store.read((reader) => previewRange(reader, clock.today(), id, given(fields))),
  };
}
