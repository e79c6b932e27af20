/** Reads where rows lie in a SQLite file, byte by byte, so that a test can change one as a failing disk would. */

/** A row as it lies in the file. */
export interface RowPlace {
  /** Null in a table without rowid. */
  rowid: number | null;
  /** Places in the file of the bytes of its record. */
  bytes: number[];
}

/** A byte of a row and what it belongs to: a stored column by its place, or -1 for the head of the record. */
export interface BytePlace {
  offset: number;
  column: number;
}

const LEAF = { table: 0x0d, index: 0x0a };
const INTERIOR = { table: 0x05, index: 0x02 };

/** Every row of a table, in the order of its key; `root` is its first page (`sqlite_schema.rootpage`). */
export function rowsIn(file: Buffer, root: number): RowPlace[] {
  const pageSize = file.readUInt16BE(16);
  const start = (root - 1) * pageSize;
  const head = root === 1 ? start + 100 : start;
  const type = file.readUInt8(head);
  const isLeaf = type === LEAF.table || type === LEAF.index;
  const isTable = type === LEAF.table || type === INTERIOR.table;
  const cells = head + (isLeaf ? 8 : 12);
  const rows: RowPlace[] = [];
  for (let index = 0; index < file.readUInt16BE(head + 3); index += 1) {
    let at = start + file.readUInt16BE(cells + 2 * index);
    if (!isLeaf) {
      rows.push(...rowsIn(file, file.readUInt32BE(at)));
      at += 4;
    }
    if (isTable && !isLeaf) continue;
    const size = varint(file, at);
    const rowid = isTable ? varint(file, size.end) : { value: null, end: size.end };
    rows.push({ rowid: rowid.value, bytes: payload(file, rowid.end, size.value, { pageSize, isTable }) });
  }
  return isLeaf ? rows : [...rows, ...rowsIn(file, file.readUInt32BE(head + 8))];
}

/** The column of every byte of a row. */
export function bytesByColumn(file: Buffer, { bytes }: RowPlace): BytePlace[] {
  const record = Buffer.from(bytes.map((offset) => file[offset] ?? 0));
  const head = varint(record, 0);
  const columns: number[] = Array.from({ length: head.value }, () => -1);
  for (let at = head.end, column = 0; at < head.value; column += 1) {
    const type = varint(record, at);
    columns.push(...Array.from({ length: lengthOf(type.value) }, () => column));
    at = type.end;
  }
  return bytes.map((offset, index) => ({ offset, column: columns[index] ?? -1 }));
}

/** What does not fit into a page goes on in others. */
function payload(file: Buffer, at: number, size: number, page: { pageSize: number; isTable: boolean }): number[] {
  const { pageSize, isTable } = page;
  const most = isTable ? pageSize - 35 : Math.floor(((pageSize - 12) * 64) / 255) - 23;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (pageSize - 4));
  const local = size <= most ? size : fitting <= most ? fitting : least;
  const bytes = Array.from({ length: local }, (_, index) => at + index);
  let next = size > local ? file.readUInt32BE(at + local) : 0;
  while (next !== 0) {
    const start = (next - 1) * pageSize;
    const length = Math.min(size - bytes.length, pageSize - 4);
    for (let index = 0; index < length; index += 1) bytes.push(start + 4 + index);
    next = file.readUInt32BE(start);
  }
  return bytes;
}

function varint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + index + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}

/** Bytes of a value by its serial type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}
