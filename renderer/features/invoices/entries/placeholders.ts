import {
  computed,
  inject,
  onBeforeUnmount,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
} from 'vue';
import { useI18n } from 'vue-i18n';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { placeholderChoices, type PlaceholderChoice } from '../../../components/rich-text/placeholders.ts';
import { currentLanguage, useFailureStore } from '../../../stores/failure.ts';
import { BEHIND_THE_PAGE_MS } from '../behind-the-page.ts';

const placeholdersKey: InjectionKey<ComputedRef<PlaceholderChoice[]>> = Symbol('the placeholders of the invoice');

/**
 * Asks for the placeholders of an invoice with their values as they are now (A6.7), for the table and the dialogs of its view;
 * by name only until these have come.
 */
export function providePlaceholders(invoice: () => InvoiceDetail | null): void {
  const failure = useFailureStore();
  const { locale } = useI18n();
  const values = shallowRef<ReadonlyMap<string, string> | null>(null);
  let due: ReturnType<typeof setTimeout> | undefined;

  async function ask(id: number): Promise<void> {
    try {
      const { placeholders } = await api['invoices.placeholders']({ id });
      if (invoice()?.id === id) values.value = new Map(placeholders.map(({ name, value }) => [name, value]));
    } catch (error) {
      failure.show(error);
    }
  }

  watch(
    () => [invoice()?.id, invoice()?.revision] as const,
    ([id], before) => {
      clearTimeout(due);
      if (id !== before?.[0]) values.value = null;
      if (id === undefined) return;
      if (values.value === null) void ask(id);
      else due = setTimeout(() => void ask(id), BEHIND_THE_PAGE_MS);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => clearTimeout(due));
  provide(
    placeholdersKey,
    computed(() => {
      void locale.value;
      return placeholderChoices(currentLanguage(), values.value);
    }),
  );
}

/** The placeholders that the view around has asked for. */
export function usePlaceholders(): ComputedRef<PlaceholderChoice[]> {
  const placeholders = inject(placeholdersKey);
  if (placeholders === undefined) throw new Error('no view provides placeholders');
  return placeholders;
}
