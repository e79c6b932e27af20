import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { onTestFinished, vi } from 'vitest';
import { defineComponent, h, ref, type Component, type Ref } from 'vue';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';
import { i18n } from '../plugins/i18n.ts';

// What happy-dom lacks and Vuetify's overlays ask for.
vi.stubGlobal('visualViewport', new EventTarget());

/** Mounts a component as the window would, in a document; gone, with whatever it opened, when the test is over. */
export function mountInWindow(component: Component, props: Record<string, unknown> = {}): VueWrapper {
  const plugins = [createPinia(), i18n, createVuetify({ components })];
  const wrapper = mount(component, { props, attachTo: document.body, global: { plugins } }) as VueWrapper;
  onTestFinished(() => {
    if (wrapper.exists()) wrapper.unmount();
    document.body.replaceChildren();
  });
  return wrapper;
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
