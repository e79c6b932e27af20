import { app, type Rectangle } from 'electron';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What belongs to this machine and not to an office: which one was open, where the window stood. */
export interface Preferences {
  /** The office of the last time; at the first start one in a folder of its own. */
  lastOffice: () => string;
  rememberOffice: (file: string) => void;
  windowBounds: () => Rectangle | null;
  rememberWindow: (bounds: Rectangle) => void;
}

interface Stored {
  office?: string;
  window?: Rectangle;
}

/** Reads `preferences.json`; a damaged one counts as none. Each change is written at once. */
export function readPreferences(): Preferences {
  const file = join(app.getPath('userData'), 'preferences.json');
  let stored = read(file);
  const change = (changes: Stored): void => {
    stored = { ...stored, ...changes };
    write(file, stored);
  };
  return {
    lastOffice: () => stored.office ?? join(app.getPath('home'), 'Kontor', 'office.kontor'),
    rememberOffice: (office) => {
      change({ office });
      app.addRecentDocument(office);
    },
    windowBounds: () => stored.window ?? null,
    rememberWindow: (window) => change({ window }),
  };
}

function read(file: string): Stored {
  try {
    const { office, window } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return { ...(typeof office === 'string' && { office }), ...(isRectangle(window) && { window }) };
  } catch {
    return {};
  }
}

function isRectangle(value: unknown): value is Rectangle {
  const sides = value as Partial<Record<string, unknown>> | null | undefined;
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(sides?.[side]));
}

/** Under another name first: a machine that stops in between leaves the old file whole. */
function write(file: string, stored: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  writeFileSync(partial, JSON.stringify(stored, null, 2));
  renameSync(partial, file);
}
