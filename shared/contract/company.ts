import * as z from 'zod';
import { isBic, isEmail, isGermanTaxNumber, isIban, isPhone, isVatId } from '#shared/domain/identifiers.ts';
import { call } from './rpc.ts';
import { checked, line, postalAddress, revision } from './fields.ts';

/** The seller of every invoice (BG-4). Fields may be empty; finalising says which ones the law wants (D17). */
export const CompanyFields = z.strictObject({
  name: line(200),
  address: postalAddress,
  vatId: checked(20, 'vat-id', isVatId),
  taxNumber: checked(30, 'tax-number', isGermanTaxNumber),
  email: checked(254, 'email', isEmail),
  phone: checked(40, 'phone', isPhone),
  website: line(200),
  legalInformation: line(300),
  iban: checked(42, 'iban', isIban),
  bic: checked(11, 'bic', isBic),
  accountHolder: line(70),
  /** § 19 UStG: no VAT on any invoice (F1.6). */
  smallBusiness: z.boolean(),
  /** Revenue of the previous year above 800,000 EUR: e-invoices are due from 2027, else from 2028 (F3.1). */
  revenueAbove800k: z.boolean(),
});
export const Company = CompanyFields.extend({ revision });
export type Company = z.infer<typeof Company>;
export type CompanyFields = z.infer<typeof CompanyFields>;

export const companyCalls = {
  'company.get': call('The company profile that every invoice is written with.', z.strictObject({}), Company),
  'company.update': call(
    'Replaces fields of the company profile; fields that are left out stay.',
    CompanyFields.partial().extend({ expectedRevision: revision }),
    Company,
  ),
};
