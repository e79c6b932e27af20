import { CallError } from '#shared/contract/errors.ts';
import { isAmountOutOfRange } from '#shared/domain/totals.ts';
import { getCustomer } from '../customers/service.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { loadRates } from '../vat-rates/service.ts';
import { toHeader } from './convert.ts';
import { draftTotals, dueDateOf, sumColumns, type Rates } from './draft-totals.ts';
import { loadInvoice, updateInvoiceRow } from './repository.ts';

/** The columns of a draft that follow from other data: what list and filters read instead of computing. */
type Derived = Pick<InvoiceRow, 'dueDate' | 'buyerName' | 'lineNet' | 'net' | 'vat' | 'gross'>;

/**
 * Recomputes the derived columns of one draft.
 * @throws AmountOutOfRange
 */
export async function derivedColumns(reader: Reader, id: number, rates: Rates): Promise<Derived> {
  const rows = await loadInvoice(reader, id);
  const { invoice } = rows;
  const buyerName = toHeader(invoice).buyerAddress?.name ?? (await getCustomer(reader, invoice.customerId)).name;
  return { dueDate: dueDateOf(invoice), buyerName, ...sumColumns(draftTotals(rows, rates)) };
}

/** Brings the drafts up to date that show a customer or use a VAT rate which changed. Final invoices never follow. */
export async function refreshDrafts(
  writer: Writer,
  changed: { customerId: number } | { vatRateId: number },
): Promise<void> {
  const [condition, value] =
    'customerId' in changed
      ? ['customer_id = ?', changed.customerId]
      : ['id IN (SELECT invoice_id FROM invoice_entry WHERE vat_rate_id = ?)', changed.vatRateId];
  const drafts = await writer.query<{ id: number }[]>(
    `SELECT id FROM invoice WHERE status = 'draft' AND ${condition}`,
    [value],
  );
  const rates = await loadRates(writer);
  for (const { id } of drafts) {
    try {
      await updateInvoiceRow(writer, id, await derivedColumns(writer, id, rates));
    } catch (error) {
      if (!isAmountOutOfRange(error)) throw error;
      const details = { figure: error.figure, record: 'invoice', id };
      throw new CallError('amount-out-of-range', `invoice ${id}: ${error.message}`, details, { cause: error });
    }
  }
}
