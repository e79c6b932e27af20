import { parseDecimal } from '../domain/decimal.ts';
import { formatNumber } from '../domain/number-format.ts';
import type { Language } from '../domain/template.ts';

/** One sentence in every language; `{name}` stands for a parameter. */
export type Sentence = Record<Language, string>;
export type Parameters = Readonly<Record<string, string | number>>;

const PARAMETER = /\{([a-z][A-Za-z0-9]*)\}/g;
/** Shown for a parameter that nobody gave: a sentence with a gap still says more than none. */
const UNKNOWN = '…';

/** The sentence with its parameters filled in, each as it is given. */
export function fill(sentence: Sentence, parameters: Parameters, language: Language): string {
  return sentence[language].replace(PARAMETER, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? String(parameters[name]) : '';
    return value === '' ? UNKNOWN : value;
  });
}

/** A number or decimal text as people read it: "99999999.99" is "99.999.999,99"; any other text stays. */
export function localNumber(value: string | number, language: Language): string {
  const text = String(value);
  const places = text.split('.')[1]?.length ?? 0;
  const number = parseDecimal(text, places);
  return number === null ? text : formatNumber(number, places, language, places);
}
