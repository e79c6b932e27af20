import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { drawPages } from './draw/draw.ts';
import { openFonts } from './font/fonts.ts';
import type { Page } from './layout/boxes.ts';
import { layoutPages } from './layout/invoice.ts';
import { invoiceTexts } from './texts/invoice-texts.ts';

/**
 * The pages of an invoice as boxes with places in points (DIN 5008, F6.5).
 * @throws UnsupportedCharacterError for a character that the font lacks.
 */
export function layoutInvoice(document: InvoiceDocument): Page[] {
  return layoutPages(document, openFonts());
}

/**
 * The invoice as PDF/A-3b; the same document gives the same bytes for ever (A10.4, design section 8).
 * @throws UnsupportedCharacterError for a character that the font lacks.
 */
export async function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  const { title } = invoiceTexts(document);
  return drawPages(layoutInvoice(document), openFonts(), {
    title,
    author: document.seller.name,
    language: document.language === 'de' ? 'de-DE' : 'en-GB',
    created: new Date(document.madeAt),
  });
}
