import * as z from 'zod';
import { INVOICE_LIST_NAMES, LIST_SORTS, TASK_KINDS } from '#shared/domain/invoice-lists.ts';
import { INVOICE_STATUSES } from '#shared/domain/invoice-status.ts';
import { PERIODS } from '#shared/domain/periods.ts';
import { cents, computedDate, currency, date, id, line, revision, rule } from './fields.ts';
import { call } from './rpc.ts';

/** What the filter of the list asks for, all of it together (A2.9); also what is saved under a name (E2). */
export const invoiceConditions = {
  statuses: z.array(z.enum(INVOICE_STATUSES)).max(20).default([]),
  customerIds: z.array(id).max(500).default([]),
  responsibleIds: z.array(id).max(500).default([]),
  /** Of the Rechnungsdatum (A2.3), as seen from the day of the question. */
  period: z.enum(PERIODS).nullable().default(null),
  issuedFrom: date.nullable().default(null),
  issuedTo: date.nullable().default(null),
  /** Inclusive, also alone (D9). */
  netFrom: cents.nullable().default(null),
  netTo: cents.nullable().default(null),
};

export const InvoiceConditions = z
  .strictObject(invoiceConditions)
  .refine(({ issuedFrom, issuedTo }) => issuedFrom === null || issuedTo === null || issuedFrom <= issuedTo, {
    path: ['issuedTo'],
    ...rule('to-before-from'),
  })
  .refine(({ netFrom, netTo }) => netFrom === null || netTo === null || netFrom <= netTo, {
    path: ['netTo'],
    ...rule('to-below-from'),
  });
export type InvoiceConditions = z.infer<typeof InvoiceConditions>;

/** Bounds the wrong way round are no error in a question: nothing lies between them. */
export const InvoiceFilter = z.strictObject({
  /** "contains" in Bezeichnung or Rechnungsnummer (A1.9). */
  search: line(200).default(''),
  /** One of the lists by status (B2.2); together with `statuses`, both hold. */
  list: z.enum(INVOICE_LIST_NAMES).default('all'),
  ...invoiceConditions,
});
export type InvoiceFilter = z.infer<typeof InvoiceFilter>;

/**
 * Which part of the list: a page by number, the rows beside one that the caller already has, or the end.
 * `after`, `before` and `end` cost the same in a list of any length.
 */
const listPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), page: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('after'), cursor: line(2000) }),
  z.strictObject({ kind: z.literal('before'), cursor: line(2000) }),
  z.strictObject({ kind: z.literal('end') }),
]);

export const InvoiceRow = z.strictObject({
  id,
  revision,
  status: z.enum(INVOICE_STATUSES),
  number: z.string(),
  issueDate: date,
  title: z.string(),
  reference: z.string(),
  serviceStart: date.nullable(),
  serviceEnd: date.nullable(),
  customerId: id,
  customerName: z.string(),
  responsibleName: z.string(),
  currency,
  net: cents,
  gross: cents,
  dueDate: computedDate,
  overdue: z.boolean(),
  /** "Anpassung angefragt" on a draft, "Beanstandet" on what went out (C4). */
  flagged: z.boolean(),
});
export type InvoiceRow = z.infer<typeof InvoiceRow>;

const count = z.int();

/** What waits to be done, by kind; of each the first invoices and how many there are. */
export const InvoiceTasks = z.strictObject({
  tasks: z.array(
    z.strictObject({
      kind: z.enum(TASK_KINDS),
      count,
      invoices: z.array(
        z.strictObject({
          id,
          number: z.string(),
          title: z.string(),
          customerName: z.string(),
          issueDate: date,
          dueDate: computedDate,
          /** What is to be refunded, or is open, in cents of its currency. */
          amount: cents,
          currency,
        }),
      ),
    }),
  ),
});
export type InvoiceTasks = z.infer<typeof InvoiceTasks>;

export const invoiceListCalls = {
  'invoices.list': call(
    'A part of the list of invoices, filtered and sorted; count and sums: invoices.summary.',
    z.strictObject({
      filter: InvoiceFilter.prefault({}),
      sort: z.enum(LIST_SORTS).default('issueDate'),
      descending: z.boolean().default(true),
      place: listPlace.default({ kind: 'page', page: 1 }),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({
      rows: z.array(InvoiceRow),
      /** For `after` the last and `before` the first of these rows; '' when there are none. */
      firstCursor: z.string(),
      lastCursor: z.string(),
    }),
  ),
  'invoices.summary': call(
    'Count and sums of the filtered invoices, per currency, and how many each list by status would show.',
    z.strictObject({ filter: InvoiceFilter.prefault({}) }),
    z.strictObject({
      count,
      sums: z.array(z.strictObject({ currency, count, net: z.int(), gross: z.int() })),
      /** With everything else that the filter asks for. */
      lists: z.record(z.enum(INVOICE_LIST_NAMES), count),
    }),
  ),
  'invoices.tasks': call('What waits to be done with invoices (D24).', z.strictObject({}), InvoiceTasks),
  'invoices.revenue': call(
    'What came in this year and last year as § 19 UStG counts it, for a Kleinunternehmer (F1.6).',
    z.strictObject({}),
    z.strictObject({
      /** In cents of a euro; null for an office that is none. */
      smallBusiness: z
        .strictObject({ year: z.int(), received: z.int(), open: z.int(), previousYear: z.int() })
        .nullable(),
    }),
  ),
};
export type InvoiceSummary = z.infer<(typeof invoiceListCalls)['invoices.summary']['output']>;
