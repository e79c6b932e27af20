import { formatCents } from '#shared/domain/decimal.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { readLeaves } from './read-xml.ts';

const TOTAL = 'Invoice/cac:LegalMonetaryTotal/cbc:';
const SUBTOTAL = 'Invoice/cac:TaxTotal/cac:TaxSubtotal/cbc:';

/**
 * Reads number, lines and sums back from the written file and compares them with the document that it was made from: the
 * finalise lane stores nothing that was not proven (design section 7). Costs about a millisecond for 50 lines.
 * @throws Error when it is not well-formed UTF-8 XML, or one that names the first business term that differs
 */
export function proveUbl(xml: Uint8Array, document: InvoiceDocument): void {
  const { totals } = document;
  const written = new Map<string, string[]>();
  for (const { path, text } of readLeaves(new TextDecoder('utf-8', { fatal: true }).decode(xml))) {
    const texts = written.get(path);
    if (texts === undefined) written.set(path, [text]);
    else texts.push(text);
  }
  const compare = (term: string, path: string, expected: string[]): void => {
    const found = written.get(path) ?? [];
    if (found.length === expected.length && found.every((text, index) => text === expected[index])) return;
    throw new Error(`${term} is [${found.join(', ')}] in the e-invoice, [${expected.join(', ')}] in the document`);
  };
  const vat = totals.vatInEuro === null ? [totals.vat] : [totals.vat, totals.vatInEuro];
  const reduced = totals.allowances.some(({ shares }) => shares.length > 0);

  compare('BT-1', 'Invoice/cbc:ID', [document.number ?? '']);
  compare(
    'BT-131',
    'Invoice/cac:InvoiceLine/cbc:LineExtensionAmount',
    totals.lines.map(({ net }) => formatCents(net)),
  );
  compare('BT-106', `${TOTAL}LineExtensionAmount`, [formatCents(totals.lineNet)]);
  compare('BT-107', `${TOTAL}AllowanceTotalAmount`, reduced ? [formatCents(totals.allowanceTotal)] : []);
  compare('BT-109', `${TOTAL}TaxExclusiveAmount`, [formatCents(totals.net)]);
  compare('BT-110 and BT-111', 'Invoice/cac:TaxTotal/cbc:TaxAmount', vat.map(formatCents));
  compare('BT-112', `${TOTAL}TaxInclusiveAmount`, [formatCents(totals.gross)]);
  compare('BT-115', `${TOTAL}PayableAmount`, [formatCents(totals.gross)]);
  compare(
    'BT-116',
    `${SUBTOTAL}TaxableAmount`,
    totals.vatBreakdown.map(({ taxable }) => formatCents(taxable)),
  );
  compare(
    'BT-117',
    `${SUBTOTAL}TaxAmount`,
    totals.vatBreakdown.map((group) => formatCents(group.vat)),
  );
}
