import { watchEffect } from 'vue';
import { usePreferencesStore } from '../stores/preferences.ts';
import { i18n } from './i18n.ts';
import { vuetify } from './vuetify.ts';

/** Puts the preferences on the screen, now and after each change: language, theme, height of rows. */
export function followPreferences(): void {
  const preferences = usePreferencesStore();
  watchEffect(
    () => {
      const { language, theme, rowHeight } = preferences.values;
      i18n.global.locale.value = language;
      vuetify.locale.current.value = language;
      void vuetify.theme.change(theme);
      document.documentElement.lang = language;
      document.documentElement.dataset['rowHeight'] = rowHeight;
    },
    { flush: 'sync' },
  );
}
