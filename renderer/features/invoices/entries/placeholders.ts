import { computed, inject, provide, shallowRef, watch, type ComputedRef, type InjectionKey } from 'vue';
import { useI18n } from 'vue-i18n';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { placeholderChoices, type PlaceholderChoice } from '../../../components/rich-text/placeholders.ts';
import { currentLanguage, useFailureStore } from '../../../stores/failure.ts';
import { useBehindThePage } from '../behind-the-page.ts';

const placeholdersKey: InjectionKey<ComputedRef<PlaceholderChoice[]>> = Symbol('the placeholders of the invoice');

/**
 * Asks for the placeholders of an invoice with their values as they are now (A6.7), for the table and the dialogs of its view;
 * by name only until these have come.
 */
export function providePlaceholders(invoice: () => InvoiceDetail | null): void {
  const failure = useFailureStore();
  const { locale } = useI18n();
  const values = shallowRef<ReadonlyMap<string, string> | null>(null);

  async function ask(): Promise<void> {
    const id = invoice()?.id;
    if (id === undefined) return;
    try {
      const { placeholders } = await api['invoices.placeholders']({ id });
      if (invoice()?.id === id) values.value = new Map(placeholders.map(({ name, value }) => [name, value]));
    } catch (error) {
      failure.show(error);
    }
  }

  const later = useBehindThePage(ask);
  watch(
    () => [invoice()?.id, invoice()?.revision] as const,
    ([id], before) => {
      later.forget();
      if (id !== before?.[0]) values.value = null;
      if (values.value === null) void ask();
      else later.ask();
    },
    { immediate: true },
  );
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
