import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from './output.ts';

/**
 * The input of `call`: JSON text, `@FILE`, `-` for standard input; nothing means no fields.
 * @throws UsageError when it is no JSON or cannot be read
 */
export async function readInput(argument: string | undefined): Promise<unknown> {
  if (argument === undefined) return {};
  if (argument === '-') return parseJson(await text(process.stdin));
  if (!argument.startsWith('@')) return parseJson(argument);
  try {
    return parseJson(await readFile(argument.slice(1), 'utf8'));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`cannot read ${argument.slice(1)}: ${String(error)}`);
  }
}

/**
 * Parses JSON; `{"$file": "path"}` becomes the bytes of that file.
 * @throws UsageError
 */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (_key, value: unknown) => {
      const path = (value as { $file?: unknown } | null)?.$file;
      return typeof path === 'string' ? new Uint8Array(readFileSync(path)) : value;
    });
  } catch (error) {
    throw new UsageError(`the input is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
