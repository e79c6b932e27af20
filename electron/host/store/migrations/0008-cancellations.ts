import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectFinalInvoices } from '../triggers.ts';

const JSON_OR_NULL = (column: string) => `${column} TEXT CHECK (${column} IS NULL OR json_valid(${column}))`;

const STATEMENTS = [
  // Null: Stornorechnungen count on in the range of the invoices (E11, D16).
  `ALTER TABLE office ADD COLUMN cancellation_range_id INTEGER REFERENCES number_range`,
  // "Anpassung angefragt" on a draft, "Beanstandet" on what went out (C4): who, when, and what they say.
  `ALTER TABLE invoice ADD COLUMN ${JSON_OR_NULL('change_request')}`,
  `ALTER TABLE invoice ADD COLUMN ${JSON_OR_NULL('dispute')}`,
  `ALTER TABLE invoice ADD COLUMN flagged INTEGER GENERATED ALWAYS AS (change_request IS NOT NULL OR dispute IS NOT NULL) VIRTUAL`,
  // D17: strict unless the office says otherwise.
  `ALTER TABLE company ADD COLUMN blocks_missing_content INTEGER NOT NULL DEFAULT 1 CHECK (blocks_missing_content IN (0, 1))`,
];

/** Stornorechnungen may have numbers of their own, and an invoice can be under discussion (A20, B2.7, B2.11). */
export class Cancellations1700000000008 implements MigrationInterface {
  readonly name = 'Cancellations1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await protectFinalInvoices(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
