import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks the sample office, so that the window can say of it that nothing is real. */
export class SampleOffice1700000000005 implements MigrationInterface {
  readonly name = 'SampleOffice1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE office ADD COLUMN is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))',
    );
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
