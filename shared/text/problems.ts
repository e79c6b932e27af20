import type { FieldProblem } from '../contract/errors.ts';
import { CURRENCIES } from '../domain/currencies.ts';
import { formatDate, isIsoDate } from '../domain/dates.ts';
import { formatMoney } from '../domain/number-format.ts';
import type { Language } from '../domain/template.ts';
import { CHAIN_BREAKS, DAMAGES } from './damages.ts';
import { E_INVOICE_RULES } from './e-invoice-rules.ts';
import { fieldName } from './fields.ts';
import { FINALISE_RULES } from './finalise-rules.ts';
import { PLACEHOLDER_TEXTS } from './placeholders.ts';
import { RECORD_NAMES } from './records.ts';
import { INPUT_RULES } from './rules.ts';
import { fill, localNumber, type Parameters, type Sentence } from './sentence.ts';

/** Every rule that a field can break, besides those of the e-invoice. */
export const FIELD_RULES: Readonly<Record<string, Sentence>> = { ...INPUT_RULES, ...FINALISE_RULES };

/** What a field of the wrong type should hold. */
const EXPECTED: Readonly<Record<string, Sentence>> = {
  string: { de: 'einen Text', en: 'a text' },
  number: { de: 'eine Zahl', en: 'a number' },
  int: { de: 'eine ganze Zahl', en: 'a whole number' },
  boolean: { de: 'Ja oder Nein', en: 'yes or no' },
  array: { de: 'eine Liste', en: 'a list' },
};
const EXPECTED_OTHERWISE: Sentence = { de: 'die einzelnen Angaben', en: 'the single values' };

const NUMBERS = ['minimum', 'maximum', 'places'];
const DAYS = ['date', 'lastDate', 'today'];
/** Cents; `currency` stands beside them. */
const AMOUNTS = ['amount', 'usual', 'limit'];

/** What is wrong with one field, and what helps. An unknown rule gets a general sentence. */
export function problemSentence(problem: FieldProblem, language: Language): string {
  return fieldSentence(FIELD_RULES, problem, language);
}

/** What the XRechnung lacks: one finding of the finalise check. */
export function findingSentence(finding: Pick<FieldProblem, 'rule' | 'field'>, language: Language): string {
  return fieldSentence(E_INVOICE_RULES, { ...finding, parameters: {} }, language);
}

/** One damage that `office.verify` reported. */
export function damageSentence(
  { rule, record, recordId, detail }: { rule: string; record: string; recordId: number | null; detail: string },
  language: Language,
): string {
  const sentence = own(DAMAGES, rule) ?? DAMAGES.integrity;
  const words = rule === 'journal-chain' ? own(CHAIN_BREAKS, detail)?.[language] : undefined;
  return fill(sentence, { record: recordName(record, recordId, language), detail: words ?? detail }, language);
}

/** "Rechnung 12"; '' without a record. */
export function recordName(record: string, id: number | null, language: Language): string {
  const name = own(RECORD_NAMES, record)?.[language] ?? record;
  return id === null || name === '' ? name : `${name} ${id}`;
}

function fieldSentence(
  sentences: Readonly<Record<string, Sentence>>,
  { rule, field, parameters }: FieldProblem,
  language: Language,
): string {
  const readable = { ...readableParameters(parameters, rule, language), field: fieldName(field, language) };
  return fill(own(sentences, rule) ?? INPUT_RULES.invalid, readable, language);
}

/** Limits, amounts and days as the language writes them, names of types and placeholders as words. */
function readableParameters(parameters: Parameters, rule: string, language: Language): Parameters {
  const words = Object.entries(parameters).map(([name, value]) => {
    if (NUMBERS.includes(name)) return [name, localNumber(value, language)];
    if (DAYS.includes(name) && isIsoDate(String(value))) return [name, formatDate(String(value), language)];
    if (AMOUNTS.includes(name)) return [name, localAmount(value, parameters['currency'], language)];
    if (name === 'expected') return [name, (own(EXPECTED, String(value)) ?? EXPECTED_OTHERWISE)[language]];
    if (name === 'name' && rule === 'placeholder-empty') {
      return [name, own(PLACEHOLDER_TEXTS[language], String(value)) ?? value];
    }
    return [name, value];
  });
  return Object.fromEntries(words) as Parameters;
}

/** Within a sentence, where amount and currency stay on one line. */
function localAmount(cents: string | number, currency: string | number | undefined, language: Language): string {
  const known = CURRENCIES.find((candidate) => candidate === currency);
  return Number.isSafeInteger(cents) && known
    ? formatMoney(Number(cents), known, language).replace(' ', '\u00a0')
    : String(cents);
}

function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
