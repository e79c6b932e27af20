/** Many invoices after the pattern of those that a host made: by prepared statements, with all that the host would write. */
import type { IsoDate } from '#shared/domain/amounts.ts';
import { computeTotals } from '#shared/domain/compute-totals.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { formatUnitPrice } from '#shared/domain/decimal.ts';
import type { DocumentLine, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { InvoiceStatus } from '#shared/domain/invoice-status.ts';
import { applyPattern } from '#shared/domain/number-pattern.ts';
import { paymentTerms } from '#shared/domain/payment-terms.ts';
import { searchText } from '#shared/domain/search-text.ts';
import { sha256 } from '../../electron/host/journal/hash.ts';
import { canonicalText, entryHash, type Changes } from '../../electron/host/journal/service.ts';
import { openConnection, type Connection } from './sqlite.ts';

const FIRST_DAY: IsoDate = '2021-01-01';
const LAST_DAY: IsoDate = '2026-11-20';
const PER_TRANSACTION = 1000;
/** One customer of many invoices, as a filter by customer finds a whole page even in a small office. */
const REGULAR_CUSTOMER_SHARE = 15;
const TOPICS = ['Wartung', 'Reparatur', 'Lieferung', 'Beratung', 'Montage', 'Prüfung', 'Umbau', 'Schulung'] as const;
const PLACES = ['Halle Nord', 'Büro', 'Lager', 'Werkstatt', 'Filiale Süd', 'Hof', 'Dachgeschoss'] as const;
/** The last step of 50 invoices in turn: 4 % drafts, 26 % final, 20 % sent, 50 % paid. */
const STEPS: readonly InvoiceStatus[] = [
  ...Array<InvoiceStatus>(2).fill('draft'),
  ...Array<InvoiceStatus>(13).fill('final'),
  ...Array<InvoiceStatus>(10).fill('sent'),
  ...Array<InvoiceStatus>(25).fill('paid'),
];

type Row = Record<string, string | number | null>;

/** An invoice that the host made, read back with everything below it. */
interface Pattern {
  invoice: Row;
  entries: Row[];
  files: { kind: string; hash: string }[];
  document: InvoiceDocument;
  /** What its journal entries `invoice.created` and `invoice.finalised` say. */
  created: Changes;
  finalised: Changes;
}

interface Counter {
  last: number;
  sequence: number;
}

/**
 * Adds invoices to a closed file: own numbers without gaps, dates, titles, prices, sums, snapshots and chained journal
 * entries; only the stored files are those of their pattern. A thousand in a transaction.
 */
export function cloneInvoices(file: string, count: number): void {
  const database = openConnection(file);
  try {
    database.pragma('foreign_keys = ON');
    // An interrupted file is thrown away, so that nothing need wait for the disk.
    database.pragma('synchronous = OFF');
    const clone = cloner(database, readPatterns(database));
    const days = daysBetween(FIRST_DAY, LAST_DAY);
    for (let begin = 0; begin < count; begin += PER_TRANSACTION) {
      const end = Math.min(begin + PER_TRANSACTION, count);
      database.transaction(() => {
        for (let index = begin; index < end; index++) {
          clone(index, addDays(FIRST_DAY, Math.floor((index * days) / count)));
        }
      })();
    }
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

function readPatterns(database: Connection): Pattern[] {
  const all = <T>(sql: string, ...values: unknown[]): T[] => database.prepare(sql).all(...values) as T[];
  const columnsOf = (table: string): string =>
    all<{ name: string }>("SELECT name FROM pragma_table_info(?) WHERE name <> 'id'", table)
      .map(({ name }) => name)
      .join(', ');
  const changes = (id: unknown, action: string): Changes => {
    const entries = all<{ entry: string }>("SELECT entry FROM journal WHERE record = 'invoice' AND record_id = ?", id);
    const facts = entries.map(({ entry }) => JSON.parse(entry) as { action: string; changes: Changes });
    return facts.find((fact) => fact.action === action)?.changes ?? {};
  };
  return all<{ id: number }>('SELECT id FROM invoice ORDER BY id').map(({ id }): Pattern => {
    const [invoice] = all<Row>(`SELECT ${columnsOf('invoice')} FROM invoice WHERE id = ?`, id);
    const [snapshot] = all<{ document: string }>('SELECT document FROM invoice_snapshot WHERE invoice_id = ?', id);
    if (!invoice || !snapshot) throw new Error(`invoice ${id} is not final`);
    return {
      invoice,
      entries: all<Row>(
        `SELECT ${columnsOf('invoice_entry')} FROM invoice_entry WHERE invoice_id = ? ORDER BY sort`,
        id,
      ),
      files: all('SELECT kind, hash FROM invoice_file WHERE invoice_id = ?', id),
      document: JSON.parse(snapshot.document) as InvoiceDocument,
      created: changes(id, 'invoice.created'),
      // The hashes of the rows are the pattern's own; a journal from before there were any is sound too.
      finalised: without('rows', changes(id, 'invoice.finalised')),
    };
  });
}

function cloner(database: Connection, patterns: Pattern[]): (position: number, issueDate: IsoDate) => void {
  const who = String(patterns[0]?.invoice['changed_by']);
  const range = database.prepare('SELECT id, pattern, digits FROM number_range').get() as {
    id: number;
    pattern: string;
    digits: number;
  };
  const counters = new Map<string, Counter>();
  for (const { period, last_value, journal_sequence } of database.prepare('SELECT * FROM number_counter').all() as {
    period: string;
    last_value: number;
    journal_sequence: number;
  }[]) {
    counters.set(period, { last: last_value, sequence: journal_sequence });
  }
  const insert = inserter(database);
  const makeFinal = database.prepare(
    `UPDATE invoice SET status = :status, revision = :revision, number = :number, number_range_id = :range,
      number_period = :period, number_counter = :counter, finalised_at = :at, journal_hash = :hash,
      e_invoice = 'xrechnung' WHERE id = :id`,
  );
  const count = database.prepare(
    `INSERT INTO number_counter (number_range_id, period, last_value, journal_sequence) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET last_value = excluded.last_value, journal_sequence = excluded.journal_sequence`,
  );
  const journal = journalOf(database, who);
  const indexText = database.prepare('INSERT INTO invoice_search (invoice_id, text) VALUES (?, ?)');
  const index = (id: number, title: string, number: string) => indexText.run(id, searchText(title, number));

  return (position, issueDate) => {
    const pattern = patternOf(patterns, position);
    const at = `${issueDate}T09:30:00.000Z`;
    const draft = draftDocument(pattern.document, position, issueDate, at);
    const id = insert('invoice', { ...draftRow(pattern.invoice, draft), changed_at: at, created_at: at });
    for (const [line, entry] of pattern.entries.entries()) {
      insert('invoice_entry', {
        ...entry,
        invoice_id: id,
        unit_price: (draft.entries[line] as DocumentLine).unitPrice,
      });
    }
    journal(at, id, 'invoice.created', createdChanges(pattern.created, draft));
    const status = STEPS[(position * 7) % STEPS.length] ?? 'final';
    if (status === 'draft') {
      index(id, draft.title, '');
      return;
    }

    const period = issueDate.slice(0, 4);
    const counter = (counters.get(period)?.last ?? 0) + 1;
    const number = applyPattern(range.pattern, range.digits, counter, issueDate);
    const text = canonicalText({ ...draft, number });
    const snapshotHash = sha256(text);
    insert('invoice_snapshot', {
      ...{ invoice_id: id, document: text, hash: snapshotHash },
      logo_hash: draft.logo?.hash ?? null,
    });
    for (const { kind, hash } of pattern.files) {
      insert('invoice_file', {
        invoice_id: id,
        kind,
        hash,
        file_name: `Rechnung_${number}.${kind === 'pdf' ? kind : 'xml'}`,
      });
    }
    const made = { number: { from: '', to: number }, snapshotHash: { from: null, to: snapshotHash } };
    const { sequence, hash } = journal(at, id, 'invoice.finalised', { ...pattern.finalised, ...made });
    const later = (['sent', 'paid'] as const).slice(0, ['final', 'sent', 'paid'].indexOf(status));
    for (const [step, to] of later.entries()) {
      journal(at, id, `invoice.${to}`, { status: { from: step === 0 ? 'final' : 'sent', to } });
    }
    counters.set(period, { last: counter, sequence });
    count.run(range.id, period, counter, sequence);
    index(id, draft.title, number);
    makeFinal.run({ id, status, number, period, counter, at, hash, range: range.id, revision: 2 + later.length });
  };
}

/** Inserts rows by the names of their columns, with one statement for each table. */
function inserter(database: Connection): (table: string, row: Row) => number {
  const statements = new Map<string, ReturnType<Connection['prepare']>>();
  return (table, row) => {
    let statement = statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const places = columns.map((column) => `:${column}`).join(', ');
      statement = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
      statements.set(table, statement);
    }
    return Number(statement.run(row).lastInsertRowid);
  };
}

/** Adds journal entries to the chain as `appendJournal` does. */
function journalOf(database: Connection, who: string) {
  const insert = database.prepare('INSERT INTO journal (sequence, entry, hash) VALUES (?, ?, ?)');
  let last = database.prepare('SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1').get() as {
    sequence: number;
    hash: string;
  };
  return (at: string, recordId: number, action: string, changes: Changes) => {
    const sequence = last.sequence + 1;
    const entry = canonicalText({ sequence, at, who, action, record: 'invoice', recordId, changes });
    last = { sequence, hash: entryHash(last.hash, entry) };
    insert.run(sequence, entry, last.hash);
    return last;
  };
}

function patternOf(patterns: Pattern[], index: number): Pattern {
  const others = patterns.length - 1;
  const pattern = patterns[index % REGULAR_CUSTOMER_SHARE === 0 ? 0 : 1 + (index % others)];
  if (!pattern) throw new Error('there is no invoice to go by');
  return pattern;
}

function draftDocument(pattern: InvoiceDocument, index: number, issueDate: IsoDate, madeAt: string): InvoiceDocument {
  const entries = pattern.entries.map((entry, line) =>
    entry.kind === 'line' ? { ...entry, unitPrice: entry.unitPrice + scattered(index + line, 100_000) * 100 } : entry,
  );
  const lines = entries.filter((entry) => entry.kind === 'line');
  const { dueDays, skonto } = pattern.terms;
  return {
    ...pattern,
    number: null,
    issueDate,
    title: `${TOPICS[index % TOPICS.length]} ${PLACES[index % PLACES.length]}, Auftrag ${scattered(index, 1_000_000)}`,
    servicePeriod: { start: addDays(issueDate, -14), end: addDays(issueDate, -1) },
    terms: paymentTerms(issueDate, { dueDays, skonto }),
    entries,
    totals: computeTotals({ lines, allowances: [], skontoPercent: skonto?.percent ?? null, exchangeRate: null }),
    madeAt,
  };
}

/** The columns of a draft that its document says. */
function draftRow(pattern: Row, { issueDate, title, servicePeriod, terms, totals }: InvoiceDocument): Row {
  return {
    ...pattern,
    ...{ status: 'draft', revision: 1, number: '', number_range_id: null, number_period: null, number_counter: null },
    ...{ e_invoice: null, finalised_at: null, journal_hash: null },
    ...{ issue_date: issueDate, title, due_date: terms.dueDate },
    ...{ service_start: servicePeriod?.start ?? null, service_end: servicePeriod?.end ?? null },
    ...{ line_net: totals.lineNet, net: totals.net, vat: totals.vat, gross: totals.gross },
  };
}

function createdChanges(pattern: Changes, { issueDate, title, servicePeriod, entries }: InvoiceDocument): Changes {
  const given = pattern['entries']?.to as Record<string, string>[];
  const priced = given.map((entry, line) => ({
    ...entry,
    unitPrice: formatUnitPrice((entries[line] as DocumentLine).unitPrice),
  }));
  return {
    ...pattern,
    issueDate: { from: null, to: issueDate },
    title: { from: null, to: title },
    servicePeriod: { from: null, to: servicePeriod && { ...servicePeriod } },
    entries: { from: null, to: priced },
  };
}

/** Spreads neighbours over a range, the same in every run. */
function scattered(index: number, range: number): number {
  return (index * 48_271 + 12_345) % range;
}

function without(field: string, changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== field));
}
