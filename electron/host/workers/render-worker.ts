import { parentPort } from 'node:worker_threads';
import { proveUbl, renderXRechnung } from '../output/einvoice/index.ts';
import { renderInvoicePdf } from '../output/pdf/index.ts';
import type { RenderReply, RenderRequest } from './renderer.ts';

/** The thread behind `createRenderer`: one document in, its files out. */
parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ id, document, eInvoice }: RenderRequest): Promise<RenderReply> {
  try {
    const pdf = await renderInvoicePdf(document);
    const xrechnung = eInvoice === 'xrechnung' ? renderXRechnung(document).xml : null;
    if (xrechnung) proveUbl(xrechnung, document);
    return { id, rendered: { pdf, xrechnung } };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
