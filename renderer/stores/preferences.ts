import { defineStore } from 'pinia';
import { ref } from 'vue';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/domain/preferences.ts';
import { api, onHostEvent } from '../api/index.ts';
import { useFailureStore } from './failure.ts';

/** How the window looks and acts on this machine; the application keeps it, and every window hears of a change. */
export const usePreferencesStore = defineStore('preferences', () => {
  const values = ref<Preferences>(DEFAULT_PREFERENCES);

  async function load(): Promise<void> {
    values.value = await api['preferences.get']({});
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
    try {
      await api['preferences.update'](changes);
    } catch (error) {
      values.value = before;
      useFailureStore().show(error);
    }
  }

  return { values, follow, update };
});
