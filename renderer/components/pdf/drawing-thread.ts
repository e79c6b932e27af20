/**
 * Draws PDFs with pdf.js, away from the window, which lays out its table while the page beside it is drawn. The legacy build,
 * because the desktop tests run on Chromium 130.
 */
// pdf.js's own thread: found here, it reads in this one. A second one would cost more than it gives.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Answers, DrawingReply, DrawingRequest, Kind, PdfSize, Questions, WantedPage } from './messages.ts';
import { NoFilters, OffscreenCanvases } from './without-document.ts';

/** By the id of the request that opened them. */
const documents = new Map<number, PDFDocumentLoadingTask>();
/** What the window shows, by the id of the request that brought them. */
const canvases = new Map<number, OffscreenCanvas>();
/** Requests whose answer nobody waits for, until their turn comes. */
const cancelled = new Set<number>();

/**
 * Pages are drawn here and then shown in one go, so that nobody sees half of one. Kept from page to page: fresh memory for each
 * picture costs more than drawing it.
 */
const sketch = new OffscreenCanvas(1, 1);
/** What stands on it. */
let sketched = '';
/** There is one sketch, so one page is drawn after the other. */
let turn: Promise<unknown> = Promise.resolve();

function open(id: number, { data, first }: Questions['open']): Promise<PdfSize> {
  const task = getDocument({
    data,
    isEvalSupported: false,
    // Glyphs as shapes: only a document has fonts.
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
    CanvasFactory: OffscreenCanvases,
    FilterFactory: NoFilters,
  });
  documents.set(id, task);
  // Whoever opens the document hears of an error.
  if (first !== null) inTurn(id, () => sketchPage(id, task, first)).catch(() => undefined);
  return measure(task);
}

async function measure(task: PDFDocumentLoadingTask): Promise<PdfSize> {
  const pdf = await task.promise;
  return { pages: pdf.numPages, ratio: ratioOf(await pdf.getPage(1)) };
}

function ratioOf(page: PDFPageProxy): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return height / width;
}

/** Does this for a document when those before are done; null when nobody waits for it any more. */
function inTurn<T>(
  document: number,
  work: (task: PDFDocumentLoadingTask) => Promise<T | null>,
  request: number | null = null,
): Promise<T | null> {
  const result = turn.then(async () => {
    const task = documents.get(document);
    if (task === undefined || (request !== null && cancelled.delete(request))) return null;
    try {
      return await work(task);
    } catch (error) {
      // Closed meanwhile.
      if (task.destroyed) return null;
      throw error;
    }
  });
  turn = result.catch(() => undefined);
  return result;
}

async function sketchPage(document: number, task: PDFDocumentLoadingTask, wanted: WantedPage): Promise<void> {
  const name = `${document}/${wanted.number}/${wanted.width}`;
  if (sketched === name) return;
  sketched = '';
  await paint(task, wanted, sketch);
  sketched = name;
}

async function paint(task: PDFDocumentLoadingTask, wanted: WantedPage, canvas: OffscreenCanvas): Promise<void> {
  const page = await (await task.promise).getPage(wanted.number);
  const { width } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: wanted.width / width });
  resize(canvas, wanted.width, Math.round(viewport.height));
  // For the screen pdf.js would pause for a frame after each piece. It draws on any canvas, but knows the type of one only.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, intent: 'print' }).promise;
}

/** Keeps the memory of a canvas that has its size already. */
function resize(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
}

function draw(id: number, { document, page, canvas }: Questions['draw']): Promise<number | null> {
  const show = async (task: PDFDocumentLoadingTask): Promise<number | null> => {
    await sketchPage(document, task, page);
    const shown = canvases.get(canvas);
    if (shown === undefined) return null;
    resize(shown, sketch.width, sketch.height);
    shown.getContext('2d', { alpha: false })?.drawImage(sketch, 0, 0);
    return sketch.height / sketch.width;
  };
  return inTurn(document, show, id);
}

function print({ document, page }: Questions['print']): Promise<Blob | null> {
  return inTurn(document, async (task) => {
    const canvas = new OffscreenCanvas(1, 1);
    await paint(task, page, canvas);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    // Gives its memory back at once.
    resize(canvas, 0, 0);
    return picture;
  });
}

const answers: { [K in Kind]: (question: Questions[K], id: number) => Promise<Answers[K]> | null } = {
  open: (question, id) => open(id, question),
  close: ({ document }) => {
    void documents.get(document)?.destroy();
    documents.delete(document);
    return null;
  },
  adopt: ({ canvas }, id) => {
    canvases.set(id, canvas);
    return null;
  },
  release: ({ canvas }) => {
    canvases.delete(canvas);
    return null;
  },
  draw: (question, id) => draw(id, question),
  cancel: ({ drawing }) => {
    cancelled.add(drawing);
    return null;
  },
  print,
};

async function answer({ id, kind, ...question }: DrawingRequest): Promise<DrawingReply> {
  try {
    return { id, result: await answers[kind](question as never, id) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<DrawingRequest>) => {
  void answer(data).then((reply) => postMessage(reply));
});
