import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/text/index.ts';
import { currentLanguage } from '../../stores/failure.ts';
import type { WantedPage } from './messages.ts';
import { openPdf, type PdfDocument } from './pdf-documents.ts';

export interface ShownPdf {
  /** Null until the first one has come. */
  pdf: Readonly<ShallowRef<PdfDocument | null>>;
  /** Which version `pdf` is. */
  shownVersion: Readonly<Ref<number | null>>;
  /** Why the newest version cannot be shown; the one before stays. */
  failure: Readonly<Ref<string>>;
}

/**
 * Loads a PDF and loads it again with each version. Versions that came while one was loading are skipped but the last.
 * @param seen the page that is looked at, which is drawn first; null before anything is
 */
export function usePdf(
  load: () => Promise<Uint8Array>,
  version: () => number,
  seen: () => WantedPage | null,
): ShownPdf {
  const pdf = shallowRef<PdfDocument | null>(null);
  const shownVersion = ref<number | null>(null);
  const failure = ref('');
  let isLoading = false;
  let isGone = false;

  async function show(wanted: number): Promise<void> {
    const opened = await openPdf(await load(), seen());
    if (isGone) return opened.close();
    pdf.value?.close();
    pdf.value = opened;
    shownVersion.value = wanted;
    failure.value = '';
  }

  async function update(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    try {
      let wanted: number;
      do {
        wanted = version();
        await show(wanted);
      } while (wanted !== version() && !isGone);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      failure.value = errorSentence(error.code, error.details, currentLanguage());
    } finally {
      isLoading = false;
    }
  }

  // At once: the host makes the page while the window draws what else changed.
  watch(version, update, { immediate: true, flush: 'sync' });
  onBeforeUnmount(() => {
    isGone = true;
    pdf.value?.close();
  });

  return { pdf, shownVersion, failure };
}
