import type { Handlers } from '#shared/contract/rpc.ts';
import type { savedFilterCalls } from '#shared/contract/saved-filters.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { oncePerRequest } from '../records/requests.ts';
import {
  createSavedFilter,
  deleteSavedFilter,
  getSavedFilter,
  listSavedFilters,
  updateSavedFilter,
} from './service.ts';

/** The calls of filters that are kept under a name. */
export function savedFilterHandlers({ store, clock, emit }: HostContext): Handlers<typeof savedFilterCalls> {
  return {
    'savedFilters.list': () => store.read(async (reader) => ({ filters: await listSavedFilters(reader) })),
    'savedFilters.create': async (input) => {
      const filter = await store.write(async (writer) => {
        const change = await beginChange(writer, clock);
        const request = { call: 'savedFilters.create', at: change.at, input };
        return getSavedFilter(
          writer,
          await oncePerRequest(writer, request, () => createSavedFilter(writer, change, input)),
        );
      });
      emit({ topic: 'settings.changed', id: filter.id });
      return filter;
    },
    'savedFilters.update': async ({ id, expectedRevision, ...fields }) => {
      const filter = await store.write(async (writer) => {
        await updateSavedFilter(writer, await beginChange(writer, clock), id, expectedRevision, given(fields));
        return getSavedFilter(writer, id);
      });
      emit({ topic: 'settings.changed', id });
      return filter;
    },
    'savedFilters.delete': async ({ id, expectedRevision }) => {
      await store.write(async (writer) =>
        deleteSavedFilter(writer, await beginChange(writer, clock), id, expectedRevision),
      );
      emit({ topic: 'settings.changed', id });
      return { id };
    },
  };
}
