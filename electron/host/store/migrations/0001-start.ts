import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectFinalInvoices } from '../triggers.ts';

const ADDRESS = `street TEXT NOT NULL DEFAULT '', addition TEXT NOT NULL DEFAULT '', post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT 'DE' CHECK (country GLOB '[A-Z][A-Z]')`;
/** Every record: its revision, and who saved it last and when. */
const RECORD = `revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0), changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
  changed_by TEXT NOT NULL`;
const CURRENCY = `currency TEXT NOT NULL CHECK (currency IN ('EUR', 'CHF', 'USD', 'GBP', 'DKK', 'SEK', 'NOK', 'PLN', 'CZK'))`;
const LANGUAGE = `language TEXT NOT NULL CHECK (language IN ('de', 'en'))`;
const TERMS = `due_days INTEGER NOT NULL CHECK (due_days BETWEEN 0 AND 3650),
  skonto_days INTEGER CHECK (skonto_days BETWEEN 0 AND 3650), skonto_percent INTEGER CHECK (skonto_percent BETWEEN 1 AND 10000),
  CHECK ((skonto_days IS NULL) = (skonto_percent IS NULL))`;

const TABLES = [
  `CREATE TABLE company (id INTEGER PRIMARY KEY CHECK (id = 1), ${RECORD}, name TEXT NOT NULL DEFAULT '', ${ADDRESS},
    vat_id TEXT NOT NULL DEFAULT '', tax_number TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '', legal_information TEXT NOT NULL DEFAULT '', iban TEXT NOT NULL DEFAULT '', bic TEXT NOT NULL DEFAULT '',
    account_holder TEXT NOT NULL DEFAULT '', small_business INTEGER NOT NULL DEFAULT 0 CHECK (small_business IN (0, 1)),
    revenue_above_800k INTEGER NOT NULL DEFAULT 0 CHECK (revenue_above_800k IN (0, 1))) STRICT`,

  `CREATE TABLE profile (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '') STRICT`,

  `CREATE TABLE template (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, name TEXT NOT NULL, data TEXT NOT NULL CHECK (json_valid(data))) STRICT`,

  `CREATE TABLE customer (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('business', 'private')), name TEXT NOT NULL CHECK (name <> ''), ${ADDRESS},
    email TEXT NOT NULL DEFAULT '', contact_name TEXT NOT NULL DEFAULT '', contact_phone TEXT NOT NULL DEFAULT '', contact_email TEXT NOT NULL DEFAULT '',
    vat_id TEXT NOT NULL DEFAULT '', leitweg_id TEXT NOT NULL DEFAULT '', ${CURRENCY}, ${LANGUAGE},
    e_invoice TEXT NOT NULL CHECK (e_invoice IN ('xrechnung', 'none')), archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)), ${TERMS}) STRICT`,
  `CREATE INDEX customer_name ON customer (name)`,

  `CREATE TABLE vat_rate (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, name TEXT NOT NULL CHECK (name <> ''),
    category TEXT NOT NULL CHECK (category IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')), exemption_reason TEXT NOT NULL DEFAULT '',
    small_business INTEGER NOT NULL DEFAULT 0 CHECK (small_business IN (0, 1)), archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    CHECK (small_business = 0 OR category = 'E')) STRICT`,
  `CREATE TABLE vat_rate_period (vat_rate_id INTEGER NOT NULL REFERENCES vat_rate ON DELETE CASCADE, valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000), PRIMARY KEY (vat_rate_id, valid_from)) STRICT, WITHOUT ROWID`,

  `CREATE TABLE number_range (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, name TEXT NOT NULL, pattern TEXT NOT NULL, digits INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 10),
    yearly_reset INTEGER NOT NULL CHECK (yearly_reset IN (0, 1))) STRICT`,
  // journal_sequence: the entry that recorded the last number, so that a cut journal tail is found.
  `CREATE TABLE number_counter (number_range_id INTEGER NOT NULL REFERENCES number_range, period TEXT NOT NULL, last_value INTEGER NOT NULL CHECK (last_value >= 0),
    journal_sequence INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (number_range_id, period)) STRICT, WITHOUT ROWID`,

  `CREATE TABLE office (id INTEGER PRIMARY KEY CHECK (id = 1), active_profile_id INTEGER NOT NULL REFERENCES profile,
    default_template_id INTEGER NOT NULL REFERENCES template, invoice_range_id INTEGER NOT NULL REFERENCES number_range, created_at TEXT NOT NULL) STRICT`,

  `CREATE TABLE invoice (id INTEGER PRIMARY KEY AUTOINCREMENT, ${RECORD}, created_at TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'cancellation')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'final', 'sent', 'paid', 'cancelled', 'not-settled', 'settled')),
    status_rank INTEGER GENERATED ALWAYS AS (CASE status WHEN 'draft' THEN 1 WHEN 'final' THEN 2 WHEN 'sent' THEN 3 WHEN 'paid' THEN 4
      WHEN 'cancelled' THEN 5 WHEN 'not-settled' THEN 6 ELSE 7 END) VIRTUAL,
    number TEXT NOT NULL DEFAULT '' CHECK ((number = '') = (status = 'draft')),
    number_range_id INTEGER REFERENCES number_range, number_period TEXT, number_counter INTEGER,
    issue_date TEXT NOT NULL CHECK (issue_date GLOB '????-??-??'), customer_id INTEGER NOT NULL REFERENCES customer,
    reference TEXT NOT NULL, title TEXT NOT NULL, service_start TEXT CHECK (service_start GLOB '????-??-??'), service_end TEXT CHECK (service_end GLOB '????-??-??'),
    ${CURRENCY}, exchange_rate TEXT CHECK (exchange_rate IS NULL OR json_valid(exchange_rate)), ${LANGUAGE},
    buyer_address TEXT CHECK (buyer_address IS NULL OR json_valid(buyer_address)), contact TEXT CHECK (contact IS NULL OR json_valid(contact)),
    responsible_id INTEGER NOT NULL REFERENCES profile, template_id INTEGER REFERENCES template,
    preceding_invoice_id INTEGER REFERENCES invoice, e_invoice TEXT CHECK (e_invoice IN ('xrechnung', 'none')), finalised_at TEXT, journal_hash TEXT,
    due_date TEXT NOT NULL CHECK (due_date GLOB '????-??-??'), buyer_name TEXT NOT NULL,
    line_net INTEGER NOT NULL, net INTEGER NOT NULL, vat INTEGER NOT NULL, gross INTEGER NOT NULL, ${TERMS},
    CHECK ((service_start IS NULL) = (service_end IS NULL)), CHECK (service_start <= service_end),
    CHECK (status = 'draft' OR (finalised_at IS NOT NULL AND journal_hash IS NOT NULL AND e_invoice IS NOT NULL AND number_counter IS NOT NULL))) STRICT`,
  `CREATE UNIQUE INDEX invoice_number_once ON invoice (number) WHERE number <> ''`,
  `CREATE UNIQUE INDEX invoice_counter_once ON invoice (number_range_id, number_period, number_counter) WHERE number_counter IS NOT NULL`,
  // One index per sortable column of the list, and one per common filter in the order of the default sort.
  ...['number', 'issue_date', 'title', 'buyer_name', 'net', 'gross', 'due_date', 'status_rank'].map(
    (column) => `CREATE INDEX invoice_by_${column} ON invoice (${column})`,
  ),
  `CREATE INDEX invoice_by_status ON invoice (status, issue_date)`,
  `CREATE INDEX invoice_by_customer ON invoice (customer_id, issue_date)`,
  // Deleting a draft looks for invoices that refer to it.
  `CREATE INDEX invoice_following ON invoice (preceding_invoice_id) WHERE preceding_invoice_id IS NOT NULL`,

  `CREATE TABLE invoice_entry (id INTEGER PRIMARY KEY AUTOINCREMENT, invoice_id INTEGER NOT NULL REFERENCES invoice ON DELETE CASCADE, sort INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('line', 'text')), area TEXT NOT NULL CHECK (area IN ('intro', 'body', 'closing')), title TEXT NOT NULL DEFAULT '',
    content TEXT CHECK (content IS NULL OR json_valid(content)), quantity INTEGER, unit TEXT CHECK (unit IN ('piece', 'hour', 'day', 'month', 'flat-rate')),
    unit_price INTEGER CHECK (unit_price >= 0), vat_rate_id INTEGER REFERENCES vat_rate,
    discount_percent INTEGER CHECK (discount_percent BETWEEN 1 AND 10000), discount_amount INTEGER CHECK (discount_amount > 0),
    rule_above INTEGER NOT NULL DEFAULT 0 CHECK (rule_above IN (0, 1)), rule_below INTEGER NOT NULL DEFAULT 0 CHECK (rule_below IN (0, 1)),
    CHECK (discount_percent IS NULL OR discount_amount IS NULL),
    CHECK (CASE kind WHEN 'line' THEN area = 'body' AND quantity IS NOT NULL AND unit IS NOT NULL AND unit_price IS NOT NULL AND vat_rate_id IS NOT NULL
      ELSE content IS NOT NULL AND quantity IS NULL AND unit IS NULL AND unit_price IS NULL AND vat_rate_id IS NULL END)) STRICT`,
  `CREATE INDEX invoice_entry_of ON invoice_entry (invoice_id, sort)`,
  `CREATE INDEX invoice_entry_rate ON invoice_entry (vat_rate_id) WHERE vat_rate_id IS NOT NULL`,

  `CREATE TABLE invoice_allowance (id INTEGER PRIMARY KEY AUTOINCREMENT, invoice_id INTEGER NOT NULL REFERENCES invoice ON DELETE CASCADE, sort INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''), discount_percent INTEGER CHECK (discount_percent BETWEEN 1 AND 10000), discount_amount INTEGER CHECK (discount_amount > 0),
    CHECK ((discount_percent IS NULL) <> (discount_amount IS NULL))) STRICT`,
  `CREATE INDEX invoice_allowance_of ON invoice_allowance (invoice_id, sort)`,

  // With a rowid: contents in the key's own tree would leave four entries a page.
  `CREATE TABLE stored_file (hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64), size INTEGER NOT NULL, content BLOB NOT NULL, CHECK (size = length(content))) STRICT`,
  // The complete document as it was frozen, with the hash of its text.
  `CREATE TABLE invoice_snapshot (invoice_id INTEGER PRIMARY KEY REFERENCES invoice ON DELETE CASCADE, document TEXT NOT NULL CHECK (json_valid(document)),
    hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT`,
  `CREATE TABLE invoice_file (invoice_id INTEGER NOT NULL REFERENCES invoice ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('pdf', 'xrechnung')),
    hash TEXT NOT NULL REFERENCES stored_file, file_name TEXT NOT NULL, PRIMARY KEY (invoice_id, kind)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX invoice_file_of ON invoice_file (hash)`,

  // entry: canonical JSON (RFC 8785); hash = SHA-256(previous hash || entry). The rest is read from the entry for look-ups.
  `CREATE TABLE journal (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL CHECK (json_valid(entry)), hash TEXT NOT NULL CHECK (length(hash) = 64),
    record TEXT GENERATED ALWAYS AS (json_extract(entry, '$.record')) VIRTUAL, record_id INTEGER GENERATED ALWAYS AS (json_extract(entry, '$.recordId')) VIRTUAL) STRICT`,
  `CREATE INDEX journal_of ON journal (record, record_id)`,

  // What a request id made, so that a repeat of the call returns it instead of making a second one.
  `CREATE TABLE request (id TEXT PRIMARY KEY, call TEXT NOT NULL, input_hash TEXT NOT NULL, record_id INTEGER NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID`,
];

/** The first form of a Kontor file. */
export class Start1700000000001 implements MigrationInterface {
  readonly name = 'Start1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await protectFinalInvoices(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}
