import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the window keeps between two starts: no business record, so neither revision nor journal. */
const TABLE = `CREATE TABLE workspace (profile_id INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 80 AND key NOT GLOB '*[^a-z0-9.:-]*'),
  value TEXT NOT NULL CHECK (json_valid(value) AND length(value) <= 200000),
  written INTEGER NOT NULL CHECK (written > 0), PRIMARY KEY (profile_id, key)) STRICT`;

/** Window state and unsaved input of dialogs. */
export class Workspace1700000000003 implements MigrationInterface {
  readonly name = 'Workspace1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
