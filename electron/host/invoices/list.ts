import { CallError } from '#shared/contract/errors.ts';
import type { invoiceListCalls, InvoiceRow } from '#shared/contract/invoice-list.ts';
import type { ListSort } from '#shared/domain/invoice-lists.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import type { z } from 'zod';
import type { Reader } from '../store/open.ts';
import { filterSql, narrowSql, whereClause, type Where } from './filter-sql.ts';
import { chooseSearchPlan, NO_HITS, planSql, termsOf, type SearchPlan } from './search-sql.ts';

export type ListInput = z.output<(typeof invoiceListCalls)['invoices.list']['input']>;
type ListOutput = z.output<(typeof invoiceListCalls)['invoices.list']['output']>;

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

const COLUMNS = `id, revision, status, number, issue_date AS issueDate, title, reference, service_start AS serviceStart,
  service_end AS serviceEnd, customer_id AS customerId, buyer_name AS customerName,
  (SELECT name FROM profile WHERE profile.id = responsible_id) AS responsibleName, currency, net, gross, due_date AS dueDate, flagged`;

interface SelectedRow extends Omit<InvoiceRow, 'overdue' | 'flagged'> {
  flagged: number;
  sortValue: string | number;
}

/**
 * One part of the list. `today` decides what is overdue, and which days a period means.
 * @param plan how it is searched; chosen here unless given
 * @throws CallError `invalid-input` when a cursor is not one of ours
 */
export async function listInvoices(
  reader: Pick<Reader, 'query'>,
  input: ListInput,
  today: IsoDate,
  plan?: SearchPlan,
): Promise<ListOutput> {
  const chosen = plan ?? (await searchPlan(reader, input, today));
  if (chosen?.kind === 'hits' && chosen.ids === NO_HITS) return { rows: [], firstCursor: '', lastCursor: '' };
  const { sql, values, reversed } = listSql(input, today, chosen);
  const selected = await reader.query<SelectedRow[]>(sql, values);
  if (reversed) selected.reverse();
  const cursorOf = (row: SelectedRow | undefined): string => (row ? JSON.stringify([row.sortValue, row.id]) : '');
  return {
    rows: selected.map((row) => toRow(row, today)),
    firstCursor: cursorOf(selected[0]),
    lastCursor: cursorOf(selected.at(-1)),
  };
}

/** How this part of the list is searched best; null when it is not searched. */
async function searchPlan(reader: Pick<Reader, 'query'>, input: ListInput, today: IsoDate): Promise<SearchPlan | null> {
  const terms = termsOf(input.filter);
  if (terms === null) return null;
  const { order } = orderOf(input);
  return chooseSearchPlan(reader, {
    terms,
    filter: filterSql(input.filter, today),
    narrow: narrowSql(input.filter),
    order,
    wanted: offsetOf(input) + input.limit,
  });
}

function orderOf({ sort, descending, place }: ListInput) {
  const column = SORT_COLUMNS[sort];
  const reversed = place.kind === 'before' || place.kind === 'end';
  const direction = descending === reversed ? 'ASC' : 'DESC';
  return { column, direction, reversed, order: `ORDER BY ${column} ${direction}, id ${direction}` };
}

function offsetOf({ place, limit }: ListInput): number {
  return place.kind === 'page' ? (place.page - 1) * limit : 0;
}

/** The statement behind a part of the list. Only its own rows are read; a page far back steps over the index alone. */
export function listSql(input: ListInput, today: IsoDate, plan: SearchPlan | null): Where & { reversed: boolean } {
  const { filter, place, limit } = input;
  const { column, direction, reversed, order } = orderOf(input);
  const select = `SELECT ${COLUMNS}, ${column} AS sortValue FROM invoice`;
  const conditions = [filterSql(filter, today, plan?.kind === 'hits'), ...(plan === null ? [] : [planSql(plan)])];
  if (place.kind === 'after' || place.kind === 'before') {
    const [value, id] = parseCursor(place.cursor);
    const comparison = direction === 'ASC' ? '>' : '<';
    // The rows of equal value, then those beyond. As one condition, (column, id) > (?, ?), SQLite would walk over all rows
    // of equal value from their first: of one status that may be half of the list.
    const isEqual = { sql: `${column} = ? AND id ${comparison} ?`, values: [value, id] };
    const isBeyond = { sql: `${column} ${comparison} ?`, values: [value] };
    const [equal, beyond] = [whereClause(...conditions, isEqual), whereClause(...conditions, isBeyond)];
    return {
      sql: `SELECT * FROM (${select} ${equal.sql} ORDER BY id ${direction} LIMIT ?)
        UNION ALL SELECT * FROM (${select} ${beyond.sql} ${order} LIMIT ?)
        ORDER BY sortValue ${direction}, id ${direction} LIMIT ?`,
      values: [...equal.values, limit, ...beyond.values, limit, limit],
      reversed,
    };
  }
  const where = whereClause(...conditions);
  const offset = offsetOf(input);
  if (offset === 0)
    return { sql: `${select} ${where.sql} ${order} LIMIT ?`, values: [...where.values, limit], reversed };
  const ids = `SELECT id FROM invoice ${where.sql} ${order} LIMIT ? OFFSET ?`;
  return { sql: `${select} WHERE id IN (${ids}) ${order}`, values: [...where.values, limit, offset], reversed };
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
    reference: selected.reference,
    serviceStart: selected.serviceStart,
    serviceEnd: selected.serviceEnd,
    customerId: selected.customerId,
    customerName: selected.customerName,
    responsibleName: selected.responsibleName,
    currency: selected.currency,
    net: selected.net,
    gross: selected.gross,
    dueDate: selected.dueDate,
    overdue: isOverdue(selected, today),
    flagged: selected.flagged === 1,
  };
}

/** Issued, not paid, and past its due date (D16). */
function isOverdue({ status, dueDate }: Pick<InvoiceRow, 'status' | 'dueDate'>, today: IsoDate): boolean {
  return (status === 'final' || status === 'sent') && dueDate < today;
}
