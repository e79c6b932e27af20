import type { InvoiceRow } from '#shared/contract/invoice-list.ts';
import type { Currency } from '#shared/domain/currencies.ts';
import { show } from '../formats.ts';
import type { Column } from './columns.ts';

/** What stands in a cell. `currency` is the one that the head of the column names: the amount need not. */
export function cellText(row: InvoiceRow, column: Exclude<Column, 'number' | 'status'>, currency?: Currency): string {
  switch (column) {
    case 'issueDate':
    case 'dueDate':
      return show.date(row[column]);
    case 'title':
    case 'reference':
      return row[column];
    case 'customer':
      return row.customerName;
    case 'responsible':
      return row.responsibleName;
    case 'servicePeriod':
      return row.serviceStart === null || row.serviceEnd === null
        ? ''
        : `${show.date(row.serviceStart)} – ${show.date(row.serviceEnd)}`;
    case 'net':
    case 'gross':
      return row.currency === currency ? show.amount(row[column]) : show.money(row[column], row.currency);
  }
}
