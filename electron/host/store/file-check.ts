import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from './store-error.ts';

/** "KONT", in the header of every Kontor file (SQLite's application_id). */
export const APPLICATION_ID = 0x4b4f4e54;
const APPLICATION_ID_OFFSET = 68;

/** What identifies a file on this machine, whatever path leads to it; null when there is none yet. */
export function fileIdentity(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * Everything that can be said before SQLite touches the file: folder there and writable, file writable, ours by its header.
 * Never call it for a file that this process has open: closing the descriptor would drop SQLite's lock (POSIX).
 * @throws StoreError `office-not-writable`, `office-foreign`
 */
export function checkFile(file: string): void {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw notWritable(`there is no folder ${folder}`);
  // The write-ahead log and the note are made beside the file.
  assertAccess(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile()) throw foreign(`${file} is not a file`);
  assertAccess(file, constants.R_OK | constants.W_OK);
  // Left by a program that was ended right after it made the file: new.
  if (found.size === 0) return;
  if (readApplicationId(file) !== APPLICATION_ID) {
    throw foreign(`${file} is not a Kontor file, or its beginning is destroyed`);
  }
}

/** 0 when the file is too short to hold it. Bytes before it may be broken: SQLite then says so itself. */
function readApplicationId(file: string): number {
  const header = Buffer.alloc(APPLICATION_ID_OFFSET + 4);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
    return header.readInt32BE(APPLICATION_ID_OFFSET);
  } finally {
    closeSync(descriptor);
  }
}

function assertAccess(path: string, mode: number): void {
  try {
    accessSync(path, mode);
  } catch (cause) {
    throw notWritable(`no permission to write to ${path}`, { cause });
  }
}

function notWritable(reason: string, options?: ErrorOptions): StoreError {
  return new StoreError('office-not-writable', reason, { reason }, options);
}

function foreign(reason: string): StoreError {
  return new StoreError('office-foreign', reason, { reason });
}
