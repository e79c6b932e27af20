import { describe, expect, test } from 'vitest';
import { documentLine, invoiceDocument } from '../../../../tests/builders/invoice-document.ts';
import { proveUbl, renderXRechnung } from './index.ts';
import { readLeaves } from './read-xml.ts';

const document = invoiceDocument({
  entries: [documentLine(), documentLine({ unitPrice: 100_000, vat: { category: 'S', percent: 700 } })],
  allowances: [{ name: 'Treuerabatt', discount: { kind: 'percent', percent: 1000 } }],
});
const xml = new TextDecoder().decode(renderXRechnung(document).xml);

function prove(text: string): void {
  proveUbl(new TextEncoder().encode(text), document);
}

describe('proveUbl', () => {
  test('passes what the writer made', () => {
    expect(() => prove(xml)).not.toThrow();
  });

  test.each([
    ['BT-1', '<cbc:ID>RE-2026-0041<', '<cbc:ID>RE-2026-0042<'],
    ['BT-106', 'LineExtensionAmount currencyID="EUR">190.00<', 'LineExtensionAmount currencyID="EUR">190.01<'],
    ['BT-107', 'AllowanceTotalAmount currencyID="EUR">19.00<', 'AllowanceTotalAmount currencyID="EUR">19.01<'],
    ['BT-109', 'TaxExclusiveAmount currencyID="EUR">171.00<', 'TaxExclusiveAmount currencyID="EUR">171.0<'],
    ['BT-110', '<cbc:TaxAmount currencyID="EUR">30.33<', '<cbc:TaxAmount currencyID="EUR">30.34<'],
    ['BT-112', 'TaxInclusiveAmount currencyID="EUR">201.33<', 'TaxInclusiveAmount currencyID="EUR">-201.33<'],
    ['BT-115', 'PayableAmount currencyID="EUR">201.33<', 'PayableAmount currencyID="EUR">0.00<'],
    ['BT-116', 'TaxableAmount currencyID="EUR">153.00<', 'TaxableAmount currencyID="EUR">152.99<'],
    ['BT-117', '<cbc:TaxAmount currencyID="EUR">29.07<', '<cbc:TaxAmount currencyID="EUR">29.08<'],
    ['BT-131', 'LineExtensionAmount currencyID="EUR">20.00<', 'LineExtensionAmount currencyID="EUR">20.01<'],
  ])('refuses a file whose %s differs from the document', (term, right, wrong) => {
    expect(xml).toContain(right);
    expect(() => prove(xml.replace(right, wrong))).toThrow(term);
  });

  test('refuses a file that lacks a line', () => {
    expect(() => prove(xml.replace(/<cac:InvoiceLine>[^]*?<\/cac:InvoiceLine>/, ''))).toThrow('BT-131');
  });

  test('refuses what is not well-formed or not UTF-8', () => {
    expect(() => prove(xml.replace('</cac:Party>', ''))).toThrow('is closed by');
    expect(() => prove(xml.replace('</Invoice>', ''))).toThrow('is not closed');
    expect(() => prove(xml.replace('Ü', '&uuml;'))).toThrow('unknown entity');
    expect(() => proveUbl(Uint8Array.of(0xc3, 0x28), document)).toThrow();
  });
});

describe('readLeaves', () => {
  test('reads texts, references and empty elements with their paths', () => {
    expect(readLeaves('<?xml version="1.0"?>\n<a x="1"><b>1 &lt; 2 &amp;&#x41;</b><c/>\n<d> <e></e></d></a>')).toEqual([
      { path: 'a/b', text: '1 < 2 &A' },
      { path: 'a/c', text: '' },
      { path: 'a/d/e', text: '' },
    ]);
  });

  test('refuses other markup', () => {
    expect(() => readLeaves('<a><!-- --></a>')).toThrow('unexpected markup');
  });
});
