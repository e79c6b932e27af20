import type { InvoiceDetail } from '#shared/contract/invoices.ts';

/**
 * The field of an entry by what the user sees: `entries.3.title` is a field of the second position, `entries.0.content` the
 * introduction. Other fields stay as they are.
 */
export function entryField(field: string, { entries }: Pick<InvoiceDetail, 'entries'>): string {
  const [owner, index, ...rest] = field.split('.');
  const entry = owner === 'entries' ? entries[Number(index)] : undefined;
  if (entry === undefined) return field;
  if (entry.kind === 'text') return [`${entry.area}Text`, ...rest].join('.');
  const before = entries.slice(0, Number(index)).filter(({ kind }) => kind === 'line').length;
  return ['positions', before, ...rest].join('.');
}
