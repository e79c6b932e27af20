import { MOST_KEYS } from '#shared/contract/workspace.ts';
import { WorkspaceEntity, type WorkspaceRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** A parsed JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const toValue = ({ value }: Pick<WorkspaceRow, 'value'>): Json => JSON.parse(value) as Json;

/** Everything that one profile keeps, by key. */
export async function allValues(reader: Reader, profileId: number): Promise<Record<string, Json>> {
  const rows = await reader.find(WorkspaceEntity, { where: { profileId }, order: { written: 'ASC' } });
  return Object.fromEntries(rows.map((row) => [row.key, toValue(row)]));
}

/** One value; null when there is none. */
export async function getValue(reader: Reader, profileId: number, key: string): Promise<Json> {
  const row = await reader.findOneBy(WorkspaceEntity, { profileId, key });
  return row === null ? null : toValue(row);
}

/** Keeps a value; null forgets it. Beyond `MOST_KEYS` the values that were written longest ago are forgotten. */
export async function setValue(writer: Writer, profileId: number, key: string, value: Json): Promise<void> {
  if (value === null) {
    await writer.delete(WorkspaceEntity, { profileId, key });
    return;
  }
  const last = await writer.maximum(WorkspaceEntity, 'written', { profileId });
  const row: WorkspaceRow = { profileId, key, value: JSON.stringify(value), written: (last ?? 0) + 1 };
  await writer.upsert(WorkspaceEntity, row, ['profileId', 'key']);
  const forgotten = await writer.find(WorkspaceEntity, {
    where: { profileId },
    order: { written: 'DESC' },
    skip: MOST_KEYS,
    take: MOST_KEYS,
  });
  for (const { key: oldest } of forgotten) await writer.delete(WorkspaceEntity, { profileId, key: oldest });
}
