import { parentPort } from 'node:worker_threads';
import { proveUbl, renderXRechnung } from '../output/einvoice/index.ts';
import { renderInvoicePdf } from '../output/pdf/index.ts';
import { readPicture, type Picture } from '../output/pdf/picture/picture.ts';
import type { RenderReply, RenderRequest } from './renderer.ts';

/** The thread behind `createRenderer`: one document in, its files out. */
parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});

/** Decoded once for all documents: an office has one logo, and a few more while somebody chooses one. */
const logos = new Map<string, Picture>();
const MOST_LOGOS = 4;

async function answer({ id, document, eInvoice, logo: content }: RenderRequest): Promise<RenderReply> {
  try {
    const hash = document.logo?.hash ?? null;
    if (hash !== null && content !== null) keepLogo(hash, content);
    const logo = hash === null ? null : (logos.get(hash) ?? null);
    if (hash !== null && logo === null) return { id, missingLogo: hash };
    const pdf = await renderInvoicePdf(document, logo);
    const xrechnung = eInvoice === 'xrechnung' ? renderXRechnung(document).xml : null;
    if (xrechnung) proveUbl(xrechnung, document);
    return { id, rendered: { pdf, xrechnung } };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function keepLogo(hash: string, content: Uint8Array): void {
  const [oldest] = logos.keys();
  if (oldest !== undefined && logos.size >= MOST_LOGOS) logos.delete(oldest);
  logos.set(hash, readPicture(content));
}
