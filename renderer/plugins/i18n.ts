import { createI18n } from 'vue-i18n';
import { windowTexts } from '#shared/text/window/index.ts';

/** German unless chosen otherwise; the texts stand in shared/text/window, one file per subject, both languages side by side. */
export const i18n = createI18n({
  legacy: false,
  locale: 'de',
  fallbackLocale: 'de',
  messages: { de: windowTexts('de'), en: windowTexts('en') },
});
