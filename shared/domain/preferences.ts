import type { Language } from './template.ts';

/** What belongs to this machine and its user, whichever office is open. */
export interface Preferences {
  language: Language;
  theme: 'system' | 'light' | 'dark';
  /** Whether single keys (`n`, `/`, `f` …) act outside fields. */
  singleKeys: boolean;
  rowHeight: 'compact' | 'comfortable';
  navigationCollapsed: boolean;
}

/** German and calm, until somebody chooses otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'de',
  theme: 'system',
  singleKeys: true,
  rowHeight: 'compact',
  navigationCollapsed: false,
};
