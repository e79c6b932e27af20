import { EntitySchema } from 'typeorm';

/** What the window keeps for one profile. Rows as SQLite stores them. */
export interface WorkspaceRow {
  profileId: number;
  key: string;
  /** JSON. */
  value: string;
  /** Counts the writes of a profile: the smallest was written longest ago. */
  written: number;
}

export const WorkspaceEntity = new EntitySchema<WorkspaceRow>({
  name: 'Workspace',
  tableName: 'workspace',
  columns: {
    profileId: { type: 'integer', name: 'profile_id', primary: true },
    key: { type: 'text', primary: true },
    value: { type: 'text' },
    written: { type: 'integer' },
  },
});
