import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { extractText, getDocumentProxy } from 'unpdf';
import { renderInvoicePdf } from '../../../electron/host/output/pdf/index.ts';
import { benchDocument } from './documents.ts';
import { renderWithPdfkit } from './pdfkit-invoice.ts';

export interface PdfCase {
  case: string;
  against: string;
  unit: 'ms';
  /** Throws unless both sides print the same words on as many pages, the totals among them. */
  prove(): Promise<void>;
  ours(round: number): Promise<void>;
  peer(round: number): Promise<void>;
}

/** Words of each page in a common order: the two sides draw the parts of a page in different order. */
async function wordsOf(bytes: Uint8Array): Promise<string[][]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) =>
    page
      .split(/\s+/u)
      .filter((word) => word !== '')
      .sort(),
  );
}

async function proveEqual(document: InvoiceDocument, pages: number): Promise<void> {
  const [ours, peer] = [
    await wordsOf(await renderInvoicePdf(document)),
    await wordsOf(await renderWithPdfkit(document)),
  ];
  if (ours.length !== pages || peer.length !== pages) {
    throw new Error(`expected ${pages} pages, got ${ours.length} from Kontor and ${peer.length} from pdfkit`);
  }
  for (const [page, words] of ours.entries()) {
    const others = peer[page] ?? [];
    const different = words.find((word, index) => word !== others[index]);
    if (words.length !== others.length || different !== undefined) {
      throw new Error(`page ${page + 1} differs at "${different}": ${words.length} and ${others.length} words`);
    }
  }
}

const SIZES = [
  { size: 'one page', pages: 1 },
  { size: '20 pages', pages: 20 },
] as const;

/** Rounds whose documents are made before anything is timed. */
const PREPARED_ROUNDS = 40;

/** Making a PDF of an invoice, with other words in every round, beside pdfkit with fonts that are parsed already. */
export function pdfCases(): PdfCase[] {
  return SIZES.map(({ size, pages }) => {
    const documents: InvoiceDocument[] = [];
    const documentOf = (round: number): InvoiceDocument => (documents[round] ??= benchDocument(size, round));
    return {
      case: `PDF, ${size}`,
      against: 'pdfkit with shared fonts',
      unit: 'ms',
      prove: async () => {
        for (let round = 0; round < PREPARED_ROUNDS; round++) documentOf(round);
        for (const round of [0, 1]) await proveEqual(documentOf(round), pages);
      },
      ours: async (round) => {
        await renderInvoicePdf(documentOf(round));
      },
      peer: async (round) => {
        await renderWithPdfkit(documentOf(round));
      },
    };
  });
}
