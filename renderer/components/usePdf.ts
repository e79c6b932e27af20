import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/text/index.ts';
import { currentLanguage } from '../stores/failure.ts';
import type { PDFDocumentProxy } from './pdf-documents.ts';

export interface ShownPdf {
  /** Null until the first one has come. */
  pdf: Readonly<ShallowRef<PDFDocumentProxy | null>>;
  /** Height / width of the first page. */
  ratio: Readonly<Ref<number>>;
  /** Which version `pdf` is. */
  shownVersion: Readonly<Ref<number | null>>;
  /** Why the newest version cannot be shown; the one before stays. */
  failure: Readonly<Ref<string>>;
}

const A4_RATIO = 297 / 210;

/** Loads a PDF and loads it again with each version. Versions that came while one was loading are skipped but the last. */
export function usePdf(load: () => Promise<Uint8Array>, version: () => number): ShownPdf {
  const pdf = shallowRef<PDFDocumentProxy | null>(null);
  const ratio = ref(A4_RATIO);
  const shownVersion = ref<number | null>(null);
  const failure = ref('');
  let close: () => Promise<void> = () => Promise.resolve();
  let isLoading = false;
  let isGone = false;

  async function show(wanted: number): Promise<void> {
    // Both at once the first time: the library, and the bytes.
    const [{ openPdf }, bytes] = await Promise.all([import('./pdf-documents.ts'), load()]);
    const opened = await openPdf(bytes);
    if (isGone) return opened.close();
    const size = (await opened.document.getPage(1)).getViewport({ scale: 1 });
    const closeOld = close;
    close = opened.close;
    ratio.value = size.height / size.width;
    pdf.value = opened.document;
    shownVersion.value = wanted;
    failure.value = '';
    await closeOld();
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
    void close();
  });

  return { pdf, ratio, shownVersion, failure };
}
