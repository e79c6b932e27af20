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
  /** Bytes of the logo, sent when the worker has asked for them: it keeps the picture for later documents. */
  logo: Uint8Array | null;
}
export type RenderReply =
  | { id: number; rendered: RenderedInvoice }
  /** Send the request again with this logo. */
  | { id: number; missingLogo: string }
  | { id: number; error: string };

/** Bytes of a stored file by its hash. */
export type FileLoader = (hash: string) => Promise<Uint8Array>;

/** 6,000 documents stayed at 217 MB with these limits (toolchain); more is a defect and must not take the host along. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 6 };
const ENTRY = new URL('./render-worker.ts', import.meta.url);

interface Waiting {
  request: RenderRequest;
  resolve: (rendered: RenderedInvoice) => void;
  reject: (error: Error) => void;
}

/** For documents without a logo. */
const noFiles: FileLoader = (hash) => Promise.reject(new Error(`there are no files to load ${hash} from`));

/** A renderer that starts its worker with the first document; `loadFile` gives it the logos that documents name. */
export function createRenderer(loadFile: FileLoader = noFiles): Renderer {
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
      if ('missingLogo' in reply) return void sendLogo(reply.id, reply.missingLogo);
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

  async function sendLogo(id: number, hash: string): Promise<void> {
    try {
      const logo = await loadFile(hash);
      // It may have died meanwhile, with all that waited for it.
      const caller = waiting.get(id);
      if (caller) worker?.postMessage({ ...caller.request, logo } satisfies RenderRequest);
    } catch (cause) {
      waiting.get(id)?.reject(new Error(`the logo ${hash} cannot be loaded`, { cause }));
      waiting.delete(id);
    }
  }

  return {
    render: (document, eInvoice) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        lastId += 1;
        const request: RenderRequest = { id: lastId, document, eInvoice, logo: null };
        waiting.set(lastId, { request, resolve, reject });
        worker.ref();
        worker.postMessage(request);
      }).finally(() => {
        if (waiting.size === 0) worker?.unref();
      }) as Promise<RenderedInvoice>,
    close: async () => {
      await worker?.terminate();
    },
  };
}
