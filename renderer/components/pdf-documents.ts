import { getDocument, GlobalWorkerOptions, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** pdf.js, loaded when the first page is shown. The legacy build, because the desktop tests run on Chromium 130. */

export type { PDFDocumentProxy };

GlobalWorkerOptions.workerSrc = workerUrl;
/** One for all documents: starting one takes longer than drawing a page. */
let worker: PDFWorker | null = null;

/** Opens a PDF; `close` ends what is still being drawn of it. The bytes are handed over and gone afterwards. */
export async function openPdf(data: Uint8Array): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  worker ??= new PDFWorker();
  const task = getDocument({
    data,
    worker,
    isEvalSupported: false,
    // Glyphs as shapes: each font given to the window's document would lay all of it out again, when it comes and when it goes.
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  return { document: await task.promise, close: () => task.destroy() };
}
