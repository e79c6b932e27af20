import { readFileSync } from 'node:fs';
import { InvoiceTemplate } from '#shared/contract/templates.ts';
import { appendJournal } from '../journal/service.ts';
import { stamp, type Change } from '../records/change.ts';
import {
  CompanyEntity,
  type CompanyRow,
  NumberRangeEntity,
  OfficeEntity,
  ProfileEntity,
  TemplateEntity,
} from '../store/entities/index.ts';
import type { Store, Writer } from '../store/open.ts';
import { createTextBlock } from '../text-blocks/service.ts';
import { createVatRate } from '../vat-rates/service.ts';
import { SHIPPED_TEXT_BLOCKS } from './text-blocks.ts';
import { SHIPPED_VAT_RATES } from './vat-rates.ts';

const TEMPLATE = new URL('../../../resources/templates/invoice-standard.json', import.meta.url);

const EMPTY_COMPANY: Omit<CompanyRow, 'id' | keyof ReturnType<typeof stamp>> = {
  name: '',
  ...{ street: '', addition: '', postCode: '', city: '', country: 'DE' },
  ...{ vatId: '', taxNumber: '', email: '', phone: '', website: '', legalInformation: '' },
  ...{ iban: '', bic: '', accountHolder: '', smallBusiness: 0, revenueAbove800k: 0, blocksMissingContent: 1 },
  ...{ logo: null, logoHash: null },
};

/**
 * Makes the office in a file that has none: a new one, or one whose first opening ended between its tables and its
 * content (killed, disk full).
 */
export async function ensureOffice(store: Store, change: Change, isSample: boolean): Promise<void> {
  if (await store.read((reader) => reader.existsBy(OfficeEntity, { id: 1 }))) return;
  await store.write((writer) => seedOffice(writer, change, isSample));
}

/** Whether this office was made to try things. */
export async function isSampleOffice(store: Store): Promise<boolean> {
  return store.read((reader) => reader.existsBy(OfficeEntity, { id: 1, isSample: 1 }));
}

/** What a new Kontor file starts with: an empty company, one profile, the shipped Vorlage, the VAT rates, one number range,
 * a few Textbausteine. */
async function seedOffice(writer: Writer, change: Change, isSample: boolean): Promise<void> {
  const record = stamp(change, 1);
  await writer.insert(CompanyEntity, { id: 1, ...EMPTY_COMPANY, ...record });
  const profile = await writer.insert(ProfileEntity, { name: change.who, phone: '', email: '', ...record });
  const data = JSON.stringify(InvoiceTemplate.parse(JSON.parse(readFileSync(TEMPLATE, 'utf8'))));
  const template = await writer.insert(TemplateEntity, { name: 'Standard', data, ...record });
  const range = await writer.insert(NumberRangeEntity, {
    name: 'Rechnungen',
    pattern: 'RE-{YYYY}-{C}',
    digits: 4,
    yearlyReset: 1,
    ...record,
  });
  for (const rate of SHIPPED_VAT_RATES) await createVatRate(writer, change, rate);
  for (const block of SHIPPED_TEXT_BLOCKS) await createTextBlock(writer, change, block);
  await writer.insert(OfficeEntity, {
    id: 1,
    activeProfileId: idOf(profile),
    defaultTemplateId: idOf(template),
    invoiceRangeId: idOf(range),
    cancellationRangeId: null,
    createdAt: change.at,
    isSample: isSample ? 1 : 0,
  });
  await appendJournal(writer, { ...change, action: 'office.created', record: 'office', recordId: 1, changes: {} });
}

function idOf({ identifiers }: { identifiers: object[] }): number {
  return (identifiers[0] as { id: number }).id;
}
