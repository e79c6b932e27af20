import { createI18n } from 'vue-i18n';
import { LANGUAGES, type Language } from '#shared/domain/template.ts';
import { windowTexts } from '#shared/text/window/index.ts';

/** Sentences that say one thing only. What asks for a value or a number is left to the compiler of vue-i18n. */
const isPlain = (text: string): boolean => !/[{}@|]/.test(text);

type Texts = { [key: string]: string | Texts };
type Messages = { [key: string]: string | (() => string) | Messages };

/** Plain sentences as functions: as texts each would be parsed once more, when it is first shown. */
function asMessages(texts: Texts): Messages {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]): [string, Messages[string]] => {
      if (typeof text !== 'string') return [key, asMessages(text)];
      return [key, isPlain(text) ? () => text : text];
    }),
  );
}

/** German unless chosen otherwise; the texts stand in shared/text/window, one file per subject, both languages side by side. */
export const i18n = createI18n({
  legacy: false,
  locale: 'de',
  fallbackLocale: 'de',
  messages: { de: asMessages(windowTexts('de')), en: asMessages(windowTexts('en')) },
});

/** Brings the texts of a feature that is loaded later, by subject; they are no part of what the window starts with. */
export function addTexts(subjects: Record<string, Record<Language, Record<string, string>>>): void {
  for (const language of LANGUAGES) {
    const texts = Object.fromEntries(Object.entries(subjects).map(([subject, both]) => [subject, both[language]]));
    i18n.global.mergeLocaleMessage(language, asMessages(texts));
  }
}
