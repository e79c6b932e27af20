import type { InvoiceFilter } from '#shared/contract/invoice-list.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import { INVOICE_LISTS } from '#shared/domain/invoice-lists.ts';
import type { InvoiceStatus } from '#shared/domain/invoice-status.ts';
import { periodRange } from '#shared/domain/periods.ts';

/** A WHERE clause ('' without a condition) with its values. */
export interface Where {
  sql: string;
  values: (string | number)[];
}

/** Where nearly all invoices of an office end up. */
const COMMON_STATUS: InvoiceStatus = 'paid';

/**
 * The conditions of a filter but its search; every one must hold (A2.9). Bounds are inclusive, also alone (D9). `today` decides what
 * its period is.
 * @param unindexed keeps SQLite off the indexes of the filter: something else leads to the rows
 */
export function filterSql(filter: InvoiceFilter, today: IsoDate, unindexed = false): Where {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const plus = unindexed ? '+' : '';
  const add = (condition: string, ...given: (string | number)[]): void => {
    conditions.push(`${plus}${condition}`);
    values.push(...given);
  };
  const addChoice = (column: string, choices: readonly (string | number)[]): void => {
    const { sql, values: chosen } = choiceSql(column, choices);
    add(sql, ...chosen);
  };
  const statuses = statusesOf(filter);
  // With the common one most rows match. The plus keeps SQLite off the index by status then: it would sort all of them for
  // one page (100 ms in 100,000), where a walk along the sort column meets a page of them at once (0.1 ms).
  if (statuses !== null) addChoice(statuses.includes(COMMON_STATUS) && !unindexed ? '+status' : 'status', statuses);
  const { flagged } = INVOICE_LISTS[filter.list];
  if (flagged !== null) add('flagged = ?', flagged ? 1 : 0);
  if (filter.customerIds.length > 0) addChoice('customer_id', filter.customerIds);
  if (filter.responsibleIds.length > 0) addChoice('responsible_id', filter.responsibleIds);
  const ranges = [{ from: filter.issuedFrom, to: filter.issuedTo }];
  if (filter.period !== null) ranges.push(periodRange(filter.period, today));
  for (const { from, to } of ranges) {
    if (from !== null) add('issue_date >= ?', from);
    if (to !== null) add('issue_date <= ?', to);
  }
  if (filter.netFrom !== null) add('net >= ?', filter.netFrom);
  if (filter.netTo !== null) add('net <= ?', filter.netTo);
  return { sql: conditions.join(' AND '), values };
}

/** The choice in a filter that an index answers, whatever the list is sorted by; null when there is none. */
export function narrowSql(filter: InvoiceFilter): Where | null {
  const { customerIds } = filter;
  if (customerIds.length > 0) return choiceSql('customer_id', customerIds);
  const statuses = statusesOf(filter);
  return statuses === null || statuses.includes(COMMON_STATUS) ? null : choiceSql('status', statuses);
}

function choiceSql(column: string, choices: readonly (string | number)[]): Where {
  return { sql: `${column} IN (${choices.map(() => '?').join(', ')})`, values: [...choices] };
}

/** What list and status filter have in common: null is every status, an empty one none. */
function statusesOf({ list, statuses }: InvoiceFilter): readonly InvoiceStatus[] | null {
  const chosen = [...new Set(statuses)];
  const { statuses: listed }: { statuses: readonly InvoiceStatus[] | null } = INVOICE_LISTS[list];
  if (chosen.length === 0 || listed === null) return chosen.length === 0 ? listed : chosen;
  return chosen.filter((status) => listed.includes(status));
}

/** Joins conditions, each with its values, to a WHERE clause; '' when there is none. */
export function whereClause(...conditions: Where[]): Where {
  const given = conditions.filter(({ sql }) => sql !== '');
  return {
    sql: given.length === 0 ? '' : `WHERE ${given.map(({ sql }) => sql).join(' AND ')}`,
    values: given.flatMap(({ values }) => values),
  };
}
