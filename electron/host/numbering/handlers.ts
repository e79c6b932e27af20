import type { NumberRange, numberingCalls } from '#shared/contract/numbering.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange, findRecord, type Change } from '../records/change.ts';
import { given } from '../records/given.ts';
import { NumberRangeEntity } from '../store/entities/index.ts';
import type { Writer } from '../store/open.ts';
import { joinCancellations, previewSeparation, separateCancellations } from './cancellation-range.ts';
import { othersInUse, previewRange, updateRange } from './change-range.ts';
import { reportNumbers } from './report.ts';
import { listRanges } from './service.ts';

export function numberingHandlers({ store, clock, emit }: HostContext): Handlers<typeof numberingCalls> {
  /** Changes who takes numbers from which range; answers all of them. */
  async function changeUses(id: number, work: (writer: Writer, change: Change) => Promise<void>) {
    const ranges = await store.write(async (writer): Promise<NumberRange[]> => {
      await work(writer, await beginChange(writer, clock));
      return listRanges(writer, clock.today());
    });
    emit({ topic: 'settings.changed', id });
    return { ranges };
  }

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
      store.read(async (reader) => {
        if (id === null) return previewSeparation(reader, clock.today(), given(fields));
        const row = await findRecord(reader, NumberRangeEntity, 'numberRange', id);
        return previewRange(reader, clock.today(), { row, others: await othersInUse(reader, id) }, given(fields));
      }),
    'numberRanges.separate': ({ id, expectedRevision, ...fields }) =>
      changeUses(id, (writer, change) =>
        separateCancellations(writer, change, { id, expectedRevision, fields: given(fields) }),
      ),
    'numberRanges.join': (target) =>
      changeUses(target.id, (writer, change) => joinCancellations(writer, change, target)),
    'numberRanges.report': () => store.read((reader) => reportNumbers(reader, clock.now())),
  };
}
