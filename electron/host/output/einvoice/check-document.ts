import { isLeitwegId } from '#shared/domain/identifiers.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { checkEInvoice } from './check.ts';
import { toEInvoice } from './from-document.ts';
import type { Finding } from './rules/finding.ts';

export type { Finding };

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
