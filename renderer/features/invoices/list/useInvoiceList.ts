import { shallowRef, watch, type Ref } from 'vue';
import type { InvoiceRow, InvoiceSummary } from '#shared/contract/invoice-list.ts';
import type { ListSort } from '#shared/domain/invoice-lists.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { listState, useListLook, type ListLook } from './list-state.ts';

type Place = NonNullable<Parameters<(typeof api)['invoices.list']>[0]['place']>;

const TYPING_PAUSE_MS = 120;

export interface InvoiceListPage {
  look: Ref<ListLook>;
  /** Null until the first page has come. */
  rows: Readonly<Ref<InvoiceRow[] | null>>;
  summary: Readonly<Ref<InvoiceSummary | null>>;
  /** Sorts by a column; the same column again turns the order around. */
  sortBy: (column: ListSort) => void;
  goTo: (page: number) => void;
  reload: () => Promise<void>;
}

/** One page of the list from the host; the neighbours of a page and the end are found without counting up to them. */
export function useInvoiceList(): InvoiceListPage {
  const failure = useFailureStore();
  const look = useListLook();
  const rows = shallowRef<InvoiceRow[] | null>(null);
  const summary = shallowRef<InvoiceSummary | null>(null);
  const cursors = { page: 0, first: '', last: '' };
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Only the answer to the latest question is shown. */
  async function load(place: Place, page: number, limit: number = look.value.pageSize): Promise<void> {
    asked += 1;
    const mine = asked;
    const { sort, descending } = look.value;
    const { search, list, applied } = listState;
    const filter = { search, list, ...applied.conditions };
    try {
      const part = await api['invoices.list']({ filter, sort, descending, place, limit });
      if (mine !== asked) return;
      rows.value = part.rows;
      listState.page = page;
      Object.assign(cursors, { page, first: part.firstCursor, last: part.lastCursor });
      // Asked for only now: the host does one thing after the other, and sums look at every row.
      const counted = await api['invoices.summary']({ filter });
      if (mine !== asked) return;
      summary.value = counted;
      if (part.rows.length === 0 && page > 1) await reloadAt(pagesOf(counted.count, look.value.pageSize));
    } catch (error) {
      if (mine === asked) failure.show(error);
    }
  }

  const reloadAt = (page: number): Promise<void> => load({ kind: 'page', page }, page);

  function goTo(page: number): void {
    const count = summary.value?.count ?? 0;
    const { pageSize } = look.value;
    const isKnown = cursors.page === listState.page && cursors.last !== '';
    if (page === 1) void reloadAt(1);
    else if (isKnown && page === cursors.page + 1) void load({ kind: 'after', cursor: cursors.last }, page);
    else if (isKnown && page === cursors.page - 1) void load({ kind: 'before', cursor: cursors.first }, page);
    else if (page === pagesOf(count, pageSize)) void load({ kind: 'end' }, page, count - (page - 1) * pageSize);
    else void reloadAt(page);
  }

  watch(
    () => listState.search,
    () => {
      clearTimeout(pause);
      pause = setTimeout(() => void reloadAt(1), TYPING_PAUSE_MS);
    },
  );
  watch(
    [
      () => listState.list,
      () => listState.applied,
      () => [look.value.sort, look.value.descending, look.value.pageSize],
    ],
    () => void reloadAt(1),
    { deep: true },
  );
  useHostEvents('invoices.changed', () => void reloadAt(listState.page));
  useHostEvents('customers.changed', () => void reloadAt(listState.page));

  return {
    look,
    rows,
    summary,
    sortBy: (column) => {
      look.value.descending = look.value.sort === column ? !look.value.descending : column === 'issueDate';
      look.value.sort = column;
    },
    goTo,
    reload: () => reloadAt(listState.page),
  };
}

/** How many pages so many invoices fill; an empty list is one page. */
export function pagesOf(count: number, pageSize: number): number {
  return Math.max(1, Math.ceil(count / pageSize));
}
