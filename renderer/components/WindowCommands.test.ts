// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';
import type { WindowCommand } from '#shared/contract/wire.ts';
import { i18n } from '../plugins/i18n.ts';
import '../testing/mount.ts';
import WindowCommands from './WindowCommands.vue';

let askedByMenu: (command: WindowCommand) => void = () => undefined;
vi.mock('../api/index.ts', () => ({
  api: {},
  onWindowCommand: (listener: (command: WindowCommand) => void) => {
    askedByMenu = listener;
    return () => undefined;
  },
}));

const empty = defineComponent(() => () => h('p'));

let router: Router;
let mounted: VueWrapper;
beforeEach(async () => {
  const routes = ['invoices', 'customers', 'setup'].map((name) => ({
    ...{ name, path: name === 'invoices' ? '/' : `/${name}` },
    component: empty,
  }));
  router = createRouter({ history: createMemoryHistory(), routes });
  await router.push('/customers');
  const app = defineComponent(() => () => [h(WindowCommands), h('div', { id: 'content' })]);
  const plugins = [createPinia(), i18n, createVuetify({ components }), router];
  mounted = mount(app, { attachTo: document.body, global: { plugins } }) as VueWrapper;
});
afterEach(() => {
  mounted.unmount();
  document.body.replaceChildren();
});

// Palette and sheet are loaded when they are first asked for.
const LOADING = { timeout: 20_000 };

describe('the native menu', () => {
  test('"Neue Rechnung" goes to the list and opens the dialog there', async () => {
    askedByMenu('new-invoice');
    await flushPromises();
    expect(router.currentRoute.value).toMatchObject({ name: 'invoices', query: { neu: '1' } });
  });

  test('"Einstellungen" goes to the set-up', async () => {
    askedByMenu('settings');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('setup');
  });

  test('"Tastenkürzel" opens the sheet', async () => {
    askedByMenu('keys');
    await vi.waitFor(
      () => expect(document.querySelector('[role="dialog"]')?.getAttribute('aria-label')).toBe('Tastenkürzel'),
      LOADING,
    );
  });

  test('"Suchen" opens the palette where the view has no search', async () => {
    askedByMenu('search');
    await vi.waitFor(() => expect(document.querySelector('[role="combobox"]')).not.toBeNull(), LOADING);
  });

  test('what the view cannot do changes nothing', async () => {
    askedByMenu('print');
    askedByMenu('toggle-page');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('customers');
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  test('does nothing while a dialog is open', async () => {
    const overlay = document.createElement('div');
    overlay.className = 'v-overlay--active v-dialog';
    document.body.append(overlay);
    askedByMenu('settings');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('customers');
  });
});
