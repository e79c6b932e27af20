import { ref, watch, type Ref } from 'vue';
import type { Customer } from '#shared/contract/customers.ts';
import { api } from '../../api/index.ts';
import { useHostEvents } from '../../components/useHostEvents.ts';
import { useFailureStore } from '../../stores/failure.ts';

/** Rows of one page; with 36 px a row they fill a large window. */
export const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 120;

export interface CustomerPage {
  search: Ref<string>;
  includeArchived: Ref<boolean>;
  page: Ref<number>;
  /** Null until the first page has come. */
  rows: Readonly<Ref<Customer[] | null>>;
  count: Readonly<Ref<number>>;
  reload: () => Promise<void>;
}

/** One page of customers from the host, fetched anew when the question or a customer changes. */
export function useCustomerPage(): CustomerPage {
  const failure = useFailureStore();
  const search = ref('');
  const includeArchived = ref(false);
  const page = ref(1);
  const rows = ref<Customer[] | null>(null);
  const count = ref(0);
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Only the answer to the latest question is shown. */
  async function reload(): Promise<void> {
    asked += 1;
    const question = asked;
    try {
      const answer = await api['customers.list']({
        search: search.value,
        includeArchived: includeArchived.value,
        limit: PAGE_SIZE,
        page: page.value,
      });
      if (question !== asked) return;
      rows.value = answer.rows;
      count.value = answer.count;
      if (answer.rows.length === 0 && page.value > 1) page.value = Math.max(1, Math.ceil(answer.count / PAGE_SIZE));
    } catch (error) {
      failure.show(error);
    }
  }

  watch(search, () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (page.value === 1) void reload();
      else page.value = 1;
    }, TYPING_PAUSE_MS);
  });
  watch(includeArchived, () => {
    if (page.value === 1) void reload();
    else page.value = 1;
  });
  watch(page, reload, { immediate: true });
  useHostEvents('customers.changed', () => void reload());

  return { search, includeArchived, page, rows, count, reload };
}
