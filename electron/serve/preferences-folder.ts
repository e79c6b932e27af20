import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Kontor';

/** Where the desktop application keeps its preferences (Electron's userData), so that both ways in share them. */
export function preferencesFolder(
  { platform, env }: { platform: string; env: Readonly<Record<string, string | undefined>> },
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), NAME);
}
