import type { CountryCode } from '#shared/domain/amounts.ts';
import { isCountryCode } from '#shared/domain/countries.ts';
import type { Language } from '#shared/domain/template.ts';

/** Chosen most often, so they come first. */
const FIRST: readonly CountryCode[] = ['DE', 'AT', 'CH'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** All countries to choose from with their names, the neighbours of the language first, then by name. */
export function countryChoices(language: Language): { value: CountryCode; title: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountryCode);
  const choices = codes.map((value) => ({ value, title: names.of(value) ?? value }));
  const byName = new Intl.Collator(language);
  const rank = (code: CountryCode): number => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  return choices.sort((a, b) => rank(a.value) - rank(b.value) || byName.compare(a.title, b.title));
}
