import { defineStore } from 'pinia';
import { ref } from 'vue';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/domain/preferences.ts';
import { api, onHostEvent } from '../api/index.ts';
import { useFailureStore } from './failure.ts';

/** How the window looks and acts on this machine; the application keeps it, and every window hears of a change. */
export const usePreferencesStore = defineStore('preferences', () => {
  const values = ref<Preferences>(DEFAULT_PREFERENCES);

  /** Changes on their way to the host: what it says before it has all of them is old news, and it tells of each. */
  let underway = 0;

  async function load(): Promise<void> {
    const kept = await api['preferences.get']({});
    if (underway === 0) values.value = kept;
  }

  /** Once, before the first view is shown. */
  async function follow(): Promise<void> {
    onHostEvent(({ topic }) => {
      if (topic === 'preferences.changed') void load().catch(useFailureStore().show);
    });
    await load();
  }

  /** Acts at once; what cannot be kept is said and taken back. */
  async function update(changes: Partial<Preferences>): Promise<void> {
    const before = values.value;
    values.value = { ...before, ...changes };
    underway += 1;
    try {
      await api['preferences.update'](changes);
    } catch (error) {
      // Only these: another change may have been made since.
      const names = Object.keys(changes) as (keyof Preferences)[];
      values.value = { ...values.value, ...Object.fromEntries(names.map((name) => [name, before[name]])) };
      useFailureStore().show(error);
    } finally {
      underway -= 1;
    }
  }

  return { values, follow, update };
});
