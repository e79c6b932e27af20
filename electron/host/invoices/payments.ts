import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { nextStatus, type InvoiceAction, type InvoiceStatus } from '#shared/domain/invoice-status.ts';
import { openAmount, settlementOf, type Account, type Payment } from '#shared/domain/settlement.ts';
import { crashPoint } from '../store/crash-point.ts';
import type { Change } from '../records/change.ts';
import { refused } from '../records/refused.ts';
import { PaymentEntity, type InvoiceRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { DraftTarget } from './entries-service.ts';
import { loadFrozenDocument } from './repository.ts';
import { loadForAction, recordStep } from './service.ts';

/** The account of a final invoice for the detail view. */
export async function accountOf(
  reader: Reader,
  invoice: InvoiceRow,
  document: InvoiceDocument,
): Promise<NonNullable<InvoiceDetail['account']>> {
  const rows = await reader.find(PaymentEntity, { where: { invoiceId: invoice.id }, order: { id: 'ASC' } });
  const account = accountFrom(invoice, document);
  const isOpen = invoice.status === 'final' || invoice.status === 'sent';
  return {
    paid: account.paid,
    open: isOpen ? openAmount(account) : 0,
    skonto: account.skonto,
    payments: rows.map(({ id, date, amount, recordedBy }) => ({ id, date, amount, recordedBy })),
  };
}

/**
 * "Rechnung versendet" (A18): the invoice went to the customer on this day.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function markSent(
  writer: Writer,
  change: Change,
  { id, expectedRevision }: DraftTarget,
  today: IsoDate,
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, 'mark-sent');
  await step(writer, change, invoice, 'mark-sent', { sentOn: today });
}

/**
 * "Rechnung bezahlt" (A19): records what came in. What settles the invoice in full makes it "Bezahlt", a part does not
 * (B2.14); from "Final" both steps are made and recorded (D7). Returns the invoice's id.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input` (a day to come, nothing, more than is open)
 */
export async function recordPayment(
  writer: Writer,
  change: Change,
  { id, expectedRevision, date, amount }: DraftTarget & Payment,
  today: IsoDate,
): Promise<number> {
  const payment: Payment = { date, amount };
  let { invoice } = await loadForAction(writer, id, expectedRevision, 'mark-paid');
  const account = accountFrom(invoice, await loadFrozenDocument(writer, id));
  const settlement = settlementOf(account, payment);
  if (date > today) throw refused('date', 'date-to-come');
  if (settlement === null && amount === 0) throw refused('amount', 'payment-of-nothing');
  if (settlement === null) throw refused('amount', 'payment-exceeds-open');

  if (amount !== 0) {
    const recorded = { recordedAt: change.at, recordedBy: change.who };
    await writer.insert(PaymentEntity, { invoiceId: id, ...payment, ...recorded });
    crashPoint('pay:payment');
  }
  const paid = account.paid + amount;
  if (settlement === 'part') {
    await step(writer, change, invoice, null, { paid }, { payment });
    return id;
  }
  if (invoice.status === 'final') {
    await step(writer, change, invoice, 'mark-sent', { sentOn: today });
    crashPoint('pay:sent');
    invoice = { ...invoice, status: 'sent', sentOn: today, revision: invoice.revision + 1 };
  }
  await step(writer, change, invoice, 'mark-paid', { paid }, { payment, settlement });
  return id;
}

function accountFrom({ gross, paid }: InvoiceRow, { totals, terms }: InvoiceDocument): Account {
  const { skonto } = terms;
  return {
    gross,
    paid,
    skonto: skonto && totals.skonto !== null ? { amount: totals.skonto, lastDay: skonto.lastDay } : null,
  };
}

const FACTS = { 'mark-sent': 'invoice.sent', 'mark-paid': 'invoice.paid' } as const satisfies Partial<
  Record<InvoiceAction, string>
>;

/** One step in the life of a final invoice, with its entry in the journal; without an action the status stays. */
async function step(
  writer: Writer,
  change: Change,
  invoice: InvoiceRow,
  action: keyof typeof FACTS | null,
  columns: Partial<Pick<InvoiceRow, 'sentOn' | 'paid'>>,
  more: object = {},
): Promise<void> {
  const status = action === null ? invoice.status : nextStatus(invoice.status as InvoiceStatus, action);
  if (status === null) throw new Error(`${action} is not allowed on invoice ${invoice.id}`);
  // What is paid is not objected to any more.
  const changed = { ...columns, status, ...(status === 'paid' && { dispute: null }) };
  const fact = action === null ? 'invoice.paymentRecorded' : FACTS[action];
  await recordStep(writer, change, invoice, fact, changed, more);
}
