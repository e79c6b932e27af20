import * as z from 'zod';
import { isEmail, isLeitwegId, isPhone, isVatId } from '#shared/domain/identifiers.ts';
import { call } from './rpc.ts';
import {
  checked,
  currency,
  days,
  discountPercent,
  id,
  language,
  line,
  postalAddress,
  requestId,
  revision,
  rule,
} from './fields.ts';

export const ContactPerson = z.strictObject({
  name: line(100),
  phone: checked(40, 'phone', isPhone),
  email: checked(254, 'email', isEmail),
});

/** "Zahlungsziel", "Skontofrist", "Skonto": Skonto has both days and percent, or neither. */
const termsFields = z.strictObject({
  dueDays: days,
  skontoDays: days.nullable(),
  skontoPercent: discountPercent.nullable(),
});
export const Terms = termsFields
  .refine(({ skontoDays, skontoPercent }) => (skontoDays === null) === (skontoPercent === null), {
    path: ['skontoPercent'],
    ...rule('skonto-incomplete'),
  })
  .refine(({ skontoDays, dueDays }) => skontoDays === null || skontoDays <= dueDays, {
    path: ['skontoDays'],
    ...rule('skonto-after-due'),
  });
export type Terms = z.infer<typeof Terms>;

export const E_INVOICE_FORMATS = ['xrechnung', 'none'] as const;
export type EInvoiceFormat = (typeof E_INVOICE_FORMATS)[number];

/** A buyer (BG-7) with the terms that new invoices start from. */
export const CustomerFields = z.strictObject({
  /** Left out on creation: the next free whole number from 10001. */
  number: line(30, { required: true }),
  kind: z.enum(['business', 'private']),
  name: line(200, { required: true }),
  address: postalAddress,
  email: checked(254, 'email', isEmail),
  contact: ContactPerson,
  vatId: checked(20, 'vat-id', isVatId),
  leitwegId: checked(46, 'leitweg-id', isLeitwegId),
  terms: Terms,
  currency,
  language,
  /** D22: an XRechnung for every customer unless chosen otherwise. */
  eInvoice: z.enum(E_INVOICE_FORMATS),
});
export const Customer = CustomerFields.extend({ id, revision, archived: z.boolean() });
export type Customer = z.infer<typeof Customer>;
export type CustomerFields = z.infer<typeof CustomerFields>;

/** What a new customer must bring; the rest starts with the values that most customers have. */
export const CustomerInput = CustomerFields.partial().extend({
  requestId,
  kind: CustomerFields.shape.kind,
  name: CustomerFields.shape.name,
});

export const customerCalls = {
  'customers.create': call('Creates a customer.', CustomerInput, Customer),
  'customers.get': call('One customer.', z.strictObject({ id }), Customer),
  'customers.list': call(
    'Customers by name; search looks into name and number.',
    z.strictObject({
      search: line(200).default(''),
      includeArchived: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(50),
      page: z.int().min(1).max(1_000_000).default(1),
    }),
    z.strictObject({ rows: z.array(Customer), count: z.int() }),
  ),
  'customers.update': call(
    'Replaces fields of a customer; fields that are left out stay. Final invoices keep what they were made with.',
    CustomerFields.partial().extend({ id, expectedRevision: revision }),
    Customer,
  ),
  'customers.archive': call(
    'Hides a customer from new invoices, or shows it again.',
    z.strictObject({ id, expectedRevision: revision, archived: z.boolean() }),
    Customer,
  ),
};
