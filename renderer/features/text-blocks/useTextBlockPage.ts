import { computed, ref, watch, type Ref } from 'vue';
import type { TextBlockRow } from '#shared/contract/text-blocks.ts';
import type { DocumentType } from '#shared/domain/document-types.ts';
import { api } from '../../api/index.ts';
import { useHostEvents } from '../../components/useHostEvents.ts';
import { useFailureStore } from '../../stores/failure.ts';

export const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 120;

/** What the list is filtered by, beside the search. */
export interface TextBlockFilter {
  /** "Im Kürzel enthalten". */
  codePart: string;
  documentType: DocumentType | null;
}
export const NO_FILTER: Readonly<TextBlockFilter> = { codePart: '', documentType: null };

export interface TextBlockPage {
  search: Ref<string>;
  filter: Ref<TextBlockFilter>;
  /** Whether something hides a part of the list. */
  isFiltered: Readonly<Ref<boolean>>;
  clear: () => void;
  page: Ref<number>;
  /** Null until the first page has come. */
  rows: Readonly<Ref<TextBlockRow[] | null>>;
  count: Readonly<Ref<number>>;
  reload: () => Promise<void>;
}

/** One page of Textbausteine from the host, fetched anew when the question or a Textbaustein changes. */
export function useTextBlockPage(): TextBlockPage {
  const failure = useFailureStore();
  const search = ref('');
  const filter = ref<TextBlockFilter>({ ...NO_FILTER });
  const page = ref(1);
  const rows = ref<TextBlockRow[] | null>(null);
  const count = ref(0);
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Only the answer to the latest question is shown. */
  async function reload(): Promise<void> {
    asked += 1;
    const question = asked;
    try {
      const answer = await api['textBlocks.list']({
        search: search.value,
        ...filter.value,
        limit: PAGE_SIZE,
        page: page.value,
      });
      if (question !== asked) return;
      rows.value = answer.rows;
      count.value = answer.count;
      if (answer.rows.length === 0 && page.value > 1) page.value = Math.max(1, Math.ceil(answer.count / PAGE_SIZE));
    } catch (error) {
      failure.show(error);
    }
  }

  function startOver(): void {
    if (page.value === 1) void reload();
    else page.value = 1;
  }

  watch(search, () => {
    clearTimeout(pause);
    pause = setTimeout(startOver, TYPING_PAUSE_MS);
  });
  watch(filter, startOver);
  watch(page, reload, { immediate: true });
  useHostEvents('text-blocks.changed', () => void reload());

  return {
    search,
    filter,
    isFiltered: computed(
      () => search.value !== '' || filter.value.codePart !== '' || filter.value.documentType !== null,
    ),
    clear: () => {
      search.value = '';
      filter.value = { ...NO_FILTER };
    },
    page,
    rows,
    count,
    reload,
  };
}
