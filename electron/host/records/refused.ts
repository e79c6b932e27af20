import { CallError, type FieldProblem } from '#shared/contract/errors.ts';

/** The refusal of an input because of one field, by a rule of `shared/text`. */
export function refused(field: string, rule: string, parameters: FieldProblem['parameters'] = {}): CallError {
  return new CallError('invalid-input', `${field}: ${rule}`, [{ field, rule, parameters }]);
}
