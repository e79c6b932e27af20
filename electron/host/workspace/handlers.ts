import type { Handlers } from '#shared/contract/rpc.ts';
import type { workspaceCalls } from '#shared/contract/workspace.ts';
import type { HostContext } from '../context.ts';
import { activeProfileId } from '../profiles/active.ts';
import { allValues, getValue, setValue } from './service.ts';

/** No event: nobody but the window that wrote a value shows it. */
export function workspaceHandlers({ store }: HostContext): Handlers<typeof workspaceCalls> {
  return {
    'workspace.all': () =>
      store.read(async (reader) => ({ values: await allValues(reader, await activeProfileId(reader)) })),
    'workspace.get': ({ key }) =>
      store.read(async (reader) => ({ value: await getValue(reader, await activeProfileId(reader), key) })),
    'workspace.set': async ({ key, value }) => {
      await store.write(async (writer) => setValue(writer, await activeProfileId(writer), key, value));
      return {};
    },
  };
}
