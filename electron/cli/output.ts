import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from '#shared/contract/errors.ts';

/** The command line was written wrongly: exit code 2. */
export class UsageError extends Error {}

/** Prints the error as JSON on standard error and returns exit code 1. */
export function refused(error: unknown): number {
  const { code, message, details } =
    error instanceof CallError ? error : { code: 'internal', message: String(error), details: null };
  console.error(JSON.stringify({ code, message, details }));
  if (code === 'internal' && error instanceof Error) console.error(error.stack);
  return 1;
}

/** Writes one line to standard output and waits until it is out. */
export function printLine(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}

/** How replies are written as JSON: bytes as base64, or as files in the folder `files`. */
export async function jsonWriter(files: string | undefined): Promise<(value: unknown) => string> {
  if (files !== undefined) await mkdir(files, { recursive: true });
  let written = 0;
  const asFile = (content: Uint8Array, parent: Record<string, unknown>): { $file: string } => {
    written += 1;
    const name = typeof parent['fileName'] === 'string' ? parent['fileName'] : `file-${written}`;
    const path = join(files ?? '.', name);
    writeFileSync(path, content);
    return { $file: path };
  };
  return (value) =>
    JSON.stringify(value, function (this: Record<string, unknown>, key, item: unknown) {
      // `this[key]`, not `item`: a Buffer has a toJSON, which JSON.stringify calls before it asks.
      const raw = this[key];
      if (!(raw instanceof Uint8Array)) return item;
      return files === undefined ? Buffer.from(raw).toString('base64') : asFile(raw, this);
    });
}
