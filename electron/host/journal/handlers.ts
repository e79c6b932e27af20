import type { KontorContract } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { Store } from '../store/open.ts';
import { listJournal } from './service.ts';

export function journalHandlers({ store }: { store: Store }): Pick<Handlers<KontorContract>, 'journal.list'> {
  return {
    'journal.list': async (filter) => ({
      entries: await store.read((reader) => listJournal(reader, filter), 'journal.list'),
    }),
  };
}
