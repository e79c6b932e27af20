import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { api } from '../../../api/index.ts';
import { placeholderChoices, type PlaceholderChoice } from '../../../components/rich-text/placeholders.ts';
import { currentLanguage, useFailureStore } from '../../../stores/failure.ts';

/** The placeholders of an invoice with their values as they are now (A6.7); by name only until these have come. */
export function usePlaceholders(invoice: () => InvoiceDetail): ComputedRef<PlaceholderChoice[]> {
  const failure = useFailureStore();
  const { locale } = useI18n();
  const values = shallowRef<ReadonlyMap<string, string> | null>(null);

  watch(
    () => [invoice().id, invoice().revision] as const,
    async ([id]) => {
      try {
        const { placeholders } = await api['invoices.placeholders']({ id });
        values.value = new Map(placeholders.map(({ name, value }) => [name, value]));
      } catch (error) {
        failure.show(error);
      }
    },
    { immediate: true },
  );
  return computed(() => {
    void locale.value;
    return placeholderChoices(currentLanguage(), values.value);
  });
}
