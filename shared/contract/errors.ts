/**
 * Every way in which a call can be refused. The sentences stand in `shared/text`, one per code;
 * `message` in the envelope is English, for logs and scripts.
 */
export const ERROR_CODES = [
  /** No call of this name. */
  'unknown-call',
  /** The input breaks the contract; `details` is `FieldProblem[]`. */
  'invalid-input',
  /** The record does not exist; `details` is `{ record, id }`. */
  'not-found',
  /** Somebody saved in between; `details` is `StaleDetails`. */
  'stale',
  /** The request id was used before with another input. */
  'request-mismatch',
  /** The status of the invoice does not allow this action (C1, C2); `details` is `{ status, action }`. */
  'not-allowed',
  /** A value must be unique and is taken; `details` is `FieldProblem[]`. */
  'already-exists',
  /** Finalising is refused; `details` is the `FinaliseCheck`. */
  'conditions-unmet',
  /** A sum leaves the range that can be written; `details` is `{ figure }`, with `record` and `id` of the invoice when
   * it is not the one of the call. */
  'amount-out-of-range',
  /** The document holds characters that the shipped font lacks; `details` is `FieldProblem[]`. */
  'unprintable-character',
  /** A draft has no XRechnung (D14). */
  'no-e-invoice',
  /** No template is chosen, so there is nothing to print with (A10.1). */
  'template-missing',
  /** Records kept changing while the invoice was made; nothing happened. */
  'changed-meanwhile',
  /** Another process has the file open; `details` is `{ user, machine, since }`, each '' when unknown. */
  'office-in-use',
  /** There is no file at this path. */
  'office-missing',
  /** A synchronising service watches the folder (only a warning: `acceptRisk`); `details` is `{ kind, service }`. */
  'office-risky-folder',
  /** The folder is on another machine, where locks and write-ahead log do not hold. */
  'office-network-share',
  /** Not a Kontor file. */
  'office-foreign',
  /** The file was written by a newer version. */
  'office-newer',
  /** The file is damaged; `details` is `{ reason }`. */
  'office-damaged',
  /** Folder or file cannot be written. */
  'office-not-writable',
  /** Updating the file failed; it was put back as it was. `details` is `{ backup }`. */
  'office-update-failed',
  /** The disk is full or the file may not grow. */
  'disk-full',
  /** The caller is not the window (desktop). */
  'foreign-sender',
  /** No Kontor file is open. */
  'no-office',
  /** There is no native dialog for files (browser). */
  'no-file-dialog',
  /** The window has lost the host. */
  'disconnected',
  /** A defect of Kontor; the log has the cause. */
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that is wrong with one field of an input. */
export interface FieldProblem {
  /** Where: `entries.3.quantity`; '' is the input as a whole. */
  field: string;
  /** What: a rule of `shared/text` (`required`, `percent-range`, `iban` …). */
  rule: string;
  /** What the sentence needs: limits, the offending character. */
  parameters: Record<string, string | number>;
}

/** Who saved the record that a caller's copy is older than (design, section 3). */
export interface StaleDetails {
  record: string;
  id: number;
  expectedRevision: number;
  revision: number;
  changedBy: string;
  changedAt: string;
}

/** A refusal with a code; anything else that is thrown in the host becomes `internal`. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  constructor(code: ErrorCode, message: string, details: unknown = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CallError';
    this.code = code;
    this.details = details;
  }
}
