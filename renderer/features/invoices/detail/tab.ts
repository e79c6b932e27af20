import { computed, type WritableComputedRef } from 'vue';
import { useKept } from '../../../stores/workspace.ts';

export const TABS = ['overview', 'documents', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** The open tab of an invoice, also at the next start; another invoice begins with the first one. */
export function useTab(id: () => number): WritableComputedRef<Tab> {
  const last = useKept<{ invoice: number; tab: Tab }>('invoice-tab', { invoice: 0, tab: TABS[0] });
  return computed({
    get: () => (last.value.invoice === id() && TABS.includes(last.value.tab) ? last.value.tab : TABS[0]),
    set: (tab) => (last.value = { invoice: id(), tab }),
  });
}
