import * as z from 'zod';
import { language } from './fields.ts';
import { call } from './rpc.ts';

/** What belongs to this machine and its user, whichever office is open. */
export const Preferences = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether single keys (`n`, `/`, `f` …) act outside fields. */
  singleKeys: z.boolean(),
  rowHeight: z.enum(['compact', 'comfortable']),
  navigationCollapsed: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

/** German and calm, until somebody chooses otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'de',
  theme: 'system',
  singleKeys: true,
  rowHeight: 'compact',
  navigationCollapsed: false,
};

export const preferenceCalls = {
  'preferences.get': call('How the window looks and acts on this machine.', z.strictObject({}), Preferences),
  'preferences.update': call(
    'Replaces preferences of this machine; what is left out stays.',
    Preferences.partial(),
    Preferences,
  ),
};
