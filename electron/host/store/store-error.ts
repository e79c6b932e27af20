/** Why a file cannot be opened or written; the same words as in shared/contract/errors.ts, which the store may not import. */
export type StoreErrorCode =
  | 'office-in-use'
  | 'office-foreign'
  | 'office-newer'
  | 'office-damaged'
  | 'office-not-writable'
  | 'office-update-failed'
  | 'disk-full';

/** Who holds a file, as far as is known; each '' when not. */
export interface Holder {
  user: string;
  machine: string;
  /** Instant. */
  since: string;
}

/** A state of the Kontor file that the user must hear about. `create-host.ts` turns it into a refusal with the same code. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly details: unknown;
  constructor(code: StoreErrorCode, message: string, details: unknown = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
    this.details = details;
  }
}

/** Prefixes of result codes of SQLite and of errno names, and what they mean to the user. The first match counts. */
const MEANINGS: [prefix: string, code: StoreErrorCode][] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_CORRUPT', 'office-damaged'],
  ['SQLITE_NOTADB', 'office-damaged'],
  ['SQLITE_READONLY', 'office-not-writable'],
  ['SQLITE_CANTOPEN', 'office-not-writable'],
  ['SQLITE_PERM', 'office-not-writable'],
  ['EACCES', 'office-not-writable'],
  ['EPERM', 'office-not-writable'],
  ['EROFS', 'office-not-writable'],
];

/** The result code of SQLite or the operating system behind an error, also when TypeORM has wrapped it; '' without one. */
export function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}

/** Gives an error of SQLite or the file system its code for the user; any other error comes back as it is. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const cause = causeCode(error);
  const meaning = MEANINGS.find(([prefix]) => cause.startsWith(prefix));
  if (!meaning) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(meaning[1], `${meaning[1]}: ${reason}`, { reason }, { cause: error });
}
