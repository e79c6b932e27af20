/** The least that a Vuetify application can be, with the window's own settings: what the first page of the list is measured against. */
import 'vuetify/styles/core';
import { createApp, h } from 'vue';
import { VApp, VMain } from 'vuetify/components';
import { vuetify } from '../../../../renderer/plugins/vuetify.ts';

createApp({ render: () => h(VApp, () => h(VMain, () => h('p', { class: 'row' }, 'Kontor'))) })
  .use(vuetify)
  .mount('#app');
