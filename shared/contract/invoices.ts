import * as z from 'zod';
import { INVOICE_STATUSES } from '#shared/domain/invoice-status.ts';
import { PLACEHOLDER_NAMES } from '#shared/domain/placeholders.ts';
import { bytes } from './bytes.ts';
import { ContactPerson, E_INVOICE_FORMATS, Terms } from './customers.ts';
import { AllowanceInput, AllowanceRecord, EntryInput, EntryRecord } from './entries.ts';
import {
  cents,
  computedDate,
  currency,
  date,
  exchangeRateText,
  id,
  instant,
  language,
  line,
  postalAddress,
  requestId,
  revision,
  rule,
} from './fields.ts';
import { call } from './rpc.ts';
import { FigurePath, Totals } from './totals.ts';

export const ServicePeriod = z
  .strictObject({ start: date, end: date })
  .refine(({ start, end }) => start <= end, { path: ['end'], ...rule('end-before-start') });

export const ExchangeRate = z.strictObject({
  /** Foreign units for one euro. */
  rate: exchangeRateText,
  date,
  source: line(60, { required: true }),
});

/** "Anschrift" of one invoice, when it differs from the customer's. */
export const BuyerAddress = z.strictObject({ name: line(200, { required: true }), address: postalAddress });

/** What the dialog "Rechnung aktualisieren" and the pencils of the detail view edit (A3, A4). */
export const InvoiceHeader = z.strictObject({
  issueDate: date,
  customerId: id,
  reference: line(100),
  title: line(200),
  servicePeriod: ServicePeriod.nullable(),
  currency,
  /** Needed to finalise when the currency is not EUR. */
  exchangeRate: ExchangeRate.nullable(),
  terms: Terms,
  language,
  /** Null: as in the customer's master data. */
  buyerAddress: BuyerAddress.nullable(),
  /** "Ansprechpartner"; null: as in the customer's master data. */
  contact: ContactPerson.nullable(),
  /** "Verantwortlich" (D20). */
  responsibleId: id,
  templateId: id.nullable(),
});
export type InvoiceHeader = z.infer<typeof InvoiceHeader>;

/** Left out: currency, language and terms of the customer, the active profile, the default template. */
export const InvoiceInput = InvoiceHeader.partial().extend({
  requestId,
  issueDate: date,
  customerId: id,
  entries: z.array(EntryInput).max(1000).default([]),
  allowances: z.array(AllowanceInput).max(50).default([]),
});
export type InvoiceInput = z.infer<typeof InvoiceInput>;

/** What the dialog "Rechnung kopieren" asks for (A9). */
export const InvoiceCopyInput = z.strictObject({
  /** The source: any invoice that is no Stornorechnung (D6). */
  id,
  requestId,
  issueDate: date,
  reference: line(100),
  title: line(200),
  /** "Kundendaten übernehmen?": address, contact and terms as the source has them, else those of the master data (D10). */
  takeCustomerData: z.boolean(),
  /** "Rabatte übernehmen?": those of positions and the overall ones (A9.6). */
  takeDiscounts: z.boolean(),
});
export type InvoiceCopyInput = z.infer<typeof InvoiceCopyInput>;

export const INVOICE_FILE_KINDS = ['pdf', 'xrechnung'] as const;

/** What became of the money: amounts in cents of the invoice's currency, negative for an invoice that pays back. */
export const InvoiceAccount = z.strictObject({
  paid: cents,
  /** Nothing once it is paid or cancelled, also where Skonto was kept back. */
  open: cents,
  /** What may be kept back when all else is paid by the last day (F6.2). */
  skonto: z.strictObject({ amount: cents, lastDay: computedDate }).nullable(),
  payments: z.array(z.strictObject({ id, date, amount: cents, recordedBy: z.string() })),
});

/** Seen from an invoice: what it cancels, its Stornorechnung, what replaces it, what it replaces. */
export const RelatedInvoice = z.strictObject({
  /** `sibling`: the Stornorechnung of what this one replaces. */
  role: z.enum(['cancelled', 'cancellation', 'replacement', 'replaced', 'sibling']),
  id,
  /** '' as long as it is a draft. */
  number: z.string(),
  issueDate: date,
  status: z.enum(INVOICE_STATUSES),
});

/** What somebody says of an invoice that is under discussion (C4). */
const InvoiceFlag = z.strictObject({ text: z.string(), at: instant, who: z.string() });

