import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { SavedFilter } from '#shared/contract/saved-filters.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { isSame } from './conditions.ts';
import { chosenFrom, listState, noFilter } from './list-state.ts';

export interface SavedFilters {
  filters: Readonly<Ref<SavedFilter[]>>;
  /** The one that stands in the drawer, changed or not. */
  chosen: ComputedRef<SavedFilter | null>;
  isChanged: ComputedRef<boolean>;
  /** Asks the host again. */
  load: () => Promise<void>;
  /** Puts a saved filter into the drawer; null: empties it. */
  choose: (id: number | null) => void;
  /** Throws away what was changed in the saved filter (A2.11), in the drawer and in the list. */
  reset: () => void;
  /** Goes on from what the host has stored now. */
  took: (filter: SavedFilter) => Promise<void>;
  /** Deletes it; what it asks for stays in the drawer. */
  remove: (filter: SavedFilter) => Promise<boolean>;
  setDefault: (filter: SavedFilter, isDefault: boolean) => Promise<void>;
}

/** The filters that the profile has saved (E2), and the one in the drawer. */
export function useSavedFilters(): SavedFilters {
  const failure = useFailureStore();
  const filters = shallowRef<SavedFilter[]>([]);
  const find = (id: number | null): SavedFilter | null => filters.value.find((filter) => filter.id === id) ?? null;
  const chosen = computed(() => find(listState.drafted.savedId));
  const isChanged = computed(() => {
    const saved = chosen.value;
    return saved !== null && !isSame(listState.drafted.conditions, saved.conditions);
  });

  async function attempt(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      failure.show(error);
      return false;
    } finally {
      await load();
    }
  }

  async function load(): Promise<void> {
    try {
      filters.value = (await api['savedFilters.list']({})).filters;
    } catch (error) {
      failure.show(error);
    }
  }

  void load();
  useHostEvents('settings.changed', () => void load());

  return {
    filters,
    chosen,
    isChanged,
    load,
    choose: (id) => {
      const saved = find(id);
      listState.drafted = saved ? chosenFrom(saved) : noFilter();
    },
    reset: () => {
      const saved = chosen.value;
      if (saved === null) return;
      listState.drafted = chosenFrom(saved);
      if (listState.applied.savedId === saved.id) listState.applied = chosenFrom(saved);
    },
    took: async (filter) => {
      listState.drafted = { ...listState.drafted, savedId: filter.id };
      if (isSame(listState.applied.conditions, filter.conditions)) listState.applied.savedId = filter.id;
      await load();
    },
    remove: ({ id, revision }) => attempt(() => api['savedFilters.delete']({ id, expectedRevision: revision })),
    setDefault: async ({ id, revision }, isDefault) => {
      await attempt(() => api['savedFilters.update']({ id, expectedRevision: revision, isDefault }));
    },
  };
}
