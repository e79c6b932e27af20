import type { ListSort } from '#shared/domain/invoice-lists.ts';

/** A column of the list: how it is sorted (null: not at all), and whether it can be hidden. */
interface ColumnRule {
  sort: ListSort | null;
  isFixed?: true;
}

/** All columns in their order (D16 and what else one looks for). The number leads to the invoice, so it stays. */
export const COLUMNS = {
  number: { sort: 'number', isFixed: true },
  issueDate: { sort: 'issueDate' },
  title: { sort: 'title' },
  customer: { sort: 'customer' },
  reference: { sort: null },
  servicePeriod: { sort: null },
  responsible: { sort: null },
  net: { sort: 'net' },
  gross: { sort: 'gross' },
  dueDate: { sort: 'dueDate' },
  status: { sort: 'status' },
} as const satisfies Record<string, ColumnRule>;
export type Column = keyof typeof COLUMNS;

export const ALL_COLUMNS = Object.keys(COLUMNS) as Column[];
export const SHOWN_AT_FIRST: readonly Column[] = [
  ...(['number', 'issueDate', 'title', 'customer', 'net', 'gross', 'dueDate', 'status'] as const),
];

export function isColumn(name: unknown): name is Column {
  return typeof name === 'string' && Object.hasOwn(COLUMNS, name);
}

/** The shown columns in their order. */
export function shownColumns(chosen: readonly Column[]): Column[] {
  return ALL_COLUMNS.filter((column) => 'isFixed' in COLUMNS[column] || chosen.includes(column));
}
