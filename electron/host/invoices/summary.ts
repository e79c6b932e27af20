import type { InvoiceFilter, InvoiceSummary } from '#shared/contract/invoice-list.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import type { Currency } from '#shared/domain/currencies.ts';
import { INVOICE_LIST_NAMES, isInList, type InvoiceList } from '#shared/domain/invoice-lists.ts';
import type { InvoiceStatus } from '#shared/domain/invoice-status.ts';
import type { Reader } from '../store/open.ts';
import { filterSql, whereClause } from './filter-sql.ts';
import { searchForSums, termsOf } from './search-sql.ts';

interface Group {
  status: InvoiceStatus;
  flagged: number;
  currency: Currency;
  count: number;
  net: number;
  gross: number;
}

/**
 * Count and sums per currency, and how many invoices each list by status would show; a call of its own, because it must look
 * at every filtered row. `today` decides which days a period means.
 */
export async function summariseInvoices(
  reader: Pick<Reader, 'query'>,
  filter: InvoiceFilter,
  today: IsoDate,
): Promise<InvoiceSummary> {
  // One look for all lists: what they share is asked for, and each takes its own statuses from the result.
  const groups = await groupsOf(reader, { ...filter, list: 'all' }, today);
  const shown = groups.filter((group) => isIn(filter.list, group));
  const sums = new Map<Currency, InvoiceSummary['sums'][number]>();
  for (const { currency, count, net, gross } of shown) {
    const sum = sums.get(currency) ?? { currency, count: 0, net: 0, gross: 0 };
    sums.set(currency, { currency, count: sum.count + count, net: sum.net + net, gross: sum.gross + gross });
  }
  const lists = INVOICE_LIST_NAMES.map((list) => [list, total(groups.filter((group) => isIn(list, group)))]);
  return {
    count: total(shown),
    sums: [...sums.values()].sort((one, other) => other.count - one.count || (one.currency < other.currency ? -1 : 1)),
    lists: Object.fromEntries(lists) as InvoiceSummary['lists'],
  };
}

async function groupsOf(reader: Pick<Reader, 'query'>, filter: InvoiceFilter, today: IsoDate): Promise<Group[]> {
  const terms = termsOf(filter);
  const search = terms === null ? null : await searchForSums(reader, terms);
  const where = whereClause(filterSql(filter, today, search !== null), ...(search ? [search.condition] : []));
  return reader.query<Group[]>(
    `SELECT status, flagged, currency, count(*) AS count, sum(net) AS net, sum(gross) AS gross
      FROM invoice ${search?.index ?? ''} ${where.sql} GROUP BY status, flagged, currency`,
    where.values,
  );
}

function isIn(list: InvoiceList, { status, flagged }: Group): boolean {
  return isInList(list, status, flagged === 1);
}

function total(groups: Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
