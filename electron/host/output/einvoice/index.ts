import { isLeitwegId } from '#shared/domain/identifiers.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { checkEInvoice } from './check.ts';
import { toEInvoice } from './from-document.ts';
import type { Finding } from './rules/finding.ts';
import { writeUbl } from './ubl.ts';

export { proveUbl } from './prove.ts';
export type { Finding } from './rules/finding.ts';

/** Stands for the number that a draft gets when it becomes final (D14). */
const NUMBER_TO_COME = 'ENTWURF';

/**
 * What would be wrong with the XRechnung of this document, draft or final; [] when nothing. The missing number of a draft
 * is not reported. Besides the rules of `checkEInvoice` it looks at the Leitweg-ID, which no official rule does (F5.14).
 */
export function checkDocument(document: InvoiceDocument): Finding[] {
  const { leitwegId } = document.buyer;
  const findings = checkEInvoice(toEInvoice({ ...document, number: document.number ?? NUMBER_TO_COME }));
  return leitwegId === '' || isLeitwegId(leitwegId)
    ? findings
    : [...findings, { rule: 'LEITWEG-ID', field: 'customer.leitwegId', class: 'content', severity: 'warning' }];
}

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
