// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { defineComponent, ref } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import type { WantedPage } from './messages.ts';
import { usePdf, type ShownPdf } from './usePdf.ts';

const closed: number[] = [];
const drawnFirst: (WantedPage | null)[] = [];
vi.mock('./pdf-documents.ts', () => ({
  openPdf: (bytes: Uint8Array, first: WantedPage | null) => {
    drawnFirst.push(first);
    return Promise.resolve({ pages: 1, ratio: 1.5, close: () => void closed.push(bytes[0] ?? -1) });
  },
}));

function shown(load: () => Promise<Uint8Array>, version: () => number) {
  let state!: ShownPdf;
  const wrapper = mount(
    defineComponent(() => {
      state = usePdf(load, version, () => (version() === 1 ? null : { number: 2, width: 500 }));
      return () => null;
    }),
  );
  return { state, wrapper };
}

describe('the shown PDF', () => {
  test('skips versions that came while one was loading, and ends at the last', async () => {
    closed.length = 0;
    const version = ref(1);
    const waiting: (() => void)[] = [];
    const load = vi.fn(
      () => new Promise<Uint8Array>((resolve) => waiting.push(() => resolve(new Uint8Array([version.value])))),
    );
    const { state, wrapper } = shown(load, () => version.value);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.();
    await vi.waitFor(() => expect(state.shownVersion.value).toBe(1));
    expect(state.pdf.value?.ratio).toBe(1.5);
    version.value = 2;
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    version.value = 3;
    version.value = 4;
    waiting[1]?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(3));
    waiting[2]?.();
    await vi.waitFor(() => expect(state.shownVersion.value).toBe(4));
    expect(load).toHaveBeenCalledTimes(3);
    // What is looked at is drawn without being asked for.
    expect(drawnFirst).toEqual([null, ...Array.from({ length: 2 }, () => ({ number: 2, width: 500 }))]);
    expect(closed).toHaveLength(2);
    wrapper.unmount();
    await vi.waitFor(() => expect(closed).toHaveLength(3));
  });

  test('stays when a later version is refused, and says why', async () => {
    const version = ref(1);
    const load = vi
      .fn<() => Promise<Uint8Array>>()
      .mockResolvedValueOnce(new Uint8Array([1]))
      .mockRejectedValueOnce(new CallError('internal', 'refused'))
      .mockResolvedValue(new Uint8Array([3]));
    const { state } = shown(load, () => version.value);
    await vi.waitFor(() => expect(state.shownVersion.value).toBe(1));
    version.value = 2;
    await vi.waitFor(() => expect(state.failure.value).not.toBe(''));
    expect(state.shownVersion.value).toBe(1);
    version.value = 3;
    await vi.waitFor(() => expect(state.shownVersion.value).toBe(3));
    expect(state.failure.value).toBe('');
  });
});
