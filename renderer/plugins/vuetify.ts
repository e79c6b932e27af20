import { createVuetify } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { de, en } from 'vuetify/locale';
import { holdPage } from './hold-page.ts';
import { darkTheme, lightTheme } from './themes.ts';

/** The nonce of this response: styles that Vuetify makes at run time carry it (no 'unsafe-inline'). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const compact = { density: 'compact', variant: 'outlined', hideDetails: 'auto' } as const;

export const vuetify = createVuetify({
  theme: {
    cspNonce: nonce,
    defaultTheme: 'system',
    themes: { light: lightTheme, dark: darkTheme },
  },
  locale: { locale: 'de', messages: { de, en } },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  defaults: {
    VBtn: { variant: 'text', rounded: 'md' },
    VTextField: compact,
    VTextarea: compact,
    VSelect: compact,
    VAutocomplete: compact,
    VCheckbox: { density: 'compact', hideDetails: 'auto', color: 'primary' },
    VCard: { rounded: 'lg' },
    VDialog: { scrollable: true, scrollStrategy: holdPage },
    VTooltip: { openDelay: 400 },
  },
});
