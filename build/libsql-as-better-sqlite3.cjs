/**
 * The stand-in for better-sqlite3 in the Electron of the desktop tests, whose Node-API is too old for it; never shipped.
 * It gives libsql 0.5 the habits of better-sqlite3 that the store relies on. Bare libsql ends the process on a boolean and on
 * a Buffer or Date as the only argument, gives blobs as ArrayBuffer, and knows neither readonly nor backup.
 */
const Libsql = require('libsql');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** What libsql may be given; anything else would end the process instead of throwing. */
function argument(value) {
  if (value === undefined || value === null) return null;
  if (['number', 'string', 'bigint'].includes(typeof value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new TypeError('SQLite3 can only bind numbers, strings, bigints, buffers, and null');
}

const isNamed = ([first, ...rest]) =>
  rest.length === 0 && typeof first === 'object' && first !== null && Object.getPrototypeOf(first) === Object.prototype;

/** Parameters as one array or one object, in which a lone Buffer is safe. */
function bound(parameters) {
  if (parameters.length === 0) return [];
  if (isNamed(parameters)) {
    return [Object.fromEntries(Object.entries(parameters[0]).map(([name, value]) => [name, argument(value)]))];
  }
  const list = parameters.length === 1 && Array.isArray(parameters[0]) ? parameters[0] : parameters;
  return [list.map(argument)];
}

const cell = (value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value);

function row(value) {
  if (Array.isArray(value)) return value.map(cell);
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer || Buffer.isBuffer(value)) {
    return cell(value);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cell(item)]));
}

/** STRICT tables refuse a wrong type with a code that libsql has no name for. */
function withNamedCode(work) {
  try {
    return work();
  } catch (error) {
    if (error.code === 'UNKNOWN_SQLITE_ERROR_3091') error.code = 'SQLITE_CONSTRAINT_DATATYPE';
    throw error;
  }
}

const READS =
  /^\s*(SELECT|VALUES|EXPLAIN|PRAGMA|BEGIN(?! IMMEDIATE| EXCLUSIVE)|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|WITH\b(?![^]*\b(INSERT|UPDATE|DELETE)\b))/i;

function statement(inner, source) {
  return {
    source,
    reader: inner.reader,
    readonly: READS.test(source),
    run: (...parameters) =>
      withNamedCode(() => {
        const { changes, lastInsertRowid } = inner.run(...bound(parameters));
        return { changes, lastInsertRowid };
      }),
    all: (...parameters) => withNamedCode(() => inner.all(...bound(parameters)).map(row)),
    // libsql's own adds a field of its own and ignores pluck.
    get: (...parameters) => withNamedCode(() => inner.all(...bound(parameters)).map(row)[0]),
    columns: () => inner.columns(),
  };
}

function open(file, options) {
  const inner = new Libsql(file, options);
  const database = {
    name: file,
    get open() {
      return inner.open;
    },
    get inTransaction() {
      return inner.inTransaction;
    },
    prepare: (source) => statement(inner.prepare(source), source),
    exec: (source) => {
      inner.exec(source);
      return database;
    },
    pragma: (source, { simple = false } = {}) => {
      const rows = database.prepare(`PRAGMA ${source}`).all();
      return simple ? Object.values(rows[0] ?? {})[0] : rows;
    },
    backup: async (target) => {
      database.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
      return { totalPages: 0, remainingPages: 0 };
    },
    close: () => {
      inner.close();
      // A connection keeps its lock as long as it has statements, and libsql's end with the garbage collection only.
      setTimeout(collectGarbage);
      return database;
    },
  };
  return database;
}

// A function, because better-sqlite3 may be called with and without `new`; either way the object comes back.
module.exports = function openDatabase(file, options) {
  return open(file, options);
};
