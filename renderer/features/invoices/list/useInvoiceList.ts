import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { InvoiceRow, InvoiceSummary } from '#shared/contract/invoice-list.ts';
import type { ListSort } from '#shared/domain/invoice-lists.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { beginWith, listState, useListLook, type ListLook } from './list-state.ts';

type Question = Parameters<(typeof api)['invoices.list']>[0];
type Place = NonNullable<Question['place']>;
type ListPart = Awaited<ReturnType<(typeof api)['invoices.list']>>;

const TYPING_PAUSE_MS = 120;
/** Many changes in a row, as when many invoices become final, are looked at once they are over. */
const CHANGES_PAUSE_MS = 200;
const LARGEST_PART = 200;

export interface InvoiceListPage {
  look: Ref<ListLook>;
  /** Null until the first page has come. */
  rows: Readonly<Ref<InvoiceRow[] | null>>;
  summary: Readonly<Ref<InvoiceSummary | null>>;
  /** Sorts by a column; the same column again turns the order around. */
  sortBy: (column: ListSort) => void;
  goTo: (page: number) => void;
  reload: () => Promise<void>;
  /** Every invoice of the list in its order, but no more than `most`. */
  all: (most: number) => Promise<InvoiceRow[]>;
}

/** What the next view shows from its first moment, when it was asked for before. */
let prepared: ListPart | null = null;

/** Asks for the rows before the view is there: it then stands at once, instead of growing in front of one's eyes. */
export async function prepareInvoiceList(): Promise<void> {
  try {
    await begin();
    prepared = await api['invoices.list'](question({ kind: 'page', page: listState.page }, useListLook().value));
  } catch {
    // The view asks again, and says what is wrong.
    prepared = null;
  }
}

/** The first time the default filter decides what is shown. */
async function begin(): Promise<void> {
  if (!listState.isBegun) beginWith((await api['savedFilters.list']({})).filters);
}

function question(place: Place, { sort, descending, pageSize }: ListLook, limit: number = pageSize): Question {
  const { search, list, applied } = listState;
  return { filter: { search, list, ...applied.conditions }, sort, descending, place, limit };
}

/** One page of the list from the host; the neighbours of a page and the end are found without counting up to them. */
export function useInvoiceList(): InvoiceListPage {
  const failure = useFailureStore();
  const look = useListLook();
  const rows = shallowRef<InvoiceRow[] | null>(prepared?.rows ?? null);
  const summary = shallowRef<InvoiceSummary | null>(null);
  const cursors = { page: 0, first: '', last: '' };
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Only the answer to the latest question is shown. */
  async function load(place: Place, page: number, limit?: number): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      await begin();
      const asking = question(place, look.value, limit);
      const part = takePrepared() ?? (await api['invoices.list'](asking));
      if (mine !== asked) return;
      rows.value = part.rows;
      listState.page = page;
      Object.assign(cursors, { page, first: part.firstCursor, last: part.lastCursor });
      // Asked for only now: the host does one thing after the other, and sums look at every row.
      const counted = await api['invoices.summary']({ filter: asking.filter });
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
  let changes: ReturnType<typeof setTimeout> | undefined;
  useHostEvents('invoices.changed', () => {
    clearTimeout(changes);
    changes = setTimeout(() => void reloadAt(listState.page), CHANGES_PAUSE_MS);
  });
  onScopeDispose(() => clearTimeout(changes));
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
    all: (most) => allRows(look.value, most),
  };
}

/** In parts as large as the host gives them. */
async function allRows(look: ListLook, most: number): Promise<InvoiceRow[]> {
  const found: InvoiceRow[] = [];
  let place: Place = { kind: 'page', page: 1 };
  while (found.length < most) {
    const { rows, lastCursor } = await api['invoices.list'](question(place, look, LARGEST_PART));
    found.push(...rows);
    if (rows.length < LARGEST_PART) break;
    place = { kind: 'after', cursor: lastCursor };
  }
  return found.slice(0, most);
}

function takePrepared(): ListPart | null {
  const part = prepared;
  prepared = null;
  return part;
}

/** How many pages so many invoices fill; an empty list is one page. */
export function pagesOf(count: number, pageSize: number): number {
  return Math.max(1, Math.ceil(count / pageSize));
}
