import * as z from 'zod';
import { LARGEST_LOGO } from '#shared/domain/pictures.ts';
import { isBic, isEmail, isGermanTaxNumber, isIban, isPhone, isVatId } from '#shared/domain/identifiers.ts';
import { bytes } from './bytes.ts';
import { checked, line, postalAddress, revision, rule } from './fields.ts';
import { call } from './rpc.ts';

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
  /** Whether missing Pflichtangaben (F1) keep an invoice from becoming final, as at first, or are only remarked on (D17). */
  blocksMissingContent: z.boolean(),
});
const logoContent = bytes.refine(
  (content) => content.byteLength <= LARGEST_LOGO * 1024 * 1024,
  rule('file-too-large', { maximum: LARGEST_LOGO }),
);
export const LOGO_TYPES = ['png', 'jpeg'] as const;
/** The picture on every invoice; its bytes come with `company.logo`. */
export const Logo = z.strictObject({
  /** SHA-256 of the bytes, hexadecimal. */
  hash: z.string(),
  type: z.enum(LOGO_TYPES),
  /** In pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Logo = z.infer<typeof Logo>;

export const Company = CompanyFields.extend({ revision, logo: Logo.nullable() });
export type Company = z.infer<typeof Company>;
export type CompanyFields = z.infer<typeof CompanyFields>;

export const companyCalls = {
  'company.get': call('The company profile that every invoice is written with.', z.strictObject({}), Company),
  'company.update': call(
    'Replaces fields of the company profile; fields that are left out stay.',
    CompanyFields.partial().extend({ expectedRevision: revision }),
    Company,
  ),
  'company.setLogo': call(
    'Replaces the logo by a PNG or JPEG of up to 5 MB and 4000 x 4000 pixels; null takes it away.',
    z.strictObject({ expectedRevision: revision, content: logoContent.nullable() }),
    Company,
  ),
  'company.logo': call(
    'The bytes of the logo.',
    z.strictObject({}),
    z.strictObject({ logo: z.strictObject({ content: bytes, type: z.enum(LOGO_TYPES) }).nullable() }),
  ),
  'company.testInvoice': call(
    'The PDF of a made-up invoice with the data of the company as they are; nothing is stored, no number is taken.',
    z.strictObject({}),
    z.strictObject({ fileName: z.string(), content: bytes }),
  ),
};
