import 'vuetify/styles/core';
import 'vuetify/styles/utilities';
import './styles/fonts.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { connectToHost } from './api/index.ts';
import ConnectionFailed from './components/ConnectionFailed.vue';
import { i18n } from './plugins/i18n.ts';
import { createWindowRouter } from './plugins/router.ts';
import { vuetify } from './plugins/vuetify.ts';
import { loadWorkspace } from './stores/workspace.ts';

const connected = await connectToHost()
  .then(loadWorkspace)
  .then(
    () => true,
    () => false,
  );
const app = createApp(connected ? App : ConnectionFailed);
app.use(createPinia()).use(i18n).use(vuetify);
if (connected) app.use(createWindowRouter());
app.mount('#app');
