/** What the window loads before it shows something, against its budget. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './root.ts';

const WINDOW = resolve(ROOT, 'out/renderer');
/** Bytes after gzip: code and styles that `index.html` names (issue 3, "Speed"). */
export const START_BUDGET = 250_000;

/** Bytes after gzip of the page and of each script and style that it names. */
export function startSize(folder: string = WINDOW): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = Array.from(html.matchAll(/(?:src|href)="\.?\/?([^":]+\.(?:js|css))"/g), ([, file = '']) => file);
  const files = ['index.html', ...new Set(named)];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

/** One line for the terminal. */
export function startSizeLine(size: number): string {
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
  return `the window starts with ${kilobytes(size)} gzip (budget ${kilobytes(START_BUDGET)})`;
}
