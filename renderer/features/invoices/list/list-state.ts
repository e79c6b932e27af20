import { reactive } from 'vue';
import type { SavedFilter } from '#shared/contract/saved-filters.ts';
import { LIST_SORTS, type InvoiceList, type ListSort } from '#shared/domain/invoice-lists.ts';
import { useKept } from '../../../stores/workspace.ts';
import { isColumn, SHOWN_AT_FIRST, type Column } from './columns.ts';
import { noConditions, type Conditions } from './conditions.ts';

export const PAGE_SIZES = [25, 50, 100, 200] as const;

/** How the list looks: the same at the next start. */
export interface ListLook {
  sort: ListSort;
  descending: boolean;
  pageSize: (typeof PAGE_SIZES)[number];
  columns: Column[];
}

const AT_FIRST: ListLook = { sort: 'issueDate', descending: true, pageSize: 50, columns: [...SHOWN_AT_FIRST] };

/** Another version may have kept something else: then it looks as at first. */
function isLook(value: unknown): boolean {
  const { sort, descending, pageSize, columns } = value as Partial<Record<keyof ListLook, unknown>>;
  return (
    (LIST_SORTS as readonly unknown[]).includes(sort) &&
    typeof descending === 'boolean' &&
    (PAGE_SIZES as readonly unknown[]).includes(pageSize) &&
    Array.isArray(columns) &&
    columns.every(isColumn)
  );
}

/** The look of the list, kept by the host. */
export const useListLook = () => useKept('invoice-list', AT_FIRST, isLook);

/** A filter, and the saved one that it was before anything was changed in it. */
export interface ChosenFilter {
  savedId: number | null;
  conditions: Conditions;
}

/** What the list shows. */
interface ListState {
  search: string;
  list: InvoiceList;
  page: number;
  /** What "Anwenden" applied. */
  applied: ChosenFilter;
  /** What stands in the drawer. */
  drafted: ChosenFilter;
  /** Whether the default filter was looked for: once, when the list first opens. */
  isBegun: boolean;
}

/** A filter that lets everything through, no saved one. */
export const noFilter = (): ChosenFilter => ({ savedId: null, conditions: noConditions() });

/** The same when somebody comes back from an invoice, but not at the next start. */
export const listState = reactive<ListState>({
  search: '',
  list: 'all',
  page: 1,
  applied: noFilter(),
  drafted: noFilter(),
  isBegun: false,
});

export const chosenFrom = ({ id, conditions }: SavedFilter): ChosenFilter => ({
  savedId: id,
  conditions: structuredClone(conditions),
});

/** Shows what the default filter lets through, where there is one. */
export function beginWith(filters: readonly SavedFilter[]): void {
  listState.isBegun = true;
  const usual = filters.find(({ isDefault }) => isDefault);
  if (usual === undefined) return;
  listState.applied = chosenFrom(usual);
  listState.drafted = chosenFrom(usual);
}
