import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { isSame } from './is-same.ts';

/** What stands in a filter drawer beside what applies. */
export interface DraftedFilter<F> {
  drafted: Ref<F>;
  canReset: ComputedRef<boolean>;
  canClear: ComputedRef<boolean>;
  apply: () => void;
  reset: () => void;
  clear: () => void;
}

/** The filter that applies, as a draft: nothing of it applies before "Anwenden". `none` lets everything through. */
export function useDraftedFilter<F extends object>(applied: Ref<F>, none: Readonly<F>): DraftedFilter<F> {
  const drafted = ref({ ...applied.value }) as Ref<F>;
  // A chip that is taken away, or "Suche und Filter leeren".
  watch(applied, (filter) => (drafted.value = { ...filter }));
  return {
    drafted,
    canReset: computed(() => !isSame(drafted.value, applied.value)),
    canClear: computed(() => !isSame(drafted.value, none) || !isSame(applied.value, none)),
    apply: () => (applied.value = { ...drafted.value }),
    reset: () => (drafted.value = { ...applied.value }),
    clear: () => {
      drafted.value = { ...none };
      applied.value = { ...none };
    },
  };
}
