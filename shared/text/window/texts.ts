import type { Language } from '#shared/domain/template.ts';

/** The texts of one subject of the window: the same keys in both languages, or it does not compile. */
export type Texts<T> = Record<Language, T>;

/** Declares the texts of one subject; the keys of the German ones must all stand in English. */
export function defineTexts<const T extends Record<string, string>>(texts: {
  de: T;
  en: Record<keyof T, string>;
}): Texts<Record<keyof T, string>> {
  return texts;
}
