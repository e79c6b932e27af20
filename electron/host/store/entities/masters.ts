import { EntitySchema } from 'typeorm';
import { recordColumns, type RecordColumns } from './record-columns.ts';

/** Master records: company, profiles, templates, customers, VAT rates. Rows as SQLite stores them; repositories convert. */

export interface CompanyRow extends RecordColumns {
  name: string;
  street: string;
  addition: string;
  postCode: string;
  city: string;
  country: string;
  vatId: string;
  taxNumber: string;
  email: string;
  phone: string;
  website: string;
  legalInformation: string;
  iban: string;
  bic: string;
  accountHolder: string;
  smallBusiness: number;
  revenueAbove800k: number;
  blocksMissingContent: number;
  /** JSON of hash, type and size; null without one. */
  logo: string | null;
  logoHash: string | null;
}

export interface ProfileRow extends RecordColumns {
  name: string;
  phone: string;
  email: string;
}

export interface TemplateRow extends RecordColumns {
  name: string;
  data: string;
}

export interface CustomerRow extends RecordColumns {
  number: string;
  kind: string;
  name: string;
  street: string;
  addition: string;
  postCode: string;
  city: string;
  country: string;
  email: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  vatId: string;
  leitwegId: string;
  currency: string;
  language: string;
  eInvoice: string;
  archived: number;
  dueDays: number;
  skontoDays: number | null;
  skontoPercent: number | null;
}

export interface VatRateRow extends RecordColumns {
  name: string;
  category: string;
  exemptionReason: string;
  smallBusiness: number;
  archived: number;
}

export interface VatRatePeriodRow {
  vatRateId: number;
  validFrom: string;
  percent: number;
}

export const CompanyEntity = new EntitySchema<CompanyRow>({
  name: 'Company',
  tableName: 'company',
  columns: {
    ...recordColumns,
    id: { type: 'integer', primary: true },
    name: { type: 'text' },
    street: { type: 'text' },
    addition: { type: 'text' },
    postCode: { type: 'text', name: 'post_code' },
    city: { type: 'text' },
    country: { type: 'text' },
    vatId: { type: 'text', name: 'vat_id' },
    taxNumber: { type: 'text', name: 'tax_number' },
    email: { type: 'text' },
    phone: { type: 'text' },
    website: { type: 'text' },
    legalInformation: { type: 'text', name: 'legal_information' },
    iban: { type: 'text' },
    bic: { type: 'text' },
    accountHolder: { type: 'text', name: 'account_holder' },
    smallBusiness: { type: 'integer', name: 'small_business' },
    revenueAbove800k: { type: 'integer', name: 'revenue_above_800k' },
    blocksMissingContent: { type: 'integer', name: 'blocks_missing_content' },
    logo: { type: 'text', nullable: true },
    logoHash: { type: 'text', name: 'logo_hash', nullable: true },
  },
});

export const ProfileEntity = new EntitySchema<ProfileRow>({
  name: 'Profile',
  tableName: 'profile',
  columns: {
    ...recordColumns,
    name: { type: 'text' },
    phone: { type: 'text' },
    email: { type: 'text' },
  },
});

export const TemplateEntity = new EntitySchema<TemplateRow>({
  name: 'Template',
  tableName: 'template',
  columns: {
    ...recordColumns,
    name: { type: 'text' },
    data: { type: 'text' },
  },
});

export const CustomerEntity = new EntitySchema<CustomerRow>({
  name: 'Customer',
  tableName: 'customer',
  columns: {
    ...recordColumns,
    number: { type: 'text' },
    kind: { type: 'text' },
    name: { type: 'text' },
    street: { type: 'text' },
    addition: { type: 'text' },
    postCode: { type: 'text', name: 'post_code' },
    city: { type: 'text' },
    country: { type: 'text' },
    email: { type: 'text' },
    contactName: { type: 'text', name: 'contact_name' },
    contactPhone: { type: 'text', name: 'contact_phone' },
    contactEmail: { type: 'text', name: 'contact_email' },
    vatId: { type: 'text', name: 'vat_id' },
    leitwegId: { type: 'text', name: 'leitweg_id' },
    currency: { type: 'text' },
    language: { type: 'text' },
    eInvoice: { type: 'text', name: 'e_invoice' },
    archived: { type: 'integer' },
    dueDays: { type: 'integer', name: 'due_days' },
    skontoDays: { type: 'integer', name: 'skonto_days', nullable: true },
    skontoPercent: { type: 'integer', name: 'skonto_percent', nullable: true },
  },
});

export const VatRateEntity = new EntitySchema<VatRateRow>({
  name: 'VatRate',
  tableName: 'vat_rate',
  columns: {
    ...recordColumns,
    name: { type: 'text' },
    category: { type: 'text' },
    exemptionReason: { type: 'text', name: 'exemption_reason' },
    smallBusiness: { type: 'integer', name: 'small_business' },
    archived: { type: 'integer' },
  },
});

export const VatRatePeriodEntity = new EntitySchema<VatRatePeriodRow>({
  name: 'VatRatePeriod',
  tableName: 'vat_rate_period',
  columns: {
    vatRateId: { type: 'integer', name: 'vat_rate_id', primary: true },
    validFrom: { type: 'text', name: 'valid_from', primary: true },
    percent: { type: 'integer' },
  },
});
