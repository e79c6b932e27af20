/** What the window loads before it shows something, against its budget. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './root.ts';

const WINDOW = resolve(ROOT, 'out/renderer');
/** Bytes after gzip: code and styles until the first view stands (issue 3, "Speed"). */
export const START_BUDGET = 250_000;

/** The two ways to begin, each by the modules that are loaded one after the other (renderer/window.ts). */
const STARTS = [
  ['index.html', 'window.ts'],
  ['index.html', 'window.ts', 'features/start/StartView.vue'],
];

/** A module in Vite's `manifest.json`: its file, its styles, and the modules that are loaded with it. */
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;

/** Bytes after gzip of the page and of each script and style that it needs to show its first view; the larger way of two. */
export function startSize(folder: string = WINDOW): number {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const sizes = STARTS.map((modules) => {
    const files = new Set(['index.html']);
    for (const name of modules) addFiles(manifest, name, files);
    return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  });
  return Math.max(...sizes);
}

function addFiles(manifest: Manifest, name: string, files: Set<string>): void {
  const module = manifest[name];
  if (module === undefined) throw new Error(`the window has no module ${name}: see STARTS in build/lib/window-size.ts`);
  if (files.has(module.file)) return;
  for (const file of [module.file, ...(module.css ?? [])]) files.add(file);
  for (const each of module.imports ?? []) addFiles(manifest, each, files);
}

/** One line for the terminal. */
export function startSizeLine(size: number): string {
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
  return `the window starts with ${kilobytes(size)} gzip (budget ${kilobytes(START_BUDGET)})`;
}
