import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchText } from '#shared/domain/search-text.ts';

const STATEMENTS = [
  // What the search compares, one row per invoice, written by the host beside title and number: folding is not SQL's. No
  // foreign key, which would put it under the protection of final invoices: it is derived, and made anew when it is wrong.
  `CREATE TABLE invoice_search (invoice_id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`,
  // The narrow table is the content, so that the texts stand in the file once. No column sizes: nothing is ranked.
  `CREATE VIRTUAL TABLE invoice_search_trigram USING fts5(text, content='invoice_search', content_rowid='invoice_id', columnsize=0,
    tokenize='trigram case_sensitive 1')`,
  `CREATE TRIGGER invoice_search_inserted AFTER INSERT ON invoice_search BEGIN
    INSERT INTO invoice_search_trigram (rowid, text) VALUES (NEW.invoice_id, NEW.text); END`,
  `CREATE TRIGGER invoice_search_updated AFTER UPDATE ON invoice_search BEGIN
    INSERT INTO invoice_search_trigram (invoice_search_trigram, rowid, text) VALUES ('delete', OLD.invoice_id, OLD.text);
    INSERT INTO invoice_search_trigram (rowid, text) VALUES (NEW.invoice_id, NEW.text); END`,
  `CREATE TRIGGER invoice_search_deleted AFTER DELETE ON invoice_search BEGIN
    INSERT INTO invoice_search_trigram (invoice_search_trigram, rowid, text) VALUES ('delete', OLD.invoice_id, OLD.text); END`,
  `CREATE TRIGGER invoice_search_gone AFTER DELETE ON invoice BEGIN DELETE FROM invoice_search WHERE invoice_id = OLD.id; END`,

  // Everything that counts and sums of a filtered list read: they look at each row, and rows of the table are wide.
  `CREATE INDEX invoice_sums ON invoice (status, currency, net, gross, issue_date, customer_id, responsible_id)`,

  `CREATE TABLE saved_filter (id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0), changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    changed_by TEXT NOT NULL, profile_id INTEGER NOT NULL REFERENCES profile, list TEXT NOT NULL CHECK (list IN ('invoices')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60), filter TEXT NOT NULL CHECK (json_valid(filter)),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1))) STRICT`,
  `CREATE UNIQUE INDEX saved_filter_name_once ON saved_filter (profile_id, list, name)`,
  `CREATE UNIQUE INDEX saved_filter_default_once ON saved_filter (profile_id, list) WHERE is_default = 1`,
];

/** Rows that one statement inserts. */
const BATCH = 400;

/** A search that knows umlauts, sums that read narrow rows, filters kept under a name. */
export class SearchAndFilters1700000000004 implements MigrationInterface {
  readonly name = 'SearchAndFilters1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await fillSearch(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}

async function fillSearch(runner: QueryRunner): Promise<void> {
  let last = 0;
  for (;;) {
    const rows = (await runner.query('SELECT id, title, number FROM invoice WHERE id > ? ORDER BY id LIMIT ?', [
      last,
      BATCH,
    ])) as { id: number; title: string; number: string }[];
    if (rows.length === 0) return;
    const values = rows.flatMap(({ id, title, number }) => [id, searchText(title, number)]);
    await runner.query(`INSERT INTO invoice_search VALUES ${rows.map(() => '(?, ?)').join(', ')}`, values);
    last = rows.at(-1)?.id ?? last;
  }
}
