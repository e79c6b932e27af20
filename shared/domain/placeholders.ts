/** Data of invoice and customer that a text may ask for in braces, as in "Rechnung {invoiceNumber}" (A6.7). */
export const PLACEHOLDER_NAMES = [
  'invoiceNumber',
  'invoiceDate',
  'invoiceTitle',
  'reference',
  'servicePeriod',
  'dueDate',
  'skontoDate',
  'skontoPercent',
  'netAmount',
  'grossAmount',
  'customerName',
  'customerNumber',
  'contactName',
  'companyName',
  'responsibleName',
] as const;
export type PlaceholderName = (typeof PLACEHOLDER_NAMES)[number];

const NAMES: ReadonlySet<string> = new Set(PLACEHOLDER_NAMES);

export function isPlaceholderName(text: string): text is PlaceholderName {
  return NAMES.has(text);
}
