import type { InvoiceStatus } from './invoice-status.ts';

/**
 * The lists of the overview "Rechnungen" (B2.3, C4), as data: which statuses stand in each; null is every one. Those that
 * look at a flag of an invoice come with the flag.
 */
export const INVOICE_LISTS = {
  all: null,
  invoiced: ['final', 'sent'],
  draft: ['draft'],
  cancelled: ['cancelled', 'not-settled', 'settled'],
  paid: ['paid'],
} as const satisfies Record<string, readonly InvoiceStatus[] | null>;
export type InvoiceList = keyof typeof INVOICE_LISTS;

export const INVOICE_LIST_NAMES = Object.keys(INVOICE_LISTS) as InvoiceList[];

/** Whether invoices of this status stand in the list. */
export function isInList(list: InvoiceList, status: InvoiceStatus): boolean {
  const statuses: readonly InvoiceStatus[] | null = INVOICE_LISTS[list];
  return statuses === null || statuses.includes(status);
}

/** What the list of invoices can be sorted by. */
export const LIST_SORTS = ['number', 'issueDate', 'title', 'customer', 'net', 'gross', 'dueDate', 'status'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** What can wait to be done with an invoice: a refund (D24), a payment that is late, a document that nobody sent. */
export const TASK_KINDS = ['refund', 'overdue', 'not-sent'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
