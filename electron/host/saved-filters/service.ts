import type { z } from 'zod';
import { CallError } from '#shared/contract/errors.ts';
import { InvoiceConditions } from '#shared/contract/invoice-list.ts';
import type { SavedFilter, savedFilterCalls } from '#shared/contract/saved-filters.ts';
import { searchTerms } from '#shared/domain/search-text.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { activeProfileId } from '../profiles/active.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import type { Given } from '../records/given.ts';
import { flag } from '../store/convert.ts';
import { SavedFilterEntity, type SavedFilterRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

type Fields = Pick<SavedFilter, 'name' | 'conditions' | 'isDefault'>;
type CreateInput = z.output<(typeof savedFilterCalls)['savedFilters.create']['input']>;

const RECORD = 'savedFilter';
/** The one list that has filters so far. */
const LIST = 'invoices';

/** Validated when read, too: a file may come from another version. */
function toSavedFilter({ id, revision, name, filter, isDefault }: SavedFilterRow): SavedFilter {
  const conditions = InvoiceConditions.parse(JSON.parse(filter));
  return { id, revision, name, conditions, isDefault: flag.from(isDefault) };
}

/** The filters of the active profile, by name. Customers that are gone stay in them: the window says so. */
export async function listSavedFilters(reader: Reader): Promise<SavedFilter[]> {
  const filters = (await ownRows(reader)).map(toSavedFilter);
  return filters.sort((one, other) => one.name.localeCompare(other.name, 'de'));
}

/**
 * One filter of the active profile.
 * @throws CallError `not-found`, also when it is another's
 */
export async function getSavedFilter(reader: Reader, id: number): Promise<SavedFilter> {
  return toSavedFilter(await ownRow(reader, id));
}

/**
 * Saves a filter and returns its id.
 * @throws CallError `already-exists` when the profile has another one of this name
 */
export async function createSavedFilter(writer: Writer, change: Change, input: CreateInput): Promise<number> {
  const { name, conditions, isDefault } = input;
  await assertNameIsFree(writer, name, null);
  if (isDefault) await clearDefault(writer, change);
  const row = { profileId: await activeProfileId(writer), list: LIST, ...columns({ name, conditions, isDefault }) };
  const { identifiers } = await writer.insert(SavedFilterEntity, { ...row, ...stamp(change, 1) });
  const id = (identifiers[0] as { id: number }).id;
  await journal(writer, change, id, 'created', null, await getSavedFilter(writer, id));
  return id;
}

/**
 * Replaces the given fields of a filter; another one that was the default is it no more.
 * @throws CallError `not-found`, `stale`, `already-exists`
 */
export async function updateSavedFilter(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
  fields: Given<Fields>,
): Promise<void> {
  const row = await ownRow(writer, id);
  assertRevision(RECORD, row, expectedRevision);
  const before = toSavedFilter(row);
  const { name, conditions, isDefault } = { ...before, ...fields };
  await assertNameIsFree(writer, name, id);
  if (isDefault && !before.isDefault) await clearDefault(writer, change);
  const next = { ...columns({ name, conditions, isDefault }), ...stamp(change, row.revision + 1) };
  await writer.update(SavedFilterEntity, { id }, next);
  await journal(writer, change, id, 'updated', before, await getSavedFilter(writer, id));
}

/**
 * Deletes a filter.
 * @throws CallError `not-found`, `stale`
 */
export async function deleteSavedFilter(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
): Promise<void> {
  const row = await ownRow(writer, id);
  assertRevision(RECORD, row, expectedRevision);
  await writer.delete(SavedFilterEntity, { id });
  await journal(writer, change, id, 'deleted', toSavedFilter(row), null);
}

function columns({ name, conditions, isDefault }: Fields): Pick<SavedFilterRow, 'name' | 'filter' | 'isDefault'> {
  return { name, filter: JSON.stringify(conditions), isDefault: flag.to(isDefault) };
}

async function ownRows(reader: Reader): Promise<SavedFilterRow[]> {
  return reader.findBy(SavedFilterEntity, { profileId: await activeProfileId(reader), list: LIST });
}

async function ownRow(reader: Reader, id: number): Promise<SavedFilterRow> {
  const row = await findRecord(reader, SavedFilterEntity, RECORD, id);
  if (row.profileId === (await activeProfileId(reader))) return row;
  throw new CallError('not-found', `saved filter ${id} is another profile's`, { record: RECORD, id });
}

/** The one that was the default until now is changed as well: who has it open is told. */
async function clearDefault(writer: Writer, change: Change): Promise<void> {
  for (const row of await ownRows(writer)) {
    if (!flag.from(row.isDefault)) continue;
    await writer.update(SavedFilterEntity, { id: row.id }, { isDefault: 0, ...stamp(change, row.revision + 1) });
    await journal(writer, change, row.id, 'updated', toSavedFilter(row), await getSavedFilter(writer, row.id));
  }
}

async function assertNameIsFree(reader: Reader, name: string, exceptId: number | null): Promise<void> {
  const spelled = searchTerms(name).join();
  const taken = (await ownRows(reader)).some((row) => row.id !== exceptId && searchTerms(row.name).join() === spelled);
  if (!taken) return;
  const problems = [{ field: 'name', rule: 'filter-name-taken', parameters: { name } }];
  throw new CallError('already-exists', `there is a saved filter ${name}`, problems);
}

async function journal(
  writer: Writer,
  change: Change,
  recordId: number,
  what: 'created' | 'updated' | 'deleted',
  before: SavedFilter | null,
  after: SavedFilter | null,
): Promise<void> {
  const changes = changesBetween(before, after);
  await appendJournal(writer, { ...change, action: `${RECORD}.${what}`, record: RECORD, recordId, changes });
}
