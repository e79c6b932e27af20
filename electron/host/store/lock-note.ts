import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Holder } from './store-error.ts';

/**
 * A small file beside the Kontor file that says who has it open. It is information only: the lock is SQLite's, and a note
 * that a killed process left behind means nothing.
 */
const UNKNOWN: Holder = { user: '', machine: '', since: '' };

/** Path of the note that belongs to a Kontor file. */
export function notePath(file: string): string {
  return `${file}.lock.json`;
}

/** Writes the note over whatever stands there. */
export function writeNote(file: string, holder: Holder): void {
  writeFileSync(notePath(file), `${JSON.stringify({ ...holder, pid: process.pid })}\n`);
}

/** Who has the file open; each field '' when the note says nothing, or only speaks of a process of `machine` that is gone. */
export function readNote(file: string, machine: string): Holder {
  try {
    const note = JSON.parse(readFileSync(notePath(file), 'utf8')) as Partial<Record<string, unknown>>;
    if (note['machine'] === machine && !isRunning(note['pid'])) return UNKNOWN;
    return { user: text(note['user']), machine: text(note['machine']), since: text(note['since']) };
  } catch {
    return UNKNOWN;
  }
}

/** Takes the note away; called before the lock is given up, so that it cannot hit the next owner's. */
export function removeNote(file: string): void {
  rmSync(notePath(file), { force: true });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRunning(pid: unknown): boolean {
  if (typeof pid !== 'number') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
