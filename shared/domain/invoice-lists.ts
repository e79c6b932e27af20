import type { InvoiceStatus } from './invoice-status.ts';

/** Which invoices stand in a list; null where it does not matter. */
interface ListRule {
  statuses: readonly InvoiceStatus[] | null;
  /** "Anpassung angefragt" on a draft, "Beanstandet" on what went out. */
  flagged: boolean | null;
}

/** The lists of the overview "Rechnungen" in their order (B2.3, C4), as data. */
export const INVOICE_LISTS = {
  all: { statuses: null, flagged: null },
  invoiced: { statuses: ['final', 'sent'], flagged: false },
  draft: { statuses: ['draft'], flagged: false },
  'change-requested': { statuses: ['draft'], flagged: true },
  disputed: { statuses: ['final', 'sent'], flagged: true },
  cancelled: { statuses: ['cancelled', 'not-settled', 'settled'], flagged: null },
  paid: { statuses: ['paid'], flagged: null },
} as const satisfies Record<string, ListRule>;
export type InvoiceList = keyof typeof INVOICE_LISTS;

export const INVOICE_LIST_NAMES = Object.keys(INVOICE_LISTS) as InvoiceList[];

/** Whether an invoice of this status, flagged or not, stands in the list. */
export function isInList(list: InvoiceList, status: InvoiceStatus, isFlagged: boolean): boolean {
  const { statuses, flagged }: ListRule = INVOICE_LISTS[list];
  return (statuses === null || statuses.includes(status)) && (flagged === null || flagged === isFlagged);
}

/** What the list of invoices can be sorted by. */
export const LIST_SORTS = ['number', 'issueDate', 'title', 'customer', 'net', 'gross', 'dueDate', 'status'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** What can wait to be done with an invoice: a refund (D24), a late payment, an objection, a change, a document nobody sent. */
export const TASK_KINDS = ['refund', 'overdue', 'disputed', 'change-requested', 'not-sent'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
