import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';

/** After what this window saved itself the question for the page goes before the one for what it knows already. */
const BEHIND_THE_PAGE_MS = 100;

export interface ShownInvoice {
  /** Null until it has come. */
  invoice: Readonly<Ref<InvoiceDetail | null>>;
  /** It does not exist any more. */
  isGone: Readonly<Ref<boolean>>;
  /** Grows with everything that may change the page. */
  version: Readonly<Ref<number>>;
  /** Shows what a call answered. */
  take: (invoice: InvoiceDetail) => void;
  reload: () => Promise<void>;
}

/** One invoice as the host has it, also after others changed it, its customer or the set-up. */
export function useInvoice(id: () => number): ShownInvoice {
  const failure = useFailureStore();
  const invoice = shallowRef<InvoiceDetail | null>(null);
  const isGone = ref(false);
  const version = ref(0);

  let due: ReturnType<typeof setTimeout> | undefined;

  function take(newer: InvoiceDetail): void {
    // An answer that was overtaken by a later one is old news.
    if (newer.id !== id() || (invoice.value?.id === newer.id && newer.revision < invoice.value.revision)) return;
    if (invoice.value?.id !== newer.id || invoice.value.revision !== newer.revision) version.value += 1;
    invoice.value = newer;
  }

  async function reload(): Promise<void> {
    try {
      take(await api['invoices.get']({ id: id() }));
    } catch (error) {
      if (error instanceof CallError && error.code === 'not-found') isGone.value = true;
      else failure.show(error);
    }
  }

  async function reloadAll(): Promise<void> {
    version.value += 1;
    await reload();
  }

  watch(
    id,
    () => {
      invoice.value = null;
      isGone.value = false;
      void reload();
    },
    { immediate: true },
  );
  useHostEvents('invoices.changed', (event) => {
    if (event.id !== null && event.id !== id()) return;
    clearTimeout(due);
    due = setTimeout(() => void reload(), BEHIND_THE_PAGE_MS);
  });
  useHostEvents('customers.changed', (event) => {
    if (event.id === null || event.id === invoice.value?.customerId) void reloadAll();
  });
  useHostEvents('settings.changed', () => void reloadAll());

  onBeforeUnmount(() => clearTimeout(due));

  return { invoice, isGone, version, take, reload };
}
