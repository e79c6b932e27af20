import type { useI18n } from 'vue-i18n';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';

/** What an invoice is called: its number, or that it is a draft, and its Bezeichnung. */
export function titleOf({ number, title, kind }: InvoiceDetail, t: ReturnType<typeof useI18n>['t']): string {
  const named = kind === 'cancellation' ? t('invoices.cancellationTitle', { number }) : number;
  const start = number === '' ? t('invoices.draft') : named;
  return title === '' ? start : `${start} · ${title}`;
}
