import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import { differencesOf } from '../../../components/comparison.ts';
import { show } from '../formats.ts';
import { headerOf, headerViews } from '../header/headerForm.ts';
import type { Translate } from '../types.ts';

/** A field in which two invoices differ; '' where the one lacks it. */
export interface InvoiceDifference {
  label: string;
  before: string;
  after: string;
}

/** What a replacement has otherwise than the cancelled invoice, field by field: header, parties, content, sums (A20.4). */
export function invoiceDifferences(
  before: InvoiceDetail,
  after: InvoiceDetail,
  customer: Customer | null,
  t: Translate,
): InvoiceDifference[] {
  const names = new Map([before, after].map(({ customerId, customer }) => [customerId, customer.name]));
  const [base, mine] = [headerOf(before), headerOf(after)];
  const header = differencesOf(
    { base, mine, theirs: base },
    headerViews(t, (id) => names.get(id) ?? ''),
  ).map(({ label, theirs, mine: now }) => ({ label, before: theirs, after: now }));
  return [
    ...header,
    ...pair(t('customers.customer'), before.customer.name, after.customer.name),
    ...pair(t('invoices.address'), addressOf(before, customer), addressOf(after, customer)),
    ...pair(t('invoices.responsibleId'), before.responsibleName, after.responsibleName),
    ...pair(t('invoices.templateId'), before.templateName, after.templateName),
    ...rows('differenceLine', linesOf(before), linesOf(after), t),
    ...rows('differenceText', textsOf(before), textsOf(after), t),
    ...rows('differenceAllowance', allowancesOf(before), allowancesOf(after), t),
    ...sums(before, after, t),
  ];
}

function pair(label: string, before: string, after: string): InvoiceDifference[] {
  return before === after ? [] : [{ label, before, after }];
}

function rows(key: string, before: string[], after: string[], t: Translate): InvoiceDifference[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => {
    const label = t(`invoices.${key}`, { number: String(index + 1) });
    return pair(label, before[index] ?? '', after[index] ?? '');
  }).flat();
}

/** A draft without an address of its own shows the customer's. */
function addressOf({ buyerAddress }: InvoiceDetail, customer: Customer | null): string {
  const party = buyerAddress ?? customer;
  if (party === null) return '';
  const { name, address } = party;
  return [name, address.street, address.addition, `${address.postCode} ${address.city}`.trim(), address.country]
    .filter((part) => part !== '')
    .join(', ');
}

function linesOf({ entries, currency }: InvoiceDetail): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'line') return [];
    const { title, description, quantity, unit, unitPrice, discount, vat } = entry;
    return [
      [
        title,
        description === null ? '' : richTextToPlain(description),
        `${show.quantity(quantity, unit)} × ${show.price(unitPrice)}`,
        discountOf(discount, currency),
        vat === null ? '' : show.percent(vat.percent),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ];
  });
}

function textsOf({ entries }: InvoiceDetail): string[] {
  return entries.flatMap((entry) => (entry.kind === 'text' ? [richTextToPlain(entry.content)] : []));
}

function allowancesOf({ allowances, currency }: InvoiceDetail): string[] {
  return allowances.map(({ name, discount }) => `${name} · ${discountOf(discount, currency)}`);
}

type Discount = InvoiceDetail['allowances'][number]['discount'];

function discountOf(discount: Discount | null, currency: InvoiceDetail['currency']): string {
  if (discount === null) return '';
  return discount.kind === 'percent' ? `-${show.percent(discount.percent)}` : show.money(-discount.amount, currency);
}

function sums(before: InvoiceDetail, after: InvoiceDetail, t: Translate): InvoiceDifference[] {
  return (['net', 'vat', 'gross'] as const).flatMap((sum) =>
    pair(
      t(`invoices.figure-${sum}`),
      show.money(before.totals[sum], before.currency),
      show.money(after.totals[sum], after.currency),
    ),
  );
}
