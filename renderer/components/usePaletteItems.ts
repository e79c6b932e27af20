import { computed, onBeforeUnmount, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { api } from '../api/index.ts';
import { keysOf, labelOf, recentFirst, runCommand } from '../stores/commands.ts';
import { useFailureStore } from '../stores/failure.ts';
import { fuzzyScore } from '../stores/fuzzy.ts';

/** One line of the palette. */
export interface PaletteItem {
  id: string;
  /** Heading under which it stands. */
  group: string;
  title: string;
  detail: string;
  keys: string[];
  run: () => unknown;
}

const MOST_RECORDS = 6;
const TYPING_PAUSE_MS = 120;

/** Commands that fit what is typed, best first, then invoices and customers from the host. */
export function usePaletteItems(typed: Ref<string>): {
  items: ComputedRef<PaletteItem[]>;
  isAsking: Readonly<Ref<boolean>>;
} {
  const { t } = useI18n();
  const router = useRouter();
  const failure = useFailureStore();
  const records = shallowRef<PaletteItem[]>([]);
  const isAsking = ref(false);
  let pause: ReturnType<typeof setTimeout> | undefined;

  const commandItems = computed(() =>
    recentFirst.value
      .filter(({ id }) => id !== 'palette')
      .map((command): PaletteItem & { score: number | null } => {
        const group = t(`commands.group-${command.group}`);
        const title = t(command.title);
        const names = command.group === 'views' ? [title, `${group} ${title}`] : [title];
        const scores = names.map((name) => fuzzyScore(name, typed.value)).filter((score) => score !== null);
        return {
          ...{ id: command.id, title, detail: group, group: t('commands.paletteCommands') },
          keys: keysOf(command).slice(0, 1).map(labelOf),
          run: () => runCommand(command.id),
          score: scores.length === 0 ? null : Math.max(...scores),
        };
      })
      .filter(({ score }) => score !== null)
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0)),
  );

  async function ask(search: string): Promise<void> {
    isAsking.value = true;
    try {
      const [invoices, customers] = await Promise.all([
        api['invoices.list']({ filter: { search }, limit: MOST_RECORDS }),
        api['customers.list']({ search, limit: MOST_RECORDS }),
      ]);
      // What was typed meanwhile has its own answer coming.
      if (typed.value.trim() !== search) return;
      records.value = [
        ...invoices.rows.map((row) => ({
          ...{ id: `invoice-${row.id}`, group: t('commands.paletteInvoices'), keys: [] },
          title: [row.number || t('invoices.draft'), row.title].filter((part) => part !== '').join(' · '),
          detail: row.customerName,
          run: () => router.push({ name: 'invoice', params: { id: row.id } }),
        })),
        ...customers.rows.map((row) => ({
          ...{ id: `customer-${row.id}`, group: t('commands.paletteCustomers'), keys: [] },
          title: row.name,
          detail: [row.number, row.address.city].filter((part) => part !== '').join(' · '),
          run: () => router.push({ name: 'customers', query: { kunde: String(row.id) } }),
        })),
      ];
    } catch (error) {
      failure.show(error);
    } finally {
      if (typed.value.trim() === search) isAsking.value = false;
    }
  }

  watch(typed, (text) => {
    clearTimeout(pause);
    const search = text.trim().slice(0, 200);
    isAsking.value = search !== '';
    if (search === '') records.value = [];
    else pause = setTimeout(() => void ask(search), TYPING_PAUSE_MS);
  });
  onBeforeUnmount(() => clearTimeout(pause));

  return { items: computed(() => [...commandItems.value, ...records.value]), isAsking };
}
