import { computed, ref, watch, type Ref } from 'vue';
import type { TextBlockRow } from '#shared/contract/text-blocks.ts';
import type { DocumentType } from '#shared/domain/document-types.ts';
import { api } from '../../api/index.ts';
import { useHostEvents } from '../../components/useHostEvents.ts';
import { useFailureStore } from '../../stores/failure.ts';

export const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 120;

export interface TextBlockPage {
  search: Ref<string>;
  /** "Im Kürzel enthalten". */
  codePart: Ref<string>;
  documentType: Ref<DocumentType | null>;
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
  const codePart = ref('');
  const documentType = ref<DocumentType | null>(null);
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
        codePart: codePart.value,
        documentType: documentType.value,
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

  watch([search, codePart], () => {
    clearTimeout(pause);
    pause = setTimeout(startOver, TYPING_PAUSE_MS);
  });
  watch(documentType, startOver);
  watch(page, reload, { immediate: true });
  useHostEvents('text-blocks.changed', () => void reload());

  return {
    search,
    codePart,
    documentType,
    isFiltered: computed(() => search.value !== '' || codePart.value !== '' || documentType.value !== null),
    clear: () => {
      search.value = '';
      codePart.value = '';
      documentType.value = null;
    },
    page,
    rows,
    count,
    reload,
  };
}
