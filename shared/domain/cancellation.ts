import type { Instant, IsoDate } from './amounts.ts';
import { computeTotals } from './compute-totals.ts';
import type { Discount } from './discounts.ts';
import type { DocumentEntry, InvoiceDocument } from './invoice-document.ts';
import type { RichText } from './rich-text.ts';

/** What a Stornorechnung has of its own. */
export interface CancellationOwn {
  number: string;
  issueDate: IsoDate;
  madeAt: Instant;
  /** Printed above the positions; null: nothing is said. */
  reason: RichText | null;
}

/**
 * The Stornorechnung of a final invoice (A20.3, A20.11, A20.12, F2.4): the same parties, positions and discounts with the
 * signs turned, its own number and date, and a reference to what it cancels. Texts before and after the positions thank for
 * the order and ask for payment: they stay away, those between the positions are part of them.
 * @throws Error when the document has no number, is itself a Stornorechnung, or the sums are not its counterpart
 */
export function cancellationOf(cancelled: InvoiceDocument, own: CancellationOwn): InvoiceDocument {
  const { number: cancelledNumber, issueDate: cancelledOn } = cancelled;
  if (cancelledNumber === null || cancelled.kind !== 'invoice')
    throw new Error('only a final invoice can be cancelled');
  const { number, issueDate, madeAt, reason } = own;
  const entries = [
    ...(reason === null ? [] : [reasonText(reason)]),
    ...cancelled.entries.filter(isCancelledWith).map(counterEntry),
  ];
  const allowances = cancelled.allowances.map(({ name, discount }) => ({ name, discount: counterDiscount(discount) }));
  const totals = computeTotals({
    lines: entries.filter((entry) => entry.kind === 'line'),
    allowances,
    skontoPercent: null,
    exchangeRate: cancelled.totals.vatInEuro === null ? null : (cancelled.exchangeRate?.rate ?? null),
  });
  for (const sum of ['lineNet', 'net', 'vat', 'gross'] as const) {
    if (totals[sum] !== negative(cancelled.totals[sum]))
      throw new Error(`${sum} of the Stornorechnung is no counterpart`);
  }
  return {
    ...cancelled,
    kind: 'cancellation',
    ...{ number, issueDate, madeAt, entries, allowances, totals },
    // Nothing is to be paid by a day, so nothing can be kept back for paying early.
    terms: { dueDays: 0, dueDate: issueDate, skonto: null },
    precedingInvoice: { number: cancelledNumber, issueDate: cancelledOn },
  };
}

/** Whether an entry of the cancelled invoice stands on its Stornorechnung too. */
export function isCancelledWith(entry: { kind: 'line' } | { kind: 'text'; area: string }): boolean {
  return entry.kind === 'line' || entry.area === 'body';
}

function reasonText(content: RichText): DocumentEntry {
  return { kind: 'text', area: 'intro', content, ruleAbove: false, ruleBelow: false };
}

function counterEntry(entry: DocumentEntry): DocumentEntry {
  if (entry.kind === 'text') return entry;
  const { quantity, discount } = entry;
  return { ...entry, quantity: negative(quantity), discount: discount && counterDiscount(discount) };
}

/** A percentage follows the sign of what it is taken from. */
function counterDiscount(discount: Discount): Discount {
  return discount.kind === 'amount' ? { ...discount, amount: negative(discount.amount) } : discount;
}

/** Without a negative zero, which JSON would write as 0. */
function negative(value: number): number {
  return value === 0 ? 0 : -value;
}
