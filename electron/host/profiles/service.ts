import type { Profile, ProfileFields } from '#shared/contract/profiles.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import type { Given } from '../records/given.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import { ProfileEntity, type ProfileRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

const toProfile = ({ id, revision, name, phone, email }: ProfileRow): Profile => ({ id, revision, name, phone, email });

/** All profiles, the oldest first. */
export async function listProfiles(reader: Reader): Promise<Profile[]> {
  return (await reader.find(ProfileEntity, { order: { id: 'ASC' } })).map(toProfile);
}

/**
 * One profile.
 * @throws CallError `not-found`
 */
export async function getProfile(reader: Reader, id: number): Promise<Profile> {
  return toProfile(await findRecord(reader, ProfileEntity, 'profile', id));
}

/**
 * Replaces the given fields of a profile.
 * @throws CallError `not-found`, `stale`
 */
export async function updateProfile(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
  fields: Given<ProfileFields>,
): Promise<Profile> {
  const row = await findRecord(writer, ProfileEntity, 'profile', id);
  assertRevision('profile', row, expectedRevision);
  const next: ProfileRow = { ...row, ...fields, ...stamp(change, row.revision + 1) };
  await writer.update(ProfileEntity, { id }, next);
  const changes = changesBetween(toProfile(row), toProfile(next));
  await appendJournal(writer, { ...change, action: 'profile.updated', record: 'profile', recordId: id, changes });
  return toProfile(next);
}
