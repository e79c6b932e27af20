import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';

/** What no file system of our users takes in a name. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/g;

/** "Rechnung_{invoiceNumber}" (E1); a draft is called by its Bezeichnung, never by an empty number (D4). */
export function fileNameOf({ number, title }: Pick<InvoiceDocument, 'number' | 'title'>, extension: string): string {
  const name = number === null ? `Rechnung (Entwurf) ${title}` : `Rechnung_${number}`;
  return `${name.trim().replaceAll(FORBIDDEN, '-').slice(0, 120)}.${extension}`;
}
