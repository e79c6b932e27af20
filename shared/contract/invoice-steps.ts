import * as z from 'zod';
import { INVOICE_STATUSES } from '#shared/domain/invoice-status.ts';
import { E_INVOICE_FORMATS } from './customers.ts';
import { cents, date, id, lines, requestId, revision } from './fields.ts';
import { InvoiceDetail } from './invoices.ts';
import { call } from './rpc.ts';

const condition = z.strictObject({
  /** A rule of `shared/text`. */
  rule: z.string(),
  /** Where it is mended: `company.address.city`, `customer.email`, `invoice.servicePeriod`, `entries.3.title`. */
  field: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What the finalise dialog shows (A17, D17, F3.2). */
export const FinaliseCheck = z.strictObject({
  /** Nothing blocks; with `eInvoice.ready` false only "Ohne E-Rechnung finalisieren" is open. */
  ready: z.boolean(),
  /** Blocking: conditions of A17 and mandatory content (Pflichtangaben, F1). */
  blocking: z.array(condition),
  /** Not blocking (A17.5). */
  hints: z.array(condition),
  eInvoice: z.strictObject({
    wanted: z.enum(E_INVOICE_FORMATS),
    ready: z.boolean(),
    findings: z.array(
      z.strictObject({
        /** Rule id of EN 16931 or XRechnung: `BR-DE-15`. */
        rule: z.string(),
        field: z.string(),
        class: z.enum(['format', 'business-rule', 'content']),
        severity: z.enum(['error', 'warning']),
      }),
    ),
    /** Whether the law allows this invoice without an e-invoice (F3.1), and why. */
    mayBeOmitted: z.boolean(),
    reason: z.string(),
  }),
  /** The number it would get now; '' when none can be told. */
  nextNumber: z.string(),
});
export type FinaliseCheck = z.infer<typeof FinaliseCheck>;

/** What the dialog "Rechnung stornieren" says before it is done (A20). */
export const CancelPreview = z.strictObject({
  number: z.string(),
  issueDate: date,
  /** Of the Stornorechnung: "Verrechnet", or "Nicht verrechnet" while a refund is open. */
  status: z.enum(INVOICE_STATUSES),
  /** What the customer has paid, in cents of the invoice's currency. */
  refund: cents,
});
export type CancelPreview = z.infer<typeof CancelPreview>;

const changing = { id, expectedRevision: revision };

/** The way of an invoice from status to status (C1), with what is asked before. */
export const invoiceStepCalls = {
  'invoices.check': call(
    'What finalising would ask for and which number it would give.',
    z.strictObject({ id }),
    FinaliseCheck,
  ),
  'invoices.finalise': call(
    'Makes a draft final: number, frozen content, PDF, XRechnung and journal entry, all or nothing.',
    z.strictObject({
      ...changing,
      requestId,
      /** Left out: as the customer has it. "none" is refused where the law wants an e-invoice. */
      eInvoice: z.enum(E_INVOICE_FORMATS).optional(),
    }),
    InvoiceDetail,
  ),
  'invoices.markSent': call(
    'Sets a final invoice to "Versendet" today; there is no way back (A18).',
    z.strictObject(changing),
    InvoiceDetail,
  ),
  'invoices.pay': call(
    'Records a payment of a final invoice; what settles it in full sets it to "Bezahlt" (A19, B2.14, F6.2, D7).',
    z.strictObject({ ...changing, requestId, date, amount: cents }),
    InvoiceDetail,
  ),
  'invoices.previewCancel': call(
    'What cancelling would do now: number, date and status of the Stornorechnung, and what is to be refunded.',
    z.strictObject({ id }),
    CancelPreview,
  ),
  'invoices.cancel': call(
    'Cancels a final invoice by a Stornorechnung, with or without a draft that replaces it; answers the cancelled one (A20).',
    z.strictObject({ ...changing, requestId, replace: z.boolean(), reason: lines(500) }),
    InvoiceDetail,
  ),
  'invoices.requestChanges': call(
    'Marks a draft "Anpassung angefragt", with what shall change; it cannot become final before that is done (B2.7, C4).',
    z.strictObject({ ...changing, text: lines(1000).min(1) }),
    InvoiceDetail,
  ),
  'invoices.finishChanges': call(
    'The changes of a draft are made: it is no longer marked.',
    z.strictObject(changing),
    InvoiceDetail,
  ),
  'invoices.dispute': call(
    'Marks what went out "Beanstandet", with the reason (B2.11).',
    z.strictObject({ ...changing, text: lines(1000).min(1) }),
    InvoiceDetail,
  ),
  'invoices.settleDispute': call(
    'The objection is settled: the invoice is no longer marked.',
    z.strictObject(changing),
    InvoiceDetail,
  ),
  'invoices.settle': call(
    'Sets a Stornorechnung to "Verrechnet": the refund is done (A20.7).',
    z.strictObject(changing),
    InvoiceDetail,
  ),
};
