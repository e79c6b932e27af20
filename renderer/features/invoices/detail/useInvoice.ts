import { ref, shallowRef, watch, type Ref } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import { useBehindThePage } from '../behind-the-page.ts';

export interface ShownInvoice {
  /** Null until it has come. */
  invoice: Readonly<Ref<InvoiceDetail | null>>;
  /** It does not exist any more. */
  isGone: Readonly<Ref<boolean>>;
  /** Grows with everything that may change the page. */
  version: Readonly<Ref<number>>;
  /** Grows when its customer or the set-up changed. */
  surroundings: Readonly<Ref<number>>;
  /** Shows what a call that changed it answered. */
  take: (invoice: InvoiceDetail) => void;
  reload: () => Promise<void>;
}

/** One invoice as the host has it, also after others changed it, its customer or the set-up. */
export function useInvoice(id: () => number): ShownInvoice {
  const failure = useFailureStore();
  const invoice = shallowRef<InvoiceDetail | null>(null);
  const isGone = ref(false);
  const version = ref(0);
  const surroundings = ref(0);
  const later = useBehindThePage(reload);

  /** What was heard of it since it was last asked for. */
  let heard = 0;

  /** Whether the page may be another one now. */
  function accept(newer: InvoiceDetail): boolean {
    // An answer that was overtaken by a later one is old news.
    if (newer.id !== id() || (invoice.value?.id === newer.id && newer.revision < invoice.value.revision)) return false;
    const isNews = invoice.value?.id !== newer.id || invoice.value.revision !== newer.revision;
    invoice.value = newer;
    if (isNews) version.value += 1;
    return isNews;
  }

  function take(changed: InvoiceDetail): void {
    // The host tells of each change before it answers it: what was heard was this one, and nobody else's.
    if (accept(changed) && heard === 1) forgetHeard();
  }

  function forgetHeard(): void {
    later.forget();
    heard = 0;
  }

  async function reload(): Promise<void> {
    forgetHeard();
    try {
      accept(await api['invoices.get']({ id: id() }));
    } catch (error) {
      if (error instanceof CallError && error.code === 'not-found') isGone.value = true;
      else failure.show(error);
    }
  }

  async function reloadAll(): Promise<void> {
    version.value += 1;
    surroundings.value += 1;
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
    heard += 1;
    // It may be what this window saved itself.
    later.ask();
  });
  useHostEvents('customers.changed', (event) => {
    if (event.id === null || event.id === invoice.value?.customerId) void reloadAll();
  });
  useHostEvents('settings.changed', () => void reloadAll());

  return { invoice, isGone, version, surroundings, take, reload };
}
