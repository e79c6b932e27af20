import { expect, test } from 'vitest';
import { preferencesFolder } from './preferences-folder.ts';

test.each([
  ['linux', {}, '/home/insa/.config/Kontor'],
  ['linux', { XDG_CONFIG_HOME: '/settings' }, '/settings/Kontor'],
  ['darwin', {}, '/home/insa/Library/Application Support/Kontor'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Kontor'],
  ['win32', {}, '/home/insa/AppData/Roaming/Kontor'],
])('on %s with %j preferences stand in %s', (platform, env, folder) => {
  expect(preferencesFolder({ platform, env }, '/home/insa')).toBe(folder);
});
