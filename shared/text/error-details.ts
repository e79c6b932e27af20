import type { FieldProblem } from '../contract/errors.ts';
import type { Language } from '../domain/template.ts';
import { findingSentence, problemSentence, recordName } from './problems.ts';
import { ACTION_NAMES, STATUS_NAMES } from './records.ts';
import type { Parameters, Sentence } from './sentence.ts';

/** Most problems that one message lists; the window shows the rest at the fields. */
const MOST_PROBLEMS = 5;

/** Who holds a file is not always known. */
const UNKNOWN = {
  who: { de: 'Jemand', en: 'Somebody' },
  where: { de: 'unbekannter Rechner', en: 'unknown machine' },
  when: { de: 'unbekannt', en: 'unknown' },
} as const satisfies Record<string, Sentence>;

/** What the sentences of `errors.ts` need, from the details of a refusal. What is not there is never an error. */
export function errorParameters(details: unknown, language: Language): Parameters {
  return {
    name: textAt(details, 'name'),
    reason: textAt(details, 'reason'),
    backup: textAt(details, 'backup'),
    service: textAt(details, 'service'),
    record: recordName(textAt(details, 'record'), numberAt(details, 'id'), language),
    who: textAt(details, 'changedBy') || textAt(details, 'user') || UNKNOWN.who[language],
    where: textAt(details, 'machine') || UNKNOWN.where[language],
    when: localTime(textAt(details, 'changedAt') || textAt(details, 'since'), language) || UNKNOWN.when[language],
    status: named(STATUS_NAMES, textAt(details, 'status'), language),
    action: named(ACTION_NAMES, textAt(details, 'action'), language),
  };
}

/** What is wrong with single fields, each said once, at most five. */
export function errorProblems(details: unknown, language: Language): string[] {
  return [...new Set(problemsIn(details, language))].slice(0, MOST_PROBLEMS);
}

/** The details are a list of field problems, or a finalise check with conditions and findings. */
function problemsIn(details: unknown, language: Language): string[] {
  if (Array.isArray(details)) return fieldProblems(details).map((problem) => problemSentence(problem, language));
  const eInvoice = at(details, 'eInvoice');
  const wanted = textAt(eInvoice, 'wanted');
  if (wanted === '') return [];
  const blocking = fieldProblems(at(details, 'blocking')).map((problem) => problemSentence(problem, language));
  if (wanted === 'none') return at(eInvoice, 'mayBeOmitted') === false ? [...blocking, DUTY[language]] : blocking;
  const errors = fieldProblems(at(eInvoice, 'findings')).filter((finding) => textAt(finding, 'severity') === 'error');
  return [...blocking, ...errors.map((finding) => findingSentence(finding, language))];
}

const DUTY: Sentence = {
  de: 'Diese Rechnung braucht eine E-Rechnung (§ 14 UStG).',
  en: 'The law asks for an e-invoice here (§ 14 UStG).',
};

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter((problem): problem is FieldProblem => textAt(problem, 'rule') !== '');
}

function named(names: Readonly<Record<string, Sentence>>, name: string, language: Language): string {
  return (Object.hasOwn(names, name) && names[name]?.[language]) || name;
}

/** An instant as day and time of this machine: "21.11.2026, 10:30". */
export function localTime(instant: string, language: Language): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return '';
  const [day, month, hours, minutes] = [time.getDate(), time.getMonth() + 1, time.getHours(), time.getMinutes()].map(
    (value) => String(value).padStart(2, '0'),
  );
  const date = language === 'de' ? `${day}.${month}.${time.getFullYear()}` : `${time.getFullYear()}-${month}-${day}`;
  return `${date}, ${hours}:${minutes}`;
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function textAt(value: unknown, name: string): string {
  const found = at(value, name);
  return typeof found === 'string' ? found : '';
}

function numberAt(value: unknown, name: string): number | null {
  const found = at(value, name);
  return typeof found === 'number' ? found : null;
}
