import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { filesBesideCode } from './build/lib/files-beside-code.ts';
import renderer from './vite.renderer.config.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Loaded from node_modules at run time: a native module, and what carries data files. Everything else is bundled. */
const EXTERNAL = [/^node:/, /^electron$/, /^better-sqlite3$/, /^hyphen\//, /^@expo-google-fonts\//];

export default defineConfig({
  main: {
    plugins: [filesBesideCode()],
    // The tests' crash points: never set, so that nothing of them is left in the product (crash-point.ts).
    define: { 'process.env.KONTOR_CRASH_POINT': 'undefined' },
    // fflate's build for Node declares a `require` of its own, as electron-vite does in each chunk that holds one.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      outDir: at('out/main'),
      // Node of the test runtime; the shipped Electron has a newer one.
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { main: at('electron/main.ts'), 'office-process': at('electron/office-process.ts') },
        external: EXTERNAL,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload is one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
});
