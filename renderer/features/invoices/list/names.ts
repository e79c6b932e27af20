import { reactive } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import { api } from '../../../api/index.ts';

/** A record that a filter names by its id; null: it is gone. */
export type Named = { name: string; archived: boolean } | null;

/** Names of what filters ask for; a saved one may name customers that were archived meanwhile, or are gone. */
export const names = reactive({ customers: new Map<number, Named>(), profiles: new Map<number, Named>() });

/** Fetches the names of customers that are not known yet. */
export async function learnCustomers(ids: readonly number[]): Promise<void> {
  const unknown = ids.filter((id) => !names.customers.has(id));
  await Promise.all(
    unknown.map(async (id) => {
      try {
        const { name, archived } = await api['customers.get']({ id });
        names.customers.set(id, { name, archived });
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
        names.customers.set(id, null);
      }
    }),
  );
}

/** Fetches the profiles that can be responsible. */
export async function learnProfiles(): Promise<void> {
  const { profiles } = await api['profiles.list']({});
  for (const { id, name } of profiles) names.profiles.set(id, { name, archived: false });
}
