import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { Translate } from '../types.ts';

/** What an invoice is called: its number, or that it is a draft, and its Bezeichnung. */
export function titleOf({ number, title, kind }: InvoiceDetail, t: Translate): string {
  const named = kind === 'cancellation' ? t('invoices.cancellationTitle', { number }) : number;
  const start = number === '' ? t('invoices.draft') : named;
  return title === '' ? start : `${start} · ${title}`;
}
