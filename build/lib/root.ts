import { relative, resolve, sep } from 'node:path';

/** The project's root folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Where commands leave what other commands read; never committed. */
export const RESULTS = resolve(ROOT, '.results');

/** A path below the root as the project writes it everywhere: relative, with forward slashes. */
export function fromRoot(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}
