import { onBeforeUnmount, ref, watch, type Ref } from 'vue';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import { problemSentence } from '#shared/text/index.ts';
import { api } from '../../api/index.ts';
import { currentLanguage } from '../../stores/failure.ts';
import type { RangeFields } from './useSetup.ts';

export interface NumberPreview {
  next: string;
  nextYear: string;
  /** Why there is no next number; '' when there is one. */
  problem: string;
}

/** Typing rests this long before the host is asked, in milliseconds. */
const PAUSE = 150;

/**
 * The numbers that a range would give, as the host says, following what is typed; null until it has answered. Without an id it
 * is the range that Stornorechnungen would get for their own.
 */
export function useNumberPreview(
  id: number | null,
  fields: () => RangeFields | null,
): Readonly<Ref<NumberPreview | null>> {
  const preview = ref<NumberPreview | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(wanted: RangeFields): Promise<void> {
    const mine = (asked += 1);
    const answer = await answerFor(id, wanted);
    if (mine === asked) preview.value = answer;
  }

  function follow(): void {
    clearTimeout(timer);
    const wanted = fields();
    if (wanted === null) {
      asked += 1;
      preview.value = null;
    } else timer = setTimeout(() => void ask({ ...wanted }), PAUSE);
  }

  watch(fields, follow, { immediate: true, deep: true });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    asked += 1;
  });
  return preview;
}

async function answerFor(id: number | null, fields: RangeFields): Promise<NumberPreview> {
  try {
    return { ...(await api['numberRanges.preview']({ id, ...fields })), problem: '' };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const [problem] = error.code === 'invalid-input' ? (error.details as FieldProblem[]) : [];
    const sentence = problem ? problemSentence(problem, currentLanguage()) : '';
    return { next: '', nextYear: '', problem: sentence };
  }
}
