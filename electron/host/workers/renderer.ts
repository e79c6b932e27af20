import { Worker } from 'node:worker_threads';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';

export interface RenderedInvoice {
  pdf: Uint8Array;
  /** Null when the invoice goes out without an e-invoice. */
  xrechnung: Uint8Array | null;
}

/** Makes documents in a worker thread, so that the host answers other calls meanwhile. */
export interface Renderer {
  /** @throws Error with the worker's cause; the next call gets a fresh worker when it died. */
  render(document: InvoiceDocument, eInvoice: 'xrechnung' | 'none'): Promise<RenderedInvoice>;
  close(): Promise<void>;
}

export interface RenderRequest {
  id: number;
  document: InvoiceDocument;
  eInvoice: 'xrechnung' | 'none';
}
export type RenderReply = { id: number; rendered: RenderedInvoice } | { id: number; error: string };

/** 6,000 documents stayed at 217 MB with these limits (toolchain); more is a defect and must not take the host along. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 6 };
const ENTRY = new URL('./render-worker.ts', import.meta.url);

interface Waiting {
  resolve: (rendered: RenderedInvoice) => void;
  reject: (error: Error) => void;
}

/** A renderer that starts its worker with the first document. */
export function createRenderer(): Renderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function fail(died: Worker, error: Error): void {
    // `exit` follows `error`; by then the requests may wait for the next worker.
    if (worker !== died) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(ENTRY, { resourceLimits: LIMITS });
    started.on('message', (reply: RenderReply) => {
      const caller = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('rendered' in reply) caller?.resolve(reply.rendered);
      else caller?.reject(new Error(`rendering failed: ${reply.error}`));
    });
    started.on('error', (cause) => fail(started, new Error('the rendering thread died', { cause })));
    started.on('exit', (code) => fail(started, new Error(`the rendering thread ended with ${code}`)));
    // Rendering alone must not keep a finished command line alive.
    started.unref();
    return started;
  }

  return {
    render: (document, eInvoice) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: lastId, document, eInvoice } satisfies RenderRequest);
      }).finally(() => {
        if (waiting.size === 0) worker?.unref();
      }) as Promise<RenderedInvoice>,
    close: async () => {
      await worker?.terminate();
    },
  };
}
