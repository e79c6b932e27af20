import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { checkEInvoice } from './check.ts';
import { toEInvoice } from './from-document.ts';
import { writeUbl } from './ubl.ts';

export { proveUbl } from './prove.ts';

/**
 * The XRechnung (UBL, UTF-8) of a final document. The same document gives the same bytes. Whoever stores them calls
 * `proveUbl` first.
 * @throws Error when the document breaks a rule, so that no file is made that a buyer may refuse
 */
export function renderXRechnung(document: InvoiceDocument): { xml: Uint8Array } {
  const invoice = toEInvoice(document);
  const broken = checkEInvoice(invoice).filter(({ severity }) => severity === 'error');
  if (broken.length > 0) {
    throw new Error(`no e-invoice can be made: ${broken.map(({ rule, field }) => `${rule} (${field})`).join(', ')}`);
  }
  return { xml: new TextEncoder().encode(writeUbl(invoice)) };
}
