import type { companyCalls } from '#shared/contract/company.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { getCompany, updateCompany } from './service.ts';

export function companyHandlers({ store, clock, emit }: HostContext): Handlers<typeof companyCalls> {
  return {
    'company.get': () => store.read(getCompany),
    'company.update': async ({ expectedRevision, ...fields }) => {
      const company = await store.write(async (writer) =>
        updateCompany(writer, await beginChange(writer, clock), expectedRevision, given(fields)),
      );
      emit({ topic: 'settings.changed', id: null });
      return company;
    },
  };
}
