import { reactive, shallowRef, toRef, toRefs, watch, type Ref } from 'vue';
import { LIST_SORTS, type ListSort } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { useKept } from '../../../stores/workspace.ts';

type Row = Awaited<ReturnType<(typeof api)['invoices.list']>>['rows'][number];
type Summary = Awaited<ReturnType<(typeof api)['invoices.summary']>>;
type Place = NonNullable<Parameters<(typeof api)['invoices.list']>[0]['place']>;

/** Rows of one page; with 32 px a row they fill a large window. */
export const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 120;

/** The order stays as it was, also at the next start. */
const order = useKept<{ sort: ListSort; descending: boolean }>(
  'invoice-list',
  { sort: 'issueDate', descending: true },
  (value) => {
    const { sort, descending } = value as { sort?: ListSort; descending?: unknown };
    return sort !== undefined && LIST_SORTS.includes(sort) && typeof descending === 'boolean';
  },
);
/** What the list shows stays as it was when somebody comes back from an invoice. */
const question = reactive({
  search: '',
  page: 1,
  sort: toRef(order.value, 'sort'),
  descending: toRef(order.value, 'descending'),
});

export interface InvoiceList {
  search: Ref<string>;
  sort: Ref<ListSort>;
  descending: Ref<boolean>;
  page: Ref<number>;
  /** Null until the first page has come. */
  rows: Readonly<Ref<Row[] | null>>;
  summary: Readonly<Ref<Summary | null>>;
  /** Sorts by a column; the same column again turns the order around. */
  sortBy: (column: ListSort) => void;
  goTo: (page: number) => void;
  reload: () => Promise<void>;
}

/** One page of the list from the host; the neighbours of a page and the end are found without counting up to them. */
export function useInvoiceList(): InvoiceList {
  const failure = useFailureStore();
  const rows = shallowRef<Row[] | null>(null);
  const summary = shallowRef<Summary | null>(null);
  const cursors = { page: 0, first: '', last: '' };
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function load(place: Place, page: number, limit = PAGE_SIZE): Promise<void> {
    asked += 1;
    const mine = asked;
    const { search, sort, descending } = question;
    try {
      const filter = { search };
      const [list, sums] = await Promise.all([
        api['invoices.list']({ filter, sort, descending, place, limit }),
        api['invoices.summary']({ filter }),
      ]);
      if (mine !== asked) return;
      rows.value = list.rows;
      summary.value = sums;
      question.page = page;
      Object.assign(cursors, { page, first: list.firstCursor, last: list.lastCursor });
      if (list.rows.length === 0 && page > 1) await reloadAt(pagesOf(sums.count));
    } catch (error) {
      failure.show(error);
    }
  }

  const reloadAt = (page: number): Promise<void> => load({ kind: 'page', page }, page);

  function goTo(page: number): void {
    const count = summary.value?.count ?? 0;
    const isKnown = cursors.page === question.page && cursors.last !== '';
    if (page === 1) void reloadAt(1);
    else if (isKnown && page === cursors.page + 1) void load({ kind: 'after', cursor: cursors.last }, page);
    else if (isKnown && page === cursors.page - 1) void load({ kind: 'before', cursor: cursors.first }, page);
    else if (page === pagesOf(count)) void load({ kind: 'end' }, page, count - (page - 1) * PAGE_SIZE);
    else void reloadAt(page);
  }

  watch(
    () => question.search,
    () => {
      clearTimeout(pause);
      pause = setTimeout(() => void reloadAt(1), TYPING_PAUSE_MS);
    },
  );
  watch([() => question.sort, () => question.descending], () => void reloadAt(1));
  useHostEvents('invoices.changed', () => void reloadAt(question.page));
  useHostEvents('customers.changed', () => void reloadAt(question.page));
  void reloadAt(question.page);

  return {
    ...toRefs(question),
    rows,
    summary,
    sortBy: (column) => {
      question.descending = question.sort === column ? !question.descending : column === 'issueDate';
      question.sort = column;
    },
    goTo,
    reload: () => reloadAt(question.page),
  };
}

/** How many pages so many invoices fill; an empty list is one page. */
export function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / PAGE_SIZE));
}
