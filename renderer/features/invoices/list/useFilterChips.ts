import { computed, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { STATUS_NAMES } from '#shared/text/records.ts';
import { currentLanguage, useFailureStore } from '../../../stores/failure.ts';
import { show } from '../formats.ts';
import { CONDITION_GROUPS, isActive, without, type ConditionGroup, type Conditions } from './conditions.ts';
import { listState } from './list-state.ts';
import { learnCustomers, learnProfiles, names, type Named } from './names.ts';

export interface FilterChip {
  key: ConditionGroup;
  text: string;
  removeLabel: string;
}

/** So many names stand in a chip; beyond that their number says more. */
const MOST_NAMES = 2;

/** What the list is filtered by, in words. */
export function useFilterChips(): { chips: ComputedRef<FilterChip[]>; remove: (key: string) => void } {
  const { t } = useI18n();
  const failure = useFailureStore();

  watch(
    () => listState.applied.conditions,
    async ({ customerIds, responsibleIds }) => {
      try {
        await learnCustomers(customerIds);
        if (responsibleIds.some((id) => !names.profiles.has(id))) await learnProfiles();
      } catch (error) {
        failure.show(error);
      }
    },
    { immediate: true, deep: true },
  );

  const nameOf = (named: Named | undefined, gone: string): string => {
    if (named === undefined) return '…';
    if (named === null) return gone;
    return named.archived ? t('invoiceList.archived', { name: named.name }) : named.name;
  };

  function range(from: string | null, to: string | null): string {
    if (from !== null && to !== null) return t('invoiceList.rangeBoth', { from, to });
    return from === null ? t('invoiceList.rangeTo', { to: to ?? '' }) : t('invoiceList.rangeFrom', { from });
  }

  function value(group: ConditionGroup, conditions: Conditions): string {
    const { period, issuedFrom, issuedTo, customerIds, responsibleIds, statuses, netFrom, netTo } = conditions;
    const optional = <T>(given: T | null, write: (value: T) => string) => (given === null ? null : write(given));
    switch (group) {
      case 'period':
        return period === null
          ? range(optional(issuedFrom, show.date), optional(issuedTo, show.date))
          : t(`invoiceList.period-${period}`);
      case 'customers':
        return listed(customerIds.map((id) => nameOf(names.customers.get(id), t('invoiceList.goneCustomer'))));
      case 'responsible':
        return listed(responsibleIds.map((id) => nameOf(names.profiles.get(id), t('invoiceList.goneProfile'))));
      case 'statuses':
        return statuses.map((status) => capital(STATUS_NAMES[status][currentLanguage()])).join(', ');
      case 'net':
        return range(optional(netFrom, show.amount), optional(netTo, show.amount));
    }
  }

  const listed = (all: string[]): string =>
    all.length <= MOST_NAMES ? all.join(', ') : t('invoiceList.several', { n: all.length });

  const TITLES = {
    period: 'period',
    customers: 'customer',
    responsible: 'responsible',
    statuses: 'status',
    net: 'sumNet',
  } as const satisfies Record<ConditionGroup, string>;

  return {
    chips: computed(() =>
      CONDITION_GROUPS.filter((group) => isActive(listState.applied.conditions, group)).map((group) => {
        const text = `${t(`invoiceList.${TITLES[group]}`)}: ${value(group, listState.applied.conditions)}`;
        return { key: group, text, removeLabel: t('common.removeFilter', { name: text }) };
      }),
    ),
    remove: (key) => {
      const group = CONDITION_GROUPS.find((each) => each === key);
      if (group === undefined) return;
      for (const place of ['applied', 'drafted'] as const) {
        listState[place] = { ...listState[place], conditions: without(listState[place].conditions, group) };
      }
    },
  };
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
