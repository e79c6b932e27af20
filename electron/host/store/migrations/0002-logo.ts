import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectFinalInvoices } from '../triggers.ts';

const STATEMENTS = [
  `ALTER TABLE company ADD COLUMN logo TEXT CHECK (logo IS NULL OR json_valid(logo))`,
  `ALTER TABLE company ADD COLUMN logo_hash TEXT REFERENCES stored_file`,
  // What a frozen document prints stays in the file as long as the document does.
  `ALTER TABLE invoice_snapshot ADD COLUMN logo_hash TEXT REFERENCES stored_file`,
  `CREATE INDEX invoice_snapshot_logo ON invoice_snapshot (logo_hash) WHERE logo_hash IS NOT NULL`,
];

/** The logo of the company, and which one a final invoice was printed with. */
export class Logo1700000000002 implements MigrationInterface {
  readonly name = 'Logo1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await protectFinalInvoices(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
