import { CallError } from '#shared/contract/errors.ts';
import type { invoiceCalls, InvoiceFilter, InvoiceRow, ListSort } from '#shared/contract/invoices.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import type { z } from 'zod';
import type { Reader } from '../store/open.ts';
import { filterSql, whereClause, type Where } from './filter-sql.ts';

type ListInput = z.output<(typeof invoiceCalls)['invoices.list']['input']>;
type ListOutput = z.output<(typeof invoiceCalls)['invoices.list']['output']>;

/** Every sortable column has an index of its own; rows of equal value follow in the order of their ids. */
const SORT_COLUMNS = {
  number: 'number',
  issueDate: 'issue_date',
  title: 'title',
  customer: 'buyer_name',
  net: 'net',
  gross: 'gross',
  dueDate: 'due_date',
  status: 'status_rank',
} as const satisfies Record<ListSort, string>;

const COLUMNS = `id, revision, status, number, issue_date AS issueDate, title, customer_id AS customerId,
  buyer_name AS customerName, currency, net, gross, due_date AS dueDate`;

interface SelectedRow extends Omit<InvoiceRow, 'overdue'> {
  sortValue: string | number;
}

/**
 * One part of the list. `today` decides what is overdue.
 * @throws CallError `invalid-input` when a cursor is not one of ours
 */
export async function listInvoices(reader: Reader, input: ListInput, today: IsoDate): Promise<ListOutput> {
  const { sql, values, reversed } = listSql(input);
  const selected = await reader.query<SelectedRow[]>(sql, values);
  if (reversed) selected.reverse();
  const cursorOf = (row: SelectedRow | undefined): string => (row ? JSON.stringify([row.sortValue, row.id]) : '');
  return {
    rows: selected.map((row) => toRow(row, today)),
    firstCursor: cursorOf(selected[0]),
    lastCursor: cursorOf(selected.at(-1)),
  };
}

/** The statement behind a part of the list. Only its own rows are read; a page far back steps over the index alone. */
export function listSql({ filter, sort, descending, place, limit }: ListInput): Where & { reversed: boolean } {
  const column = SORT_COLUMNS[sort];
  const reversed = place.kind === 'before' || place.kind === 'end';
  const direction = descending === reversed ? 'ASC' : 'DESC';
  const order = `ORDER BY ${column} ${direction}, id ${direction}`;
  const select = `SELECT ${COLUMNS}, ${column} AS sortValue FROM invoice`;
  const { sql, values } = filterSql(filter);
  if (place.kind === 'after' || place.kind === 'before') {
    const [value, id] = parseCursor(place.cursor);
    const comparison = direction === 'ASC' ? '>' : '<';
    // The rows of equal value, then those beyond. As one condition, (column, id) > (?, ?), SQLite would walk over all rows
    // of equal value from their first: of one status that may be half of the list.
    const equal = `${select} ${whereClause(sql, `${column} = ? AND id ${comparison} ?`)} ORDER BY id ${direction} LIMIT ?`;
    const beyond = `${select} ${whereClause(sql, `${column} ${comparison} ?`)} ${order} LIMIT ?`;
    return {
      sql: `SELECT * FROM (${equal}) UNION ALL SELECT * FROM (${beyond}) ORDER BY sortValue ${direction}, id ${direction} LIMIT ?`,
      values: [...values, value, id, limit, ...values, value, limit, limit],
      reversed,
    };
  }
  const where = whereClause(sql);
  const offset = place.kind === 'page' ? (place.page - 1) * limit : 0;
  if (offset === 0) return { sql: `${select} ${where} ${order} LIMIT ?`, values: [...values, limit], reversed };
  const ids = `SELECT id FROM invoice ${where} ${order} LIMIT ? OFFSET ?`;
  return { sql: `${select} WHERE id IN (${ids}) ${order}`, values: [...values, limit, offset], reversed };
}

/** Count and sums per currency; a call of its own, because it must look at every filtered row. */
export async function summariseInvoices(
  reader: Reader,
  filter: InvoiceFilter,
): Promise<z.output<(typeof invoiceCalls)['invoices.summary']['output']>> {
  const { sql, values } = filterSql(filter);
  type Sums = z.output<(typeof invoiceCalls)['invoices.summary']['output']>['sums'];
  const sums = await reader.query<Sums>(
    `SELECT currency, count(*) AS count, sum(net) AS net, sum(gross) AS gross FROM invoice ${whereClause(sql)}
     GROUP BY currency ORDER BY count(*) DESC, currency`,
    values,
  );
  return { count: sums.reduce((total, { count }) => total + count, 0), sums };
}

function parseCursor(cursor: string): [string | number, number] {
  try {
    const parsed: unknown = JSON.parse(cursor);
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed as unknown[];
      if ((typeof value === 'string' || typeof value === 'number') && Number.isSafeInteger(id))
        return [value, id as number];
    }
  } catch {
    // Not JSON: refused below like any other text that is not a cursor.
  }
  const problem = { field: 'place.cursor', rule: 'cursor', parameters: {} };
  throw new CallError('invalid-input', 'place.cursor is not a cursor of this list', [problem]);
}

/** Field by field, because a rest pattern without `sortValue` takes fifteen times as long. */
function toRow(selected: SelectedRow, today: IsoDate): InvoiceRow {
  return {
    id: selected.id,
    revision: selected.revision,
    status: selected.status,
    number: selected.number,
    issueDate: selected.issueDate,
    title: selected.title,
    customerId: selected.customerId,
    customerName: selected.customerName,
    currency: selected.currency,
    net: selected.net,
    gross: selected.gross,
    dueDate: selected.dueDate,
    overdue: isOverdue(selected, today),
  };
}

/** Issued, not paid, and past its due date (D16). */
function isOverdue({ status, dueDate }: Pick<InvoiceRow, 'status' | 'dueDate'>, today: IsoDate): boolean {
  return (status === 'final' || status === 'sent') && dueDate < today;
}
