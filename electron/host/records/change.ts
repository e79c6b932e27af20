import type { EntitySchema, FindOptionsWhere } from 'typeorm';
import { CallError, type StaleDetails } from '#shared/contract/errors.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import type { Clock } from '../platform.ts';
import { activeProfileName } from '../profiles/active.ts';
import type { RecordColumns } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** Who changes something, and when; stands in the record and in the journal. */
export interface Change {
  at: Instant;
  who: string;
}

/** The change that the running write makes: now, by the active profile. */
export async function beginChange(writer: Writer, clock: Clock): Promise<Change> {
  return { at: clock.now(), who: await activeProfileName(writer) };
}

/** The columns that a change stamps on a record. */
export function stamp(change: Change, revision: number): Pick<RecordColumns, 'revision' | 'changedAt' | 'changedBy'> {
  return { revision, changedAt: change.at, changedBy: change.who };
}

/**
 * One record by id.
 * @throws CallError `not-found`
 */
export async function findRecord<R extends RecordColumns>(
  reader: Reader,
  entity: EntitySchema<R>,
  record: string,
  id: number,
): Promise<R> {
  const row = await reader.findOneBy(entity, { id } as FindOptionsWhere<R>);
  if (!row) throw new CallError('not-found', `there is no ${record} ${id}`, { record, id });
  return row;
}

/**
 * Refuses a change that was made against an older state of the record (design, section 3).
 * @throws CallError `stale`, with who saved the newer state and when
 */
export function assertRevision(record: string, row: RecordColumns, expectedRevision: number): void {
  if (row.revision === expectedRevision) return;
  const details: StaleDetails = {
    record,
    id: row.id,
    expectedRevision,
    revision: row.revision,
    changedBy: row.changedBy,
    changedAt: row.changedAt,
  };
  throw new CallError('stale', `${record} ${row.id} was changed by ${row.changedBy} at ${row.changedAt}`, details);
}
