import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { vi } from 'vitest';
import { defineComponent, h, ref, type Component, type Ref } from 'vue';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';
import { i18n } from '../plugins/i18n.ts';

// What happy-dom lacks and Vuetify's overlays ask for.
vi.stubGlobal('visualViewport', new EventTarget());

/** Mounts a component as the window would, in a document. */
export function mountInWindow(component: Component, props: Record<string, unknown> = {}): VueWrapper {
  const plugins = [createPinia(), i18n, createVuetify({ components })];
  return mount(component, { props, attachTo: document.body, global: { plugins } }) as VueWrapper;
}

/** Mounts a field on a value that test and field share. */
export function mountField<T>(
  field: Component,
  start: T,
  props: Record<string, unknown>,
): { wrapper: VueWrapper; value: Ref<T> } {
  const value = ref(start) as Ref<T>;
  const holder = defineComponent(
    () => () =>
      h(field, { ...props, modelValue: value.value, 'onUpdate:modelValue': (next: T) => (value.value = next) }),
  );
  return { wrapper: mountInWindow(holder), value };
}
