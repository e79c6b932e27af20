import type { Language } from '../domain/template.ts';

/** One sentence in every language; `{name}` stands for a parameter. */
export type Sentence = Record<Language, string>;

const PARAMETER = /\{([a-z][A-Za-z0-9]*)\}/g;
/** Shown for a parameter that nobody gave: a sentence with a gap still says more than none. */
const UNKNOWN = '…';
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** The sentence with its parameters filled in, each as it is given. */
export function fill(
  sentence: Sentence,
  parameters: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return sentence[language].replace(PARAMETER, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? String(parameters[name]) : '';
    return value === '' ? UNKNOWN : value;
  });
}

/** A decimal text or number with the signs of the language: "99999999.99" is "99.999.999,99"; other texts stay. */
export function localNumber(value: string | number, language: Language): string {
  const text = String(value);
  if (!DECIMAL.test(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const [group, decimal] = language === 'de' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
