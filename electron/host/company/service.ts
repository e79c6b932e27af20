import type { Company, CompanyFields, Logo } from '#shared/contract/company.ts';
import { normaliseIban, normaliseVatId } from '#shared/domain/identifiers.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { toAddress } from '../records/address.ts';
import { loadStoredFile, storeFile } from '../records/files.ts';
import type { Given } from '../records/given.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import { CompanyEntity, type CompanyRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { flag } from '../store/convert.ts';

/** There is one company in a Kontor file. */
const ID = 1;

function toCompany(row: CompanyRow): Company {
  const { revision, name, vatId, taxNumber, email, phone, website, legalInformation, iban, bic, accountHolder } = row;
  const texts = { name, vatId, taxNumber, email, phone, website, legalInformation, iban, bic, accountHolder };
  return {
    revision,
    ...texts,
    address: toAddress(row),
    smallBusiness: flag.from(row.smallBusiness),
    revenueAbove800k: flag.from(row.revenueAbove800k),
    blocksMissingContent: flag.from(row.blocksMissingContent),
    logo: row.logo === null ? null : (JSON.parse(row.logo) as Logo),
  };
}

function fromFields(fields: Given<CompanyFields>): Partial<CompanyRow> {
  const { address, smallBusiness, revenueAbove800k, blocksMissingContent, vatId, iban, bic, ...texts } = fields;
  return {
    ...texts,
    ...address,
    ...(vatId !== undefined && { vatId: normaliseVatId(vatId) }),
    ...(iban !== undefined && { iban: normaliseIban(iban) }),
    ...(bic !== undefined && { bic: bic.toUpperCase() }),
    ...(smallBusiness !== undefined && { smallBusiness: flag.to(smallBusiness) }),
    ...(revenueAbove800k !== undefined && { revenueAbove800k: flag.to(revenueAbove800k) }),
    ...(blocksMissingContent !== undefined && { blocksMissingContent: flag.to(blocksMissingContent) }),
  };
}

/** The company profile. */
export async function getCompany(reader: Reader): Promise<Company> {
  return toCompany(await findRecord(reader, CompanyEntity, 'company', ID));
}

/**
 * Replaces the given fields of the company profile. Final invoices keep what they were made with (F2.1).
 * @throws CallError `stale`
 */
export async function updateCompany(
  writer: Writer,
  change: Change,
  expectedRevision: number,
  fields: Given<CompanyFields>,
): Promise<Company> {
  return writeCompany(writer, change, expectedRevision, fromFields(fields));
}

/**
 * Sets the picture that new documents are printed with, or takes it away. The bytes of the one before stay in the file:
 * final invoices name them, and whoever took it away by mistake can have it back.
 * @throws CallError `stale`
 */
export async function setLogo(
  writer: Writer,
  change: Change,
  expectedRevision: number,
  picture: { content: Uint8Array; facts: Omit<Logo, 'hash'> } | null,
): Promise<Company> {
  if (picture === null) return writeCompany(writer, change, expectedRevision, { logo: null, logoHash: null });
  const hash = await storeFile(writer, picture.content);
  const logo: Logo = { hash, ...picture.facts };
  return writeCompany(writer, change, expectedRevision, { logo: JSON.stringify(logo), logoHash: hash });
}

/** The bytes of the logo; null without one. */
export async function getLogo(
  reader: Reader,
): Promise<{ content: Uint8Array<ArrayBuffer>; type: Logo['type'] } | null> {
  const { logo } = await getCompany(reader);
  return logo && { content: await loadStoredFile(reader, logo.hash), type: logo.type };
}

async function writeCompany(
  writer: Writer,
  change: Change,
  expectedRevision: number,
  columns: Partial<CompanyRow>,
): Promise<Company> {
  const row = await findRecord(writer, CompanyEntity, 'company', ID);
  assertRevision('company', row, expectedRevision);
  const next: CompanyRow = { ...row, ...columns, ...stamp(change, row.revision + 1) };
  await writer.update(CompanyEntity, { id: ID }, next);
  const changes = changesBetween(toCompany(row), toCompany(next));
  await appendJournal(writer, { ...change, action: 'company.updated', record: 'company', recordId: ID, changes });
  return toCompany(next);
}
