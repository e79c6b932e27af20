import * as z from 'zod';
import type { Preferences } from '#shared/domain/preferences.ts';
import { language } from './fields.ts';
import { call } from './rpc.ts';

export const PreferencesRecord = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
  rowHeight: z.enum(['compact', 'comfortable']),
  navigationCollapsed: z.boolean(),
}) satisfies z.ZodType<Preferences>;

export const preferenceCalls = {
  'preferences.get': call('How the window looks and acts on this machine.', z.strictObject({}), PreferencesRecord),
  'preferences.update': call(
    'Replaces preferences of this machine; what is left out stays.',
    PreferencesRecord.partial(),
    PreferencesRecord,
  ),
};
