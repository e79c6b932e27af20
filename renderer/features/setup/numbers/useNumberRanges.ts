import { computed, ref, shallowRef } from 'vue';
import type { NumberRange } from '#shared/contract/numbering.ts';
import { api } from '../../../api/index.ts';
import { keptRecord } from '../../../components/kept-record.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';

/** The number ranges as the host has them, and which of their dialogs is open. */
export function useNumberRanges() {
  const failure = useFailureStore();
  const ranges = shallowRef<NumberRange[] | null>(null);
  /** Null: no dialog; 'new': a range of their own for Stornorechnungen. */
  const edited = shallowRef<NumberRange | 'new' | null>(null);
  const invoices = computed(() => ranges.value?.find(({ uses }) => uses.includes('invoice')) ?? null);
  const own = computed(() => ranges.value?.find(({ uses }) => uses.length === 1 && uses[0] === 'cancellation') ?? null);
  /** The range that Stornorechnungen had before. */
  const earlier = computed(() => ranges.value?.find(({ uses }) => uses.length === 0) ?? null);
  /** As the switch stands: ahead of the host while somebody is asked. */
  const isSeparate = ref(false);

  async function load(): Promise<void> {
    try {
      ({ ranges: ranges.value } = await api['numberRanges.list']({}));
      if (edited.value !== 'new') isSeparate.value = own.value !== null;
    } catch (error) {
      failure.show(error);
    }
  }

  async function join(): Promise<void> {
    if (invoices.value === null) return;
    const { id, revision } = invoices.value;
    try {
      await api['numberRanges.join']({ id, expectedRevision: revision });
    } catch (error) {
      failure.show(error);
    }
    await load();
  }

  async function openKept(): Promise<void> {
    await load();
    const find = async (id: number) => ranges.value?.find((range) => range.id === id) ?? null;
    const kept = await keptRecord<NumberRange | null>('number-range', find);
    if (kept === 'new' && own.value !== null) return;
    if (kept === 'new') isSeparate.value = true;
    edited.value = kept;
  }

  useHostEvents('settings.changed', () => void load());
  void openKept();
  return { ranges, edited, invoices, own, earlier, isSeparate, load, join };
}
