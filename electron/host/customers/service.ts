import type { Customer, CustomerFields, CustomerInput } from '#shared/contract/customers.ts';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import type { z } from 'zod';
import { formatDecimal, parseDecimal } from '#shared/domain/decimal.ts';
import { normaliseVatId } from '#shared/domain/identifiers.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { toAddress } from '../records/address.ts';
import { given, type Given } from '../records/given.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import { idsOfHits, IS_HIT } from '../records/search.ts';
import { flag } from '../store/convert.ts';
import { CustomerEntity, type CustomerRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { firstFreeNumber, numberIsTaken } from './repository.ts';

/** What a customer starts with when the caller does not say otherwise; E-Rechnung for everyone (D22). */
const DEFAULTS: Omit<CustomerFields, 'number' | 'kind' | 'name'> = {
  address: { street: '', addition: '', postCode: '', city: '', country: 'DE' },
  email: '',
  contact: { name: '', phone: '', email: '' },
  vatId: '',
  leitwegId: '',
  terms: { dueDays: 14, skontoDays: null, skontoPercent: null },
  currency: 'EUR',
  language: 'de',
  eInvoice: 'xrechnung',
};

/** Percents are hundredths in the file and decimal text in the contract. */
function toCustomer(row: CustomerRow): Customer {
  const { id, revision, number, name, email, vatId, leitwegId, dueDays, skontoDays, skontoPercent } = row;
  return {
    ...{ id, revision, number, name, email, vatId, leitwegId },
    kind: row.kind as Customer['kind'],
    address: toAddress(row),
    contact: { name: row.contactName, phone: row.contactPhone, email: row.contactEmail },
    terms: { dueDays, skontoDays, skontoPercent: skontoPercent === null ? null : formatDecimal(skontoPercent, 2) },
    currency: row.currency as Customer['currency'],
    language: row.language as Customer['language'],
    eInvoice: row.eInvoice as Customer['eInvoice'],
    archived: flag.from(row.archived),
  };
}

function fromFields({ address, contact, terms, vatId, ...fields }: Given<CustomerFields>): Partial<CustomerRow> {
  return {
    ...fields,
    ...address,
    ...(vatId !== undefined && { vatId: normaliseVatId(vatId) }),
    ...(contact && { contactName: contact.name, contactPhone: contact.phone, contactEmail: contact.email }),
    ...(terms && {
      dueDays: terms.dueDays,
      skontoDays: terms.skontoDays,
      skontoPercent: terms.skontoPercent === null ? null : parseDecimal(terms.skontoPercent, 2),
    }),
  };
}

/**
 * One customer.
 * @throws CallError `not-found`
 */
export async function getCustomer(reader: Reader, id: number): Promise<Customer> {
  return toCustomer(await findRecord(reader, CustomerEntity, 'customer', id));
}

/** A page of customers by name, and how many there are; `search` looks into name and number. */
export async function listCustomers(
  reader: Reader,
  query: { search: string; includeArchived: boolean; limit: number; page: number },
): Promise<{ rows: Customer[]; count: number }> {
  const select = reader.createQueryBuilder(CustomerEntity, 'customer').orderBy({ name: 'ASC', id: 'ASC' });
  if (!query.includeArchived) select.andWhere('archived = 0');
  if (query.search !== '') {
    const hits = await idsOfHits(reader, { table: 'customer', columns: ['name', 'number'] }, query.search);
    select.andWhere(IS_HIT, { ids: JSON.stringify(hits) });
  }
  const [rows, count] = await select
    .limit(query.limit)
    .offset((query.page - 1) * query.limit)
    .getManyAndCount();
  return { rows: rows.map(toCustomer), count };
}

/**
 * Creates a customer and returns its id.
 * @throws CallError `already-exists` when the number is taken
 */
export async function createCustomer(
  writer: Writer,
  change: Change,
  { requestId, ...input }: z.output<typeof CustomerInput>,
): Promise<number> {
  const number = input.number ?? (await firstFreeNumber(writer));
  await assertNumberIsFree(writer, number, null);
  const values: CustomerFields = { ...DEFAULTS, ...given(input), kind: input.kind, name: input.name, number };
  const row = { ...fromFields(values), ...stamp(change, 1), archived: 0 } as Omit<CustomerRow, 'id'>;
  const { identifiers } = await writer.insert(CustomerEntity, row);
  const id = (identifiers[0] as { id: number }).id;
  const changes = changesBetween(null, toCustomer({ ...row, id }));
  await appendJournal(writer, { ...change, action: 'customer.created', record: 'customer', recordId: id, changes });
  return id;
}

/**
 * Replaces the given fields of a customer. Final invoices keep what they were made with (F2.1).
 * @throws CallError `not-found`, `stale`, `already-exists`
 */
export async function updateCustomer(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
  fields: Given<CustomerFields & { archived: boolean }>,
): Promise<Customer> {
  const row = await findRecord(writer, CustomerEntity, 'customer', id);
  assertRevision('customer', row, expectedRevision);
  if (fields.number !== undefined) await assertNumberIsFree(writer, fields.number, id);
  const { archived, ...rest } = fields;
  const next: CustomerRow = {
    ...row,
    ...fromFields(rest),
    ...(archived !== undefined && { archived: flag.to(archived) }),
    ...stamp(change, row.revision + 1),
  };
  await writer.update(CustomerEntity, { id }, next);
  const changes = changesBetween(toCustomer(row), toCustomer(next));
  const action = archived === undefined ? 'customer.updated' : archived ? 'customer.archived' : 'customer.restored';
  await appendJournal(writer, { ...change, action, record: 'customer', recordId: id, changes });
  return toCustomer(next);
}

async function assertNumberIsFree(reader: Reader, number: string, exceptId: number | null): Promise<void> {
  if (!(await numberIsTaken(reader, number, exceptId))) return;
  const problems: FieldProblem[] = [{ field: 'number', rule: 'number-taken', parameters: { number } }];
  throw new CallError('already-exists', `customer number ${number} is taken`, problems);
}
