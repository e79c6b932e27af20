// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, nextTick, ref, type Ref } from 'vue';
import { useSlow } from './useSlow.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('only a wait that is noticed has a sign, and it goes with the wait', async () => {
  const busy = ref(false);
  let isSlow!: Readonly<Ref<boolean>>;
  const wrapper = mount(
    defineComponent(() => {
      isSlow = useSlow(() => busy.value);
      return () => null;
    }),
  );
  busy.value = true;
  await nextTick();
  vi.advanceTimersByTime(200);
  busy.value = false;
  await nextTick();
  vi.advanceTimersByTime(1_000);
  expect(isSlow.value).toBe(false);

  busy.value = true;
  await nextTick();
  vi.advanceTimersByTime(300);
  expect(isSlow.value).toBe(true);
  busy.value = false;
  await nextTick();
  expect(isSlow.value).toBe(false);
  wrapper.unmount();
});
