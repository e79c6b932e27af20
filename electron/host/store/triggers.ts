import type { QueryRunner } from 'typeorm';

/** What may still change in a final invoice, and why. Nothing of it stands on the document (F2.1). */
export const CHANGEABLE_INVOICE_COLUMNS = {
  status: 'sent, paid, cancelled: what happens to the document, not what it says (C1)',
  revision: 'counts the changes of the status',
  changed_at: 'when the status changed',
  changed_by: 'who changed the status',
  sent_on: 'when it went to the customer',
  paid: 'what has come in',
  dispute: 'the customer objects to what went out (B2.11)',
} as const satisfies Record<string, string>;

/** Tables below an invoice to which a final one is added to, and why; what stands in them stays. */
const ADDED_LATER = {
  payment: 'money comes in after the document went out',
} as const satisfies Record<string, string>;

const PREFIX = 'protect_';

/** One trigger; its rule, `final: invoice_entry`, is the message of the error that it raises. */
export interface Protection {
  name: string;
  sql: string;
}

/** The query interface that both a migration and `office.verify` have. */
type Queries = Pick<QueryRunner, 'query'>;

/**
 * Makes the triggers anew from the tables as they are. Every migration that touches a table below an invoice calls it last.
 */
export async function protectFinalInvoices(runner: Queries): Promise<void> {
  for (const { name } of await existingProtections(runner)) await runner.query(`DROP TRIGGER "${name}"`);
  for (const { sql } of await protections(runner)) await runner.query(sql);
}

