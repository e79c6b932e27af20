import type { KontorContract } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { oncePerRequest } from '../records/requests.ts';
import { journalPart, positionAt, recordExport } from './export.ts';
import { listJournal, listPeople } from './list.ts';
import { namesOf } from './names.ts';

type JournalCalls = 'journal.list' | 'journal.people' | 'journal.export' | 'journal.part';

export function journalHandlers({
  store,
  clock,
}: Pick<HostContext, 'store' | 'clock'>): Pick<Handlers<KontorContract>, JournalCalls> {
  return {
    'journal.list': async (filter) => {
      const { entries, more } = await listJournal(store, filter);
      return { entries, names: await store.read((reader) => namesOf(reader, entries), 'journal.list: names'), more };
    },
    'journal.people': async () => ({ names: await listPeople(store) }),
    'journal.export': async (input) => {
      const until = await store.write(async (writer) => {
        const change = await beginChange(writer, clock);
        const sequence = await oncePerRequest(writer, { call: 'journal.export', at: change.at, input }, async () => {
          return (await recordExport(writer, change)).sequence;
        });
        return positionAt(writer, sequence);
      });
      return { fileName: `Kontor-Journal-${clock.today()}.jsonl`, until };
    },
    'journal.part': ({ after, until }) => journalPart(store, after, until),
  };
}
