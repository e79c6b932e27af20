import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { drawPages } from './draw/draw.ts';
import { openFonts } from './font/fonts.ts';
import type { Page } from './layout/boxes.ts';
import { layoutPages } from './layout/invoice.ts';
import type { Picture } from './picture/picture.ts';
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
 * `logo` is the picture that `document.logo` names, decoded once for all documents.
 * @throws UnsupportedCharacterError for a character that the font lacks.
 */
export async function renderInvoicePdf(document: InvoiceDocument, logo: Picture | null = null): Promise<Uint8Array> {
  if ((document.logo === null) !== (logo === null)) throw new Error('the logo does not belong to the document');
  const { title } = invoiceTexts(document);
  const metadata = {
    title,
    author: document.seller.name,
    language: document.language === 'de' ? 'de-DE' : 'en-GB',
    created: new Date(document.madeAt),
  };
  return drawPages(layoutInvoice(document), openFonts(), metadata, logo);
}
