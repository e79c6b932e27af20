import 'vuetify/styles/core';
import './styles/fonts.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp, type Component } from 'vue';
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

/** What the window begins with: an office or the ways to one. Preferences are known before anything is shown. */
async function firstView(connected: Promise<void>): Promise<{ root: Component; hasOffice: boolean }> {
  await connected;
  const files = useOfficeFilesStore(pinia);
  await Promise.all([usePreferencesStore(pinia).follow(), files.follow(), loadWorkspace()]);
  if (files.office !== null) return { root: App, hasOffice: true };
  return { root: (await import('./features/start/StartView.vue')).default, hasOffice: false };
}

/** Shows the window as soon as the host is reached; says so when it is not. */
export async function startWindow(connected: Promise<void>): Promise<void> {
  const { root, hasOffice } = await firstView(connected).catch(() => ({ root: ConnectionFailed, hasOffice: false }));
  const app = createApp(root).use(pinia).use(i18n).use(vuetify);
  followPreferences();
  if (hasOffice) {
    const router = createWindowRouter((await api['company.get']({})).name);
    app.use(router);
    // The view begins with what it shows.
    await router.isReady();
  }
  app.mount('#app');
}
