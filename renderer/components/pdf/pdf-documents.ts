import type { Answers, DrawingReply, Kind, PdfSize, Questions, WantedPage } from './messages.ts';

/** PDFs for the window, drawn by a thread of their own (drawing-thread.ts), which starts with the first one. */

export interface PdfDocument extends PdfSize {
  /** Shows a page on a canvas; what was there before stays until it is complete. */
  draw: (page: WantedPage, canvas: PdfCanvas) => Drawing;
  /** A PNG; null when the document was closed. */
  print: (page: WantedPage) => Promise<Blob | null>;
  close: () => void;
}

export interface Drawing {
  /** Height / width of the page when it is shown; null when nobody wants it any more. */
  ratio: Promise<number | null>;
  cancel: () => void;
}

/** A canvas that the drawing thread draws on. */
export interface PdfCanvas {
  id: number;
  /** The thread has ended, and with it the canvas: another element is needed. */
  isLost: () => boolean;
  release: () => void;
}

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let lastId = 0;

/**
 * Opens a PDF. The bytes are handed over and gone afterwards.
 * @param first the page that will be asked for next, so that drawing it need not wait for the question
 * @throws Error when it is none
 */
export async function openPdf(data: Uint8Array, first: WantedPage | null = null): Promise<PdfDocument> {
  const { id: document, answer } = ask('open', { data, first }, [data.buffer]);
  return {
    ...(await answer),
    draw: (page, canvas) => {
      const drawing = ask('draw', { document, page, canvas: canvas.id });
      return { ratio: drawing.answer, cancel: () => void tell('cancel', { drawing: drawing.id }) };
    },
    print: (page) => ask('print', { document, page }).answer,
    close: () => void tell('close', { document }),
  };
}

/** A page that is shown as wide as this in CSS pixels; the window may have been moved to a finer screen since the last one. */
export function pageOfWidth(number: number, width: number): WantedPage {
  return { number, width: Math.round(width * window.devicePixelRatio) };
}

/** Hands over a canvas of the window for good. */
export function adoptCanvas(element: HTMLCanvasElement): PdfCanvas {
  const canvas = element.transferControlToOffscreen();
  const id = tell('adopt', { canvas }, [canvas]);
  const owner = thread;
  return { id, isLost: () => thread !== owner, release: () => void tell('release', { canvas: id }) };
}

/** Asks the thread and waits for its answer. */
function ask<K extends Kind>(
  kind: K,
  question: Questions[K],
  transfer: Transferable[] = [],
): { id: number; answer: Promise<Answers[K]> } {
  const id = tell(kind, question, transfer);
  return { id, answer: new Promise((resolve, reject) => waiting.set(id, { resolve, reject })) };
}

/** Tells the thread something whose answer nobody needs. */
function tell<K extends Kind>(kind: K, question: Questions[K], transfer: Transferable[] = []): number {
  lastId += 1;
  thread ??= startThread();
  thread.postMessage({ id: lastId, kind, ...question }, transfer);
  return lastId;
}

function startThread(): Worker {
  const started = new Worker(new URL('./drawing-thread.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<DrawingReply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.result as never);
  });
  started.addEventListener('error', ({ message }) => {
    // What it holds is lost with it; the next question starts another one.
    started.terminate();
    thread = null;
    for (const { reject } of waiting.values()) reject(new Error(`the drawing thread ended: ${message}`));
    waiting.clear();
  });
  return started;
}
