import { CallError, type ErrorCode, type FieldProblem } from '#shared/contract/errors.ts';

/** Codes of the operating system, and what they mean to the user. */
const MEANINGS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'office-not-writable',
  EPERM: 'office-not-writable',
  EROFS: 'office-not-writable',
  ENOENT: 'office-not-writable',
  EEXIST: 'office-not-writable',
  ENOTDIR: 'office-not-writable',
  EBUSY: 'office-in-use',
};

/** Gives an error of the file system its code for the user; anything else comes back as it is. */
export function fileRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CallError) return error;
  const code = MEANINGS[String((error as NodeJS.ErrnoException).code)];
  return code === undefined ? error : new CallError(code, error.message, { reason: error.message }, { cause: error });
}

/** A refusal of one field of the input. */
export function fieldRefusal(
  code: 'invalid-input' | 'already-exists',
  problem: Pick<FieldProblem, 'field' | 'rule'>,
): CallError {
  return new CallError(code, `${problem.field}: ${problem.rule}`, [{ ...problem, parameters: {} }]);
}
