/** Lets bundled code find the files that its source names relative to itself. */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const NAMED_FILE = /new URL\('(\.{1,2}\/[^']+)', import\.meta\.url\)/g;

/**
 * `new URL('./worker.ts', import.meta.url)` and `new URL('../data.json', import.meta.url)` point beside the source file,
 * which a bundle is not. Code becomes a bundle of its own (a worker's entry), anything else is copied; both lie beside the
 * bundle that names them, so the output must be one flat folder.
 */
export function filesBesideCode(): Plugin {
  return {
    name: 'kontor:files-beside-code',
    apply: 'build',
    // Before the types are stripped: that would write the code anew.
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import.meta.url')) return null;
      return code.replaceAll(NAMED_FILE, (_all, relative: string) => {
        const file = resolve(dirname(id), relative);
        const fileName = basename(file).replace(/\.ts$/, '.js');
        if (file.endsWith('.ts')) this.emitFile({ type: 'chunk', id: file, fileName });
        else this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
        return `new URL('./${fileName}', import.meta.url)`;
      });
    },
  };
}
