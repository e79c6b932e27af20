import 'vuetify/styles/core';
import './styles/fonts.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp, type Component } from 'vue';
import type { Router } from 'vue-router';
import App from './App.vue';
import { api } from './api/index.ts';
import ConnectionFailed from './components/ConnectionFailed.vue';
import { followPreferences } from './plugins/appearance.ts';
import { i18n } from './plugins/i18n.ts';
import { createWindowRouter } from './plugins/router.ts';
import { vuetify } from './plugins/vuetify.ts';
import { useOfficeFilesStore } from './stores/office-files.ts';
import { usePreferencesStore } from './stores/preferences.ts';
import { loadWorkspace } from './stores/workspace.ts';

const pinia = createPinia();

/** What the window begins with: an office, where it was left, or the ways to one. */
async function firstView(connected: Promise<void>): Promise<{ root: Component; router: Router | null }> {
  await connected;
  const files = useOfficeFilesStore(pinia);
  // Known before anything is shown.
  await Promise.all([usePreferencesStore(pinia).follow(), files.follow(), loadWorkspace()]);
  if (files.office === null) return { root: (await import('./features/start/StartView.vue')).default, router: null };
  return { root: App, router: createWindowRouter((await api['company.get']({})).name) };
}

/** Shows the window as soon as the host is reached; says so when it is not. */
export async function startWindow(connected: Promise<void>): Promise<void> {
  const { root, router } = await firstView(connected).catch(() => ({ root: ConnectionFailed, router: null }));
  const app = createApp(root).use(pinia).use(i18n).use(vuetify);
  followPreferences();
  if (router !== null) {
    app.use(router);
    // The view begins with what it shows; what fails on the way to it leaves the frame, from which one can go elsewhere.
    await router.isReady().catch(() => undefined);
  }
  app.mount('#app');
}
