import type { ThemeDefinition } from 'vuetify';

/** Paper and ink by day (shared/interface.md, docs/design-language.md). */
export const lightTheme: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#FAFAF7',
    surface: '#FFFFFF',
    'surface-variant': '#F1F1EC',
    'on-surface-variant': '#5B656B',
    primary: '#0F5C63',
    secondary: '#5B656B',
    success: '#2E7034',
    warning: '#8A5A00',
    error: '#B3261E',
    info: '#1F5A94',
    'on-background': '#1E2326',
    'on-surface': '#1E2326',
    line: '#E3E3DD',
    field: '#80878B',
    settled: '#6B4FA0',
  },
};

/** A palette of its own of the same family, not an inversion. */
export const darkTheme: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#15191B',
    surface: '#1D2326',
    'surface-variant': '#262D31',
    'on-surface-variant': '#A9B3B8',
    primary: '#6FC3C9',
    secondary: '#A9B3B8',
    success: '#8FCB93',
    warning: '#E6B450',
    error: '#F2A29B',
    info: '#8DBBEA',
    'on-background': '#E6EAEC',
    'on-surface': '#E6EAEC',
    'on-primary': '#0B2225',
    line: '#333B3F',
    field: '#8A949A',
    settled: '#BBA5E4',
  },
};
