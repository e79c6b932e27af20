import type { z } from 'zod';
import type { FieldProblem } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** Translates what zod found into field, rule and parameters; the sentences stand in `shared/text`. */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, []));
}

function problemsOfIssue(issue: Issue, parent: readonly PropertyKey[]): FieldProblem[] {
  const path = [...parent, ...issue.path];
  const at = (rule: string, parameters: FieldProblem['parameters'] = {}, field = fieldName(path)): FieldProblem => ({
    field,
    rule,
    parameters,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at('unknown-field', { name: key }, fieldName([...path, key])));
    case 'invalid_union':
      return unionProblems(issue, path, at);
    case 'too_big':
      return [
        at(issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large', {
          maximum: Number(issue.maximum),
        }),
      ];
    case 'too_small':
      return [at(tooSmallRule(issue), { minimum: smallest(issue) })];
    case 'invalid_type':
      return [at(isMissing(issue) ? 'required' : 'type', { expected: issue.expected })];
    case 'custom':
      return [
        at(
          String(issue.params?.['rule'] ?? 'invalid'),
          (issue.params?.['parameters'] ?? {}) as FieldProblem['parameters'],
        ),
      ];
    case 'invalid_value':
      return [at('choice', { choices: issue.values.map(String).join(', ') })];
    case 'invalid_format':
      return [at(issue.format === 'date' ? 'date' : 'format')];
    default:
      return [at('invalid')];
  }
}

function tooSmallRule(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') return 'required';
  return issue.origin === 'array' ? 'too-few' : 'too-small';
}

/** Zod keeps the input itself out of its issues; the words of its message tell what is missing from what is of another type. */
function isMissing(issue: Extract<Issue, { code: 'invalid_type' }>): boolean {
  return issue.message.endsWith('received undefined');
}

/** The smallest whole number that is allowed; `positive()` names the one below. */
function smallest({ minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): number {
  return inclusive === false ? Number(minimum) + 1 : Number(minimum);
}

/** Of a union the branch that came furthest says what is wrong; when none came further, the type or the choice itself is. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  at: (rule: string, parameters?: FieldProblem['parameters']) => FieldProblem,
): FieldProblem[] {
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => problemsOfIssue(inner, path)));
  const own = fieldName(path);
  const deeper = branches.filter((problems) => problems.every(({ field, rule }) => field !== own || rule !== 'type'));
  const best = deeper.sort((a, b) => a.length - b.length)[0];
  if (best && best.length > 0) return best;
  const [wrongType] = branches.flat();
  return [wrongType ?? at('choice', { choices: ('options' in issue ? issue.options : []).map(String).join(', ') })];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
