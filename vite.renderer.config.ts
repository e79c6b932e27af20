import vue from '@vitejs/plugin-vue';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import vuetify, { transformAssetUrls } from 'vite-plugin-vuetify';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The window. It runs in Electron's Chromium and in the browser, from `app://` and from http://127.0.0.1. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [vue({ template: { transformAssetUrls } }), vuetify({ autoImport: true })],
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
    rollupOptions: { input: { index: at('renderer/index.html') }, checks: { pluginTimings: false } },
  },
});
