import { CallError } from '#shared/contract/errors.ts';
import { forget } from '../stores/workspace.ts';
import { keptOpener, type KeptPlace } from './kept-input.ts';

/** Where the input of a dialog is kept that a list opens on one of its records, or on a new one. */
export function recordPlace(kind: string, record: { id: number } | 'new'): KeptPlace {
  const id = record === 'new' ? null : record.id;
  return { key: `dialog:${kind}.${id ?? 'new'}`, opener: { id } };
}

/** The record, or 'new', whose dialog was open with unsaved input; null when there is none or the record is gone. */
export async function keptRecord<T>(kind: string, get: (id: number) => Promise<T>): Promise<T | 'new' | null> {
  const kept = keptOpener(`dialog:${kind}.`);
  if (kept === null) return null;
  const { id } = kept.opener as { id: number | null };
  if (id === null) return 'new';
  try {
    return await get(id);
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
    forget(recordPlace(kind, { id }).key);
    return null;
  }
}
