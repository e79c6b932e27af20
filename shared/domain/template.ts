import type { IsoDate } from './amounts.ts';

/** Languages a document can be written in. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Columns of the line table, in the order in which they are printed. */
export const TEMPLATE_COLUMNS = [
  'position',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'vatRate',
  'lineNet',
] as const;
export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number];

/** Words of the document that a template may change, per language. */
export const TEMPLATE_LABELS = [
  'invoiceTitle',
  'cancellationTitle',
  'draftTitle',
  'draftMark',
  'invoiceNumber',
  'issueDate',
  'customerNumber',
  'reference',
  'servicePeriod',
  'serviceDate',
  'dueDate',
  'responsible',
  'phone',
  'email',
  'buyerVatId',
  'position',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'vatRate',
  'lineNet',
  'lineDiscount',
  'carryForward',
  'carriedForward',
  'netSum',
  'netSumAfterAllowances',
  'vat',
  'gross',
  'vatInAccountingCurrency',
  'paymentTerms',
  'skonto',
  'refund',
  'page',
] as const;
export type TemplateLabel = (typeof TEMPLATE_LABELS)[number];

/** Colour as `#rrggbb`. */
export type Colour = string;

/**
 * "Vorlage" of an invoice: validated data, never code (E4, design section 8).
 * Texts in `labels` may hold the placeholders that their default text shows, in braces.
 */
export interface InvoiceTemplate {
  version: 1;
  kind: 'invoice';
  font: 'source-sans-3';
  /** Text size of the body in points, 8 to 12. */
  fontSize: number;
  colours: { ink: Colour; quiet: Colour; accent: Colour; line: Colour };
  columns: TemplateColumn[];
  foldMarks: boolean;
  /** Carry-forward of the running sum on invoices of several pages. */
  carryForward: boolean;
  labels: Record<Language, Record<TemplateLabel, string>>;
}

/** Which state of the templates a document was made from. */
export interface TemplateReference {
  id: number;
  revision: number;
  name: string;
  changedAt: IsoDate;
}
