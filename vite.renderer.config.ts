import vue from '@vitejs/plugin-vue';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import vuetify, { transformAssetUrls } from 'vite-plugin-vuetify';

/** Asks the host and loads the window (see there); stays small. */
const ENTRY = 'renderer/main.ts';
/** The window with its list of invoices, as nearly every start shows it. */
const WINDOW = 'renderer/window.ts';

interface Graph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** A module and all that it needs. */
function withImports(graph: Graph, path: string): Set<string> {
  const found = new Set([at(path)]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * One file for the start: a browser asks for six files at a time, and runs nothing of a module before all that it imports has
 * come. What only other views need stays with them.
 */
const startGroup = {
  name: (id: string, graph: Graph): string | null => {
    startModules ??= modulesOfStart(graph);
    return startModules.has(id) ? 'start' : null;
  },
  includeDependenciesRecursively: false,
};
let startModules: Set<string> | undefined;

function modulesOfStart(graph: Graph): Set<string> {
  const found = withImports(graph, WINDOW);
  for (const id of withImports(graph, ENTRY)) found.delete(id);
  // What is loaded later imports the modules, and not the window.
  found.delete(at(WINDOW));
  return found;
}

/** The page asks for the start's files itself, before the entry does. */
const preloadStart: Plugin = {
  name: 'preload-start',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /^assets\/start-/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: file.endsWith('.css')
            ? { rel: 'stylesheet', crossorigin: true, href: `./${file}` }
            : { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        })),
  },
};

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The window. It runs in Electron's Chromium and in the browser, from `app://` and from http://127.0.0.1. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  // The drawing thread of PDFs is a module, as the window is.
  worker: { format: 'es' },
  plugins: [vue({ template: { transformAssetUrls } }), vuetify({ autoImport: true }), preloadStart],
  // Whole sentences in the bundle would be parsed at each start; the message compiler needs eval, which the policy forbids.
  define: {
    __INTLIFY_JIT_COMPILATION__: 'true',
    // Parts of the libraries that nothing here uses.
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    // For build/lib/window-size.ts: which files a view needs.
    manifest: true,
    // The test runtime of the desktop tests.
    target: 'chrome130',
    minify: 'oxc',
    assetsInlineLimit: 0,
    // Watched by the budget of the window's start instead (build/lib/window-size.ts).
    chunkSizeWarningLimit: 2_000,
    rollupOptions: {
      input: { index: at('renderer/index.html') },
      output: { codeSplitting: { groups: [startGroup] } },
      checks: { pluginTimings: false },
    },
  },
});
