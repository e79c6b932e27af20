import { CallError, type FieldProblem } from '#shared/contract/errors.ts';

/** Problems inside of a rich text belong to its field: its blocks have no control of their own. */
export function atWholeTexts(error: unknown): unknown {
  if (!(error instanceof CallError) || error.code !== 'invalid-input') return error;
  const problems = (error.details as FieldProblem[]).map((problem) => ({
    ...problem,
    field: problem.field.replace(/\b(description|content)\..*$/, '$1'),
  }));
  return new CallError(error.code, error.message, problems, { cause: error });
}
