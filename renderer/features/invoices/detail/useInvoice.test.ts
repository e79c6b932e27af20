// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent } from 'vue';
import type { HostEvent } from '#shared/contract/events.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { i18n } from '../../../plugins/i18n.ts';
import { useInvoice, type ShownInvoice } from './useInvoice.ts';

const stored = vi.hoisted(() => ({ revision: 1, asked: 0, tell: (event: HostEvent) => void event }));
vi.mock('../../../api/index.ts', () => ({
  api: {
    'invoices.get': ({ id }: { id: number }) => {
      stored.asked += 1;
      return Promise.resolve({ id, revision: stored.revision });
    },
  },
  onHostEvent: (listener: (event: HostEvent) => void) => {
    const before = stored.tell;
    stored.tell = (event) => {
      before(event);
      listener(event);
    };
    return () => undefined;
  },
}));

let shown: ShownInvoice;
let end: () => void;
/** As the host does: it tells of the change, then it answers. */
function change(): void {
  stored.revision += 1;
  stored.tell({ topic: 'invoices.changed', id: 7 });
}
const answer = (): void => shown.take({ id: 7, revision: stored.revision } as InvoiceDetail);

beforeEach(async () => {
  vi.useFakeTimers();
  Object.assign(stored, { revision: 1, asked: 0, tell: () => undefined });
  const view = defineComponent(() => {
    shown = useInvoice(() => 7);
    return () => null;
  });
  const wrapper = mount(view, { global: { plugins: [createPinia(), i18n] } });
  end = () => wrapper.unmount();
  await vi.runAllTimersAsync();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

test('what the window itself saved is not asked for again, and is news for the page at once', async () => {
  expect(stored.asked).toBe(1);
  change();
  answer();
  expect(shown.version.value).toBe(2);
  await vi.runAllTimersAsync();
  expect(stored.asked).toBe(1);
});

test('what somebody else changed comes, also between the change of this window and its answer', async () => {
  change();
  await vi.runAllTimersAsync();
  expect(shown.invoice.value?.revision).toBe(2);
  change();
  const own = { id: 7, revision: stored.revision } as InvoiceDetail;
  change();
  shown.take(own);
  expect(shown.invoice.value?.revision).toBe(3);
  await vi.runAllTimersAsync();
  expect(shown.invoice.value?.revision).toBe(4);
});

test('what somebody else changes while it is asked for comes too, though the answer is news as well', async () => {
  change();
  vi.advanceTimersToNextTimer();
  change();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.invoice.value?.revision).toBe(2);
  await vi.runAllTimersAsync();
  expect(shown.invoice.value?.revision).toBe(3);
});

test('its surroundings ask for all of it again', async () => {
  stored.tell({ topic: 'settings.changed', id: null });
  expect([shown.version.value, shown.surroundings.value]).toEqual([2, 1]);
  await vi.runAllTimersAsync();
  expect(stored.asked).toBe(2);
});
