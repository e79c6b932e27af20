import { EntitySchema } from 'typeorm';
import { recordColumns, type RecordColumns } from './record-columns.ts';

/** Invoices with their entries and overall discounts. Rows as SQLite stores them; repositories convert. */

export interface InvoiceRow extends RecordColumns {
  createdAt: string;
  kind: string;
  status: string;
  number: string;
  numberRangeId: number | null;
  numberPeriod: string | null;
  numberCounter: number | null;
  issueDate: string;
  customerId: number;
  reference: string;
  title: string;
  serviceStart: string | null;
  serviceEnd: string | null;
  currency: string;
  exchangeRate: string | null;
  language: string;
  buyerAddress: string | null;
  contact: string | null;
  responsibleId: number;
  templateId: number | null;
  precedingInvoiceId: number | null;
  eInvoice: string | null;
  finalisedAt: string | null;
  journalHash: string | null;
  dueDate: string;
  buyerName: string;
  lineNet: number;
  net: number;
  vat: number;
  gross: number;
  dueDays: number;
  skontoDays: number | null;
  skontoPercent: number | null;
  sentOn: string | null;
  paid: number;
  /** JSON: "Anpassung angefragt". */
  changeRequest: string | null;
  /** JSON: "Beanstandet". */
  dispute: string | null;
}

export interface InvoiceEntryRow {
  id: number;
  invoiceId: number;
  sort: number;
  kind: string;
  area: string;
  title: string;
  content: string | null;
  quantity: number | null;
  unit: string | null;
  unitPrice: number | null;
  vatRateId: number | null;
  discountPercent: number | null;
  discountAmount: number | null;
  ruleAbove: number;
  ruleBelow: number;
}

export interface InvoiceAllowanceRow {
  id: number;
  invoiceId: number;
  sort: number;
  name: string;
  discountPercent: number | null;
  discountAmount: number | null;
}

export const InvoiceEntity = new EntitySchema<InvoiceRow>({
  name: 'Invoice',
  tableName: 'invoice',
  columns: {
    ...recordColumns,
    createdAt: { type: 'text', name: 'created_at' },
    kind: { type: 'text' },
    status: { type: 'text' },
    number: { type: 'text' },
    numberRangeId: { type: 'integer', name: 'number_range_id', nullable: true },
    numberPeriod: { type: 'text', name: 'number_period', nullable: true },
    numberCounter: { type: 'integer', name: 'number_counter', nullable: true },
    issueDate: { type: 'text', name: 'issue_date' },
    customerId: { type: 'integer', name: 'customer_id' },
    reference: { type: 'text' },
    title: { type: 'text' },
    serviceStart: { type: 'text', name: 'service_start', nullable: true },
    serviceEnd: { type: 'text', name: 'service_end', nullable: true },
    currency: { type: 'text' },
    exchangeRate: { type: 'text', name: 'exchange_rate', nullable: true },
    language: { type: 'text' },
    buyerAddress: { type: 'text', name: 'buyer_address', nullable: true },
    contact: { type: 'text', nullable: true },
    responsibleId: { type: 'integer', name: 'responsible_id' },
    templateId: { type: 'integer', name: 'template_id', nullable: true },
    precedingInvoiceId: { type: 'integer', name: 'preceding_invoice_id', nullable: true },
    eInvoice: { type: 'text', name: 'e_invoice', nullable: true },
    finalisedAt: { type: 'text', name: 'finalised_at', nullable: true },
    journalHash: { type: 'text', name: 'journal_hash', nullable: true },
    dueDate: { type: 'text', name: 'due_date' },
    buyerName: { type: 'text', name: 'buyer_name' },
    lineNet: { type: 'integer', name: 'line_net' },
    net: { type: 'integer' },
    vat: { type: 'integer' },
    gross: { type: 'integer' },
    dueDays: { type: 'integer', name: 'due_days' },
    skontoDays: { type: 'integer', name: 'skonto_days', nullable: true },
    skontoPercent: { type: 'integer', name: 'skonto_percent', nullable: true },
    sentOn: { type: 'text', name: 'sent_on', nullable: true },
    paid: { type: 'integer' },
    changeRequest: { type: 'text', name: 'change_request', nullable: true },
    dispute: { type: 'text', nullable: true },
  },
});

export interface PaymentRow {
  id: number;
  invoiceId: number;
  date: string;
  amount: number;
  recordedAt: string;
  recordedBy: string;
}

export const PaymentEntity = new EntitySchema<PaymentRow>({
  name: 'Payment',
  tableName: 'payment',
  columns: {
    id: { type: 'integer', primary: true, generated: true },
    invoiceId: { type: 'integer', name: 'invoice_id' },
    date: { type: 'text' },
    amount: { type: 'integer' },
    recordedAt: { type: 'text', name: 'recorded_at' },
    recordedBy: { type: 'text', name: 'recorded_by' },
  },
});

export const InvoiceEntryEntity = new EntitySchema<InvoiceEntryRow>({
  name: 'InvoiceEntry',
  tableName: 'invoice_entry',
  columns: {
    id: { type: 'integer', primary: true, generated: true },
    invoiceId: { type: 'integer', name: 'invoice_id' },
    sort: { type: 'integer' },
    kind: { type: 'text' },
    area: { type: 'text' },
    title: { type: 'text' },
    content: { type: 'text', nullable: true },
    quantity: { type: 'integer', nullable: true },
    unit: { type: 'text', nullable: true },
    unitPrice: { type: 'integer', name: 'unit_price', nullable: true },
    vatRateId: { type: 'integer', name: 'vat_rate_id', nullable: true },
    discountPercent: { type: 'integer', name: 'discount_percent', nullable: true },
    discountAmount: { type: 'integer', name: 'discount_amount', nullable: true },
    ruleAbove: { type: 'integer', name: 'rule_above' },
    ruleBelow: { type: 'integer', name: 'rule_below' },
  },
});

export const InvoiceAllowanceEntity = new EntitySchema<InvoiceAllowanceRow>({
  name: 'InvoiceAllowance',
  tableName: 'invoice_allowance',
  columns: {
    id: { type: 'integer', primary: true, generated: true },
    invoiceId: { type: 'integer', name: 'invoice_id' },
    sort: { type: 'integer' },
    name: { type: 'text' },
    discountPercent: { type: 'integer', name: 'discount_percent', nullable: true },
    discountAmount: { type: 'integer', name: 'discount_amount', nullable: true },
  },
});