/** The protecting triggers that the file has. */
export function existingProtections(runner: Queries): Promise<Protection[]> {
  return runner.query(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, ${PREFIX.length}) = '${PREFIX}' ORDER BY name`,
  ) as Promise<Protection[]>;
}

/** The protecting triggers that the file should have, from its tables as they are. */
export async function protections(runner: Queries): Promise<Protection[]> {
  const columns = (await runner.query(
    `SELECT name FROM pragma_table_xinfo('invoice') WHERE hidden = 0 ORDER BY cid`,
  )) as {
    name: string;
  }[];
  const below = await tablesBelowInvoice(runner);
  return [
    ...invoiceProtections(columns.map(({ name }) => name)),
    ...below.flatMap((owned) =>
      Object.hasOwn(ADDED_LATER, owned.table) ? laterProtections(owned) : ownedProtections(owned),
    ),
    ...recordProtections(),
  ];
}

function ownedProtections({ table, isFinal }: OwnedTable): Protection[] {
  return [
    trigger(table, 'insert', isFinal('NEW'), `final: ${table}`),
    trigger(table, 'update', `${isFinal('OLD')} OR ${isFinal('NEW')}`, `final: ${table}`),
    trigger(table, 'delete', isFinal('OLD'), `final: ${table}`),
  ];
}

/** The row of a key that is taken would be replaced: `recursive_triggers` has its deletion refused. */
function laterProtections({ table, isFinal }: OwnedTable): Protection[] {
  return [
    trigger(table, 'insert', `NOT (${isFinal('NEW')})`, `not yet final: ${table}`),
    trigger(table, 'update', 'true', `append only: ${table}`),
    trigger(table, 'delete', 'true', `append only: ${table}`),
  ];
}

function invoiceProtections(columns: string[]): Protection[] {
  const fixed = columns.filter((column) => !Object.hasOwn(CHANGEABLE_INVOICE_COLUMNS, column));
  // Compared by value and not by `UPDATE OF`: SQLite takes that list by its words, and `SET rowid = …` would pass it.
  const differs = fixed.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
  return [
    trigger('invoice', 'insert', "NEW.status <> 'draft'", 'an invoice begins as draft'),
    trigger(
      'invoice',
      'insert',
      `(SELECT status FROM invoice WHERE id = NEW.id) <> 'draft'`,
      'final: invoice',
      'replace',
    ),
    trigger('invoice', 'update', `OLD.status <> 'draft' AND (${differs})`, 'final: invoice'),
    trigger('invoice', 'update', "OLD.status <> 'draft' AND NEW.status = 'draft'", 'final: invoice.status', 'status'),
    trigger('invoice', 'delete', "OLD.status <> 'draft'", 'final: invoice'),
  ];
}

/** What is only ever added, whatever invoice it belongs to. */
function recordProtections(): Protection[] {
  const isReferenced =
    'EXISTS (SELECT 1 FROM invoice_file WHERE hash = OLD.hash) OR EXISTS (SELECT 1 FROM invoice_snapshot WHERE logo_hash = OLD.hash)';
  const next = '(SELECT coalesce(max(sequence), 0) + 1 FROM journal)';
  const another = 'NEW.number_range_id <> OLD.number_range_id OR NEW.period <> OLD.period';
  // A start value that was typed wrong may be put right, but never below a number that was given.
  const highest =
    '(SELECT coalesce(max(number_counter), 0) FROM invoice WHERE number_range_id = OLD.number_range_id AND number_period = OLD.period)';
  const back = `(NEW.last_value < OLD.last_value AND NEW.last_value < ${highest}) OR NEW.journal_sequence < OLD.journal_sequence`;
  return [
    trigger('stored_file', 'update', 'true', 'fixed: stored_file'),
    trigger('stored_file', 'delete', isReferenced, 'final: stored_file'),
    trigger('journal', 'insert', `NEW.sequence <> ${next}`, 'append only: journal'),
    trigger('journal', 'update', 'true', 'append only: journal'),
    trigger('journal', 'delete', 'true', 'append only: journal'),
    trigger('number_counter', 'update', `${another} OR ${back}`, 'grows only: number_counter'),
    trigger('number_counter', 'delete', 'true', 'grows only: number_counter'),
  ];
}

function trigger(
  table: string,
  event: 'insert' | 'update' | 'delete',
  when: string,
  rule: string,
  suffix = '',
): Protection {
  const name = `${PREFIX}${table}_${event}${suffix && `_${suffix}`}`;
  const sql = `CREATE TRIGGER "${name}" BEFORE ${event.toUpperCase()} ON "${table}" WHEN ${when} BEGIN SELECT RAISE(ABORT, '${rule}'); END`;
  return { name, sql };
}

/** `child.column` refers to `parent.key`. */
interface Reference {
  child: string;
  column: string;
  parent: string;
  key: string;
}

interface OwnedTable {
  table: string;
  /** The condition that the invoice of a row, NEW or OLD, is final. */
  isFinal: (row: string) => string;
}

/**
 * Every table whose rows belong to an invoice, directly or through another such table. Found from the foreign keys, so
 * that a new one cannot be forgotten.
 */
async function tablesBelowInvoice(runner: Queries): Promise<OwnedTable[]> {
  const references = (await runner.query(`
    SELECT t.name AS child, k."from" AS "column", k."table" AS parent,
      coalesce(k."to", (SELECT name FROM pragma_table_info(k."table") WHERE pk = 1)) AS key
    FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS k
    WHERE t.schema = 'main' AND t.type = 'table' AND k.seq = 0 ORDER BY child, k.id`)) as Reference[];

  /** The status of the invoice, for each way from the row of `table` with this key up to one. */
  function statuses(table: string, key: string, value: string, passed: string[]): string[] {
    if (table === 'invoice') return [`(SELECT status FROM invoice WHERE "${key}" = ${value})`];
    if (passed.includes(table)) return [];
    const upwards = references.filter(({ child }) => child === table);
    return upwards.flatMap((reference) => {
      const next = `(SELECT "${reference.column}" FROM "${table}" WHERE "${key}" = ${value})`;
      return statuses(reference.parent, reference.key, next, [...passed, table]);
    });
  }

  function rowStatuses(table: string, row: string): string[] {
    const upwards = references.filter(({ child }) => child === table);
    return upwards.flatMap(({ column, parent, key }) => statuses(parent, key, `${row}."${column}"`, [table]));
  }

  const tables = [...new Set(references.map(({ child }) => child))].filter(
    (table) => table !== 'invoice' && rowStatuses(table, 'NEW').length > 0,
  );
  return tables.map((table) => ({
    table,
    isFinal: (row) =>
      rowStatuses(table, row)
        .map((status) => `${status} <> 'draft'`)
        .join(' OR '),
  }));
}
