import type { profileCalls } from '#shared/contract/profiles.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { activeProfileId } from './active.ts';
import { listProfiles, updateProfile } from './service.ts';

export function profileHandlers({ store, clock, emit }: HostContext): Handlers<typeof profileCalls> {
  return {
    'profiles.list': () =>
      store.read(async (reader) => ({
        profiles: await listProfiles(reader),
        activeId: await activeProfileId(reader),
      })),
    'profiles.update': async ({ id, expectedRevision, ...fields }) => {
      const profile = await store.write(async (writer) =>
        updateProfile(writer, await beginChange(writer, clock), id, expectedRevision, given(fields)),
      );
      emit({ topic: 'settings.changed', id: profile.id });
      return profile;
    },
  };
}
