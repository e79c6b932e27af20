import type { Reader, Store, Writer } from '../store/open.ts';
import type { Change } from '../records/change.ts';
import { appendJournal, lastPosition, type JournalPosition } from './service.ts';

/** A part is full at this size: what is in memory together, in the host and on its way. */
const PART_BYTES = 4 * 1024 * 1024;
/** Entries in one look. */
const BATCH = 100;

/** Records that the journal is exported, and returns the entry that says so: the last one of the export (F2.2). */
export async function recordExport(writer: Writer, change: Change): Promise<JournalPosition> {
  const { sequence, hash } = await lastPosition(writer);
  const changes = { last: { from: null, to: sequence }, hash: { from: null, to: hash } };
  return appendJournal(writer, { ...change, action: 'journal.exported', record: 'journal', recordId: null, changes });
}

/** The entry at this place. */
export async function positionAt(reader: Reader, sequence: number): Promise<JournalPosition> {
  const rows = await reader.query<JournalPosition[]>('SELECT sequence, hash FROM journal WHERE sequence = ?', [
    sequence,
  ]);
  const [position] = rows;
  if (!position) throw new Error(`the journal has no entry ${sequence}`);
  return position;
}

export interface JournalPart {
  /** UTF-8. */
  content: Uint8Array<ArrayBuffer>;
  /** The last entry in it. */
  last: number;
  done: boolean;
}

/**
 * The lines of the entries after one up to another, as many as fit: `{"entry":…,"hash":"…"}` with the very text that was hashed,
 * so that anybody can follow the chain (docs/verfahren-journal.md). After the last one `{"anchor":{"hash":"…","sequence":…}}`.
 */
export async function journalPart(store: Store, after: number, until: number | undefined): Promise<JournalPart> {
  const look = <T>(work: (reader: Reader) => Promise<T>): Promise<T> => store.read(work, 'journal.part');
  const end = Math.min(until ?? Infinity, (await look(lastPosition)).sequence);
  const lines: string[] = [];
  let [last, size] = [after, 0];
  while (last < end && size < PART_BYTES) {
    const from = last;
    const rows = await look((reader) =>
      reader.query<(JournalPosition & { entry: string })[]>(
        'SELECT sequence, entry, hash FROM journal WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
        [from, end, BATCH],
      ),
    );
    for (const { sequence, entry, hash } of rows) {
      if (size >= PART_BYTES) break;
      const line = `{"entry":${entry},"hash":"${hash}"}\n`;
      lines.push(line);
      size += Buffer.byteLength(line);
      last = sequence;
    }
    if (rows.length === 0) break;
  }
  const done = last >= end;
  if (done) {
    const { sequence, hash } = await look((reader) => positionAt(reader, end));
    lines.push(`{"anchor":{"hash":"${hash}","sequence":${sequence}}}\n`);
  }
  return { content: Buffer.from(lines.join(''), 'utf8'), last, done };
}
