import { EntitySchema } from 'typeorm';
import { recordColumns, type RecordColumns } from './record-columns.ts';

/** Filters that profiles keep under a name. Rows as SQLite stores them; repositories convert. */

export interface SavedFilterRow extends RecordColumns {
  profileId: number;
  list: string;
  name: string;
  filter: string;
  isDefault: number;
}

export const SavedFilterEntity = new EntitySchema<SavedFilterRow>({
  name: 'SavedFilter',
  tableName: 'saved_filter',
  columns: {
    ...recordColumns,
    profileId: { type: 'integer', name: 'profile_id' },
    list: { type: 'text' },
    name: { type: 'text' },
    filter: { type: 'text' },
    isDefault: { type: 'integer', name: 'is_default' },
  },
});
