import 'vuetify/styles/core';
import './styles/fonts.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp, type Component } from 'vue';
import { connectToHost } from './api/index.ts';
import ConnectionFailed from './components/ConnectionFailed.vue';
import { followPreferences } from './plugins/appearance.ts';
import { i18n } from './plugins/i18n.ts';
import { createWindowRouter } from './plugins/router.ts';
import { vuetify } from './plugins/vuetify.ts';
import { useOfficeFilesStore } from './stores/office-files.ts';
import { usePreferencesStore } from './stores/preferences.ts';
import { loadWorkspace } from './stores/workspace.ts';

const pinia = createPinia();
/** Functions of their own, because in a condition Vite would load the styles of only one. */
const ROOTS = { office: () => import('./App.vue'), start: () => import('./features/start/StartView.vue') };

/** What the window begins with: an office or the ways to one. Preferences are known before anything is shown. */
async function firstView(): Promise<{ root: Component; hasOffice: boolean }> {
  await connectToHost();
  const files = useOfficeFilesStore(pinia);
  await Promise.all([usePreferencesStore(pinia).follow(), files.follow()]);
  const hasOffice = files.office !== null;
  // Each step of these would otherwise wait for the one before: the list is what nearly every start shows.
  if (hasOffice) void import('./features/invoices/list/InvoiceListView.vue');
  const loading = hasOffice ? ROOTS.office() : ROOTS.start();
  if (hasOffice) await loadWorkspace();
  const { default: root } = await loading;
  return { root, hasOffice };
}

const { root, hasOffice } = await firstView().catch(() => ({ root: ConnectionFailed, hasOffice: false }));
const app = createApp(root).use(pinia).use(i18n).use(vuetify);
followPreferences();
if (hasOffice) app.use(createWindowRouter());
app.mount('#app');
