import { readFileSync } from 'node:fs';
import type { CompanyFields } from '#shared/contract/company.ts';
import type { CustomerInput } from '#shared/contract/customers.ts';
import type { ProfileFields } from '#shared/contract/profiles.ts';
import type { contract } from '#shared/contract/index.ts';
import type { z } from 'zod';

type InvoiceInput = z.input<(typeof contract)['invoices.create']['input']>;
type EntryInput = NonNullable<InvoiceInput['entries']>[number];

/** A position names its VAT rate, because ids are known only once the office exists. */
type DemoEntry =
  | Extract<EntryInput, { kind: 'text' }>
  | (Omit<Extract<EntryInput, { kind: 'line' }>, 'vatRateId'> & { vatRate: string });

export interface DemoInvoice extends Omit<InvoiceInput, 'requestId' | 'customerId' | 'entries'> {
  /** What the invoice shows. */
  note: string;
  /** Customer number. */
  customer: string;
  entries: DemoEntry[];
  /** Written while the office was a Kleinunternehmer. */
  smallBusiness?: true;
  /** Stays a draft. */
  draft?: true;
}

/** The sample office as data; every value goes through the contract like one that a user typed. */
export interface DemoOffice {
  company: Omit<CompanyFields, 'smallBusiness'>;
  profile: ProfileFields;
  customers: Omit<z.input<typeof CustomerInput>, 'requestId'>[];
  invoices: DemoInvoice[];
}

/** The office in `resources/demo/office.json`. */
export function readDemoOffice(): DemoOffice {
  const file = new URL('../../resources/demo/office.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as DemoOffice;
}

/** The office's logo in `resources/demo/logo.png`. */
export function readDemoLogo(): Uint8Array {
  return readFileSync(new URL('../../resources/demo/logo.png', import.meta.url));
}
