import type { ErrorCode } from '../contract/errors.ts';
import type { Language } from '../domain/template.ts';
import { errorParameters, errorProblems } from './error-details.ts';
import { ERRORS } from './errors.ts';
import { fill } from './sentence.ts';

export { localTime } from './error-details.ts';
export { fieldName } from './fields.ts';
export { damageSentence, findingSentence, problemSentence } from './problems.ts';

/** Why a call was refused, for people: a sentence by its code, and what is wrong with single fields. */
export function errorSentence(code: ErrorCode, details: unknown, language: Language): string {
  return [fill(ERRORS[code], errorParameters(details, language), language), ...errorProblems(details, language)].join(
    ' ',
  );
}
