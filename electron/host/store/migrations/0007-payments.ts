import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectFinalInvoices } from '../triggers.ts';

const STATEMENTS = [
  `ALTER TABLE invoice ADD COLUMN sent_on TEXT CHECK (sent_on IS NULL OR sent_on GLOB '????-??-??')`,
  // The sum of the payments, for lists.
  `ALTER TABLE invoice ADD COLUMN paid INTEGER NOT NULL DEFAULT 0`,
  `CREATE TABLE payment (id INTEGER PRIMARY KEY AUTOINCREMENT, invoice_id INTEGER NOT NULL REFERENCES invoice, date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
    amount INTEGER NOT NULL CHECK (amount <> 0), recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'), recorded_by TEXT NOT NULL) STRICT`,
  `CREATE INDEX payment_of ON payment (invoice_id, id)`,
];

/** What happens to a final invoice: when it was sent, and what was paid (A18, A19). */
export class Payments1700000000007 implements MigrationInterface {
  readonly name = 'Payments1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await protectFinalInvoices(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
