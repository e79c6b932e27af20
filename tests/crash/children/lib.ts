import { writeSync } from 'node:fs';
import { openStore, type Store } from '../../../electron/host/store/open.ts';
import { sqliteModule } from '../../../electron/host/store/sqlite.ts';

const clock = { now: () => '2026-11-21T10:00:00.000Z', today: () => '2026-11-21' };
/** Loaded at once, because some children give up the right to read the project. */
const sqlite = sqliteModule();

/** Opens the file as the process named on the command line would. */
export function openFile(file: string): Promise<Store> {
  return openStore({ file, sqlite, clock, identity: { user: 'kind', machine: 'test' }, log: () => undefined });
}

/** Writes one line to the parent, past every buffer: what was said is known even when the next instruction is never run. */
export function say(value: unknown): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

/** What the parent should know of an error. */
export function describeError(error: unknown): object {
  const { name, code, message, details } = error as { name: string; code?: string; message: string; details?: unknown };
  return { name, code, message, details };
}

export function parameter(index: number): string {
  const value = process.argv[2 + index];
  if (value === undefined) throw new Error(`parameter ${index} is missing`);
  return value;
}
