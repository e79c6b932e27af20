/**
 * Requirements C1 and C2 as data (design section 5): which action is allowed in which status and where it leads. The
 * window enables from this table, the host refuses from it. Two invoices in one status are never told apart here; what
 * else an action asks for (a Vorlage to print, the conditions of finalising) is checked where it is done.
 */

/** The last two are the statuses of a Stornorechnung: "Nicht verrechnet" and "Verrechnet". */
export const INVOICE_STATUSES = ['draft', 'final', 'sent', 'paid', 'cancelled', 'not-settled', 'settled'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export interface InvoiceActionRule {
  allowed: readonly InvoiceStatus[];
  /** Status after the action; 'gone' when the invoice is removed, null when the status stays. */
  leadsTo: InvoiceStatus | 'gone' | null;
  /** Whether the user must confirm it in a dialog (C1). */
  confirm: boolean;
}

export const INVOICE_ACTIONS = {
  /** Master data, Anschrift, Verantwortlich, Vorlage. */
  edit: { allowed: ['draft'], leadsTo: null, confirm: false },
  /** Positions, texts, discounts. */
  'edit-lines': { allowed: ['draft'], leadsTo: null, confirm: false },
  delete: { allowed: ['draft'], leadsTo: 'gone', confirm: true },
  finalise: { allowed: ['draft'], leadsTo: 'final', confirm: true },
  'mark-sent': { allowed: ['final'], leadsTo: 'sent', confirm: true },
  /** From 'final' one dialog performs and logs both steps (D7). */
  'mark-paid': { allowed: ['final', 'sent'], leadsTo: 'paid', confirm: true },
  cancel: { allowed: ['final', 'sent', 'paid'], leadsTo: 'cancelled', confirm: true },
  /** "Verrechnet". */
  settle: { allowed: ['not-settled'], leadsTo: 'settled', confirm: false },
  /** "Änderungen anfragen" and "Anpassung erledigt" (B2.7). */
  'request-changes': { allowed: ['draft'], leadsTo: null, confirm: false },
  /** "Beanstandet", set and lifted (B2.11). */
  dispute: { allowed: ['final', 'sent'], leadsTo: null, confirm: false },
  print: { allowed: INVOICE_STATUSES, leadsTo: null, confirm: false },
  copy: { allowed: ['draft', 'final', 'sent', 'paid', 'cancelled'], leadsTo: null, confirm: false },
  /** A draft can be checked, but there is no file of it (D14). */
  'download-xrechnung': {
    allowed: ['final', 'sent', 'paid', 'cancelled', 'not-settled', 'settled'],
    leadsTo: null,
    confirm: false,
  },
} as const satisfies Record<string, InvoiceActionRule>;
export type InvoiceAction = keyof typeof INVOICE_ACTIONS;

/** Whether an action is allowed on an invoice in this status (C2). */
export function isAllowed(status: InvoiceStatus, action: InvoiceAction): boolean {
  return ruleOf(action).allowed.includes(status);
}

/** Status after an action (C1): the same for actions that change none, 'gone' after deleting, null when it is refused. */
export function nextStatus(status: InvoiceStatus, action: InvoiceAction): InvoiceStatus | 'gone' | null {
  return isAllowed(status, action) ? (ruleOf(action).leadsTo ?? status) : null;
}

/** First status of the Stornorechnung of an invoice; one that was paid, if only in part, has to be refunded (C1, D24). */
export function cancellationStatus(cancelled: 'final' | 'sent' | 'paid', partlyPaid: boolean): InvoiceStatus {
  return cancelled === 'paid' || partlyPaid ? 'not-settled' : 'settled';
}

function ruleOf(action: InvoiceAction): InvoiceActionRule {
  return INVOICE_ACTIONS[action];
}