export const InvoiceDetail = InvoiceHeader.extend({
  id,
  revision,
  status: z.enum(INVOICE_STATUSES),
  /** '' as long as it is a draft. */
  number: z.string(),
  dueDate: computedDate,
  customer: z.strictObject({ number: z.string(), name: z.string(), archived: z.boolean() }),
  responsibleName: z.string(),
  templateName: z.string(),
  entries: z.array(EntryRecord),
  allowances: z.array(AllowanceRecord),
  totals: Totals,
  /** What the invoice was finalised with; null for a draft. */
  eInvoice: z.enum(E_INVOICE_FORMATS).nullable(),
  files: z.array(
    z.strictObject({
      kind: z.enum(INVOICE_FILE_KINDS),
      fileName: z.string(),
      size: z.int(),
      /** SHA-256 of the stored bytes, hexadecimal. */
      hash: z.string(),
    }),
  ),
  createdAt: instant,
  changedAt: instant,
  changedBy: z.string(),
  finalisedAt: instant.nullable(),
  /** The day of "Auf 'Versendet' setzen" (A18). */
  sentOn: date.nullable(),
  /** Null for a draft. */
  account: InvoiceAccount.nullable(),
  kind: z.enum(['invoice', 'cancellation']),
  /** "Anpassung angefragt" on a draft (B2.7). */
  changeRequest: InvoiceFlag.nullable(),
  /** "Beanstandet" on what went out (B2.11). */
  dispute: InvoiceFlag.nullable(),
  /** What a Stornorechnung "Nicht verrechnet" makes due to the customer, in cents; else null (D24). */
  refund: cents.nullable(),
  /** The invoices that belong to this one by a cancellation (A20.8). */
  related: z.array(RelatedInvoice),
});
export type InvoiceDetail = z.infer<typeof InvoiceDetail>;

const file = z.strictObject({ fileName: z.string(), content: bytes });
/** What the document is wanted for; printing and downloading are journaled (F2.2), looking at it is not. */
const purpose = z.enum(['view', 'print', 'download']).default('view');
export type DocumentPurpose = z.infer<typeof purpose>;
const changing = { id, expectedRevision: revision };

export const invoiceCalls = {
  'invoices.create': call('Creates a draft, with or without positions and texts.', InvoiceInput, InvoiceDetail),
  'invoices.copy': call(
    'Makes a new draft from an invoice of any status; the Leistungszeitraum is left open.',
    InvoiceCopyInput,
    InvoiceDetail,
  ),
  'invoices.get': call('One invoice with everything on it.', z.strictObject({ id }), InvoiceDetail),
  'invoices.update': call(
    'Replaces fields of a draft; fields that are left out stay.',
    InvoiceHeader.partial().extend(changing),
    InvoiceDetail,
  ),
  'invoices.delete': call('Deletes a draft for good (A8).', z.strictObject(changing), z.strictObject({ id })),
  'invoices.explain': call(
    'How the sums of an invoice came about, figure by figure.',
    z.strictObject({ id }),
    z.strictObject({ paths: z.array(FigurePath) }),
  ),
  'invoices.placeholders': call(
    'What each placeholder of a text stands for in this invoice now (A6.7).',
    z.strictObject({ id }),
    z.strictObject({ placeholders: z.array(z.strictObject({ name: z.enum(PLACEHOLDER_NAMES), value: z.string() })) }),
  ),
  'invoices.pdf': call(
    'The PDF: the stored one of a final invoice, a fresh one of a draft.',
    z.strictObject({ id, purpose }),
    file,
  ),
  'invoices.xrechnung': call('The stored XRechnung of a final invoice.', z.strictObject({ id, purpose }), file),
  'entries.add': call(
    'Adds a position or a text to a draft, at a place among its entries or at the end of its area.',
    z.strictObject({ ...changing, requestId, entry: EntryInput, index: z.int().min(0).max(1000).optional() }),
    InvoiceDetail,
  ),
  'entries.addMany': call(
    'Adds positions and texts to a draft in their order, each at the end of its area; all of them or none.',
    z.strictObject({ ...changing, requestId, entries: z.array(EntryInput).min(1).max(1000) }),
    InvoiceDetail,
  ),
  'entries.update': call(
    'Replaces a position or a text of a draft.',
    z.strictObject({ ...changing, entryId: id, entry: EntryInput }),
    InvoiceDetail,
  ),
  'entries.remove': call(
    'Removes a position or a text from a draft.',
    z.strictObject({ ...changing, entryId: id }),
    InvoiceDetail,
  ),
  'entries.removeMany': call(
    'Removes positions and texts from a draft; all of them or none.',
    z.strictObject({ ...changing, entryIds: z.array(id).min(1).max(1000) }),
    InvoiceDetail,
  ),
  'entries.move': call(
    'Moves a position or a text of a draft to another place within its area.',
    z.strictObject({ ...changing, entryId: id, index: z.int().min(0).max(1000) }),
    InvoiceDetail,
  ),
  'allowances.set': call(
    'Replaces the overall discounts of a draft.',
    z.strictObject({ ...changing, allowances: z.array(AllowanceInput).max(50) }),
    InvoiceDetail,
  ),
};
