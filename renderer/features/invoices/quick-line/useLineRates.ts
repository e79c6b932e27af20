import { computed, shallowRef, type ComputedRef } from 'vue';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { VatRate } from '#shared/contract/vat-rates.ts';
import { formatPercent, formatQuantity, formatUnitPrice, parsePercent } from '#shared/domain/decimal.ts';
import { computeTotals } from '#shared/domain/compute-totals.ts';
import type { QuickLineOptions, QuickLinePosition } from '#shared/domain/quick-line.ts';
import { percentOn, taxPoint } from '#shared/domain/vat.ts';
import { api } from '../../../api/index.ts';
import { useHostEvents } from '../../../components/useHostEvents.ts';
import { useFailureStore } from '../../../stores/failure.ts';
import type { LineEntry } from '../types.ts';

/** The VAT rate that a position gets, with the percent that holds for this invoice. */
export interface LineRate {
  id: number;
  percent: number;
}

export interface LineRates {
  options: ComputedRef<QuickLineOptions>;
  /** The rate of a position; null when there is none. */
  rateOf: (position: QuickLinePosition) => LineRate | null;
}

/** The rates that a position of this invoice can have by its percent alone, and the usual one of the office. */
export function useLineRates(invoice: () => InvoiceDetail): LineRates {
  const failure = useFailureStore();
  const loaded = shallowRef<{ rates: VatRate[]; smallBusiness: boolean } | null>(null);

  async function load(): Promise<void> {
    try {
      const [{ rates }, { smallBusiness }] = await Promise.all([api['vatRates.list']({}), api['company.get']({})]);
      loaded.value = { rates, smallBusiness };
    } catch (error) {
      failure.show(error);
    }
  }
  void load();
  useHostEvents('settings.changed', () => void load());

  const known = computed(() => {
    const { issueDate, servicePeriod } = invoice();
    const day = taxPoint(issueDate, servicePeriod);
    return (loaded.value?.rates ?? []).flatMap((rate) => {
      const periods = rate.periods.map(({ validFrom, percent }) => ({
        validFrom,
        percent: parsePercent(percent) ?? 0,
      }));
      const percent = percentOn(periods, day);
      return percent === null ? [] : [{ rate, percent }];
    });
  });
  const usual = computed(() => known.value.find(({ rate }) => rate.smallBusiness === loaded.value?.smallBusiness));
  // Whoever charges no VAT names none; and what is 0 % has a reason that a percent does not say.
  const byPercent = computed(() =>
    loaded.value?.smallBusiness === true ? [] : known.value.filter(({ rate }) => rate.category === 'S'),
  );

  return {
    options: computed(() => ({
      currency: invoice().currency,
      vatPercents: [...new Set(byPercent.value.map(({ percent }) => percent))],
    })),
    rateOf: ({ vatPercent }) => {
      const found = vatPercent === null ? usual.value : byPercent.value.find(({ percent }) => percent === vatPercent);
      return found ? { id: found.rate.id, percent: found.percent } : null;
    },
  };
}

/** A position as it goes to the host. */
export function toEntry(
  position: QuickLinePosition & { description?: string },
  rate: LineRate,
): Omit<LineEntry, 'id' | 'vat'> {
  const { title, description = '', quantity, unit, unitPrice, discount } = position;
  return {
    ...{ kind: 'line', title, unit, vatRateId: rate.id },
    ...{ quantity: formatQuantity(quantity), unitPrice: formatUnitPrice(unitPrice) },
    // Plain text is what the contract takes beside rich text.
    description: description === '' ? null : { v: 1, blocks: paragraphs(description) },
    discount: discount?.kind === 'percent' ? { kind: 'percent', percent: formatPercent(discount.percent) } : discount,
  };
}

function paragraphs(text: string) {
  return text.split('\n').map((line) => ({
    type: 'paragraph' as const,
    inlines: line === '' ? [] : [{ type: 'text' as const, text: line }],
  }));
}

/** Net of one position in cents, computed as the invoice does. */
export function netOf({ quantity, unitPrice, discount }: QuickLinePosition): number {
  const lines = [{ quantity, unitPrice, discount, vat: { category: 'S' as const, percent: 1900 } }];
  return computeTotals({ lines, allowances: [], skontoPercent: null, exchangeRate: null }).lineNet;
}
