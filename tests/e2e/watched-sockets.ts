import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The module that watches: for `--require`. */
export const WATCH = join(import.meta.dirname, 'watch-sockets.cjs');

/**
 * How a program's Node writes every connection that it opens to this file: what the host itself would ask for goes past the
 * proxy of the browser.
 */
export function watchingSockets(file: string): { KONTOR_TEST_SOCKETS: string; NODE_OPTIONS: string } {
  return { KONTOR_TEST_SOCKETS: file, NODE_OPTIONS: `--require ${JSON.stringify(WATCH)}` };
}

/** What was written so far, like `example.com:443`; each once. */
export async function readSockets(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return [...new Set(lines)];
}
