import { app, type Rectangle } from 'electron';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the window stood the last time; apart from `preferences.json`, which the process of the office writes. */
export interface WindowState {
  bounds: () => Rectangle | null;
  remember: (bounds: Rectangle) => void;
}

/** Reads `window.json`; a damaged one counts as none. */
export function readWindowState(): WindowState {
  const file = join(app.getPath('userData'), 'window.json');
  const stored = read(file);
  return { bounds: () => stored, remember: (bounds) => write(file, bounds) };
}

function read(file: string): Rectangle | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRectangle(stored) ? stored : null;
  } catch {
    return null;
  }
}

function isRectangle(value: unknown): value is Rectangle {
  const sides = value as Partial<Record<string, unknown>> | null | undefined;
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(sides?.[side]));
}

/** Under another name first: a machine that stops in between leaves the old file whole. */
function write(file: string, bounds: Rectangle): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, JSON.stringify(bounds));
  renameSync(`${file}.partial`, file);
}
