import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentLine, invoiceDocument } from '../../../../tests/builders/invoice-document.ts';
import { toEInvoice } from './from-document.ts';
import { readLeaves } from './read-xml.ts';
import { writeUbl } from './ubl.ts';

describe('writeUbl', () => {
  test('gives the same text for the same model', () => {
    expect(writeUbl(toEInvoice(invoiceDocument()))).toBe(writeUbl(toEInvoice(invoiceDocument())));
  });

  test('keeps every text as it is, whatever looks like markup in it', () => {
    const touchy = fc.constantFrom(
      '&',
      '&lt;',
      '&amp;',
      '&#65;',
      '&#x41;',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      'ä',
      '\u{1F600}',
      '@',
      '!',
      '?',
    );
    const anyText = fc.string({
      unit: fc.oneof(touchy, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })),
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const title = `x${text.replace(/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu, '')}x`;
        const xml = writeUbl(toEInvoice(invoiceDocument({ entries: [documentLine({ title })] })));
        const names = readLeaves(xml).filter(({ path }) => path === 'Invoice/cac:InvoiceLine/cac:Item/cbc:Name');
        expect(names.map((leaf) => leaf.text)).toEqual([title]);
      }),
      { numRuns: 300 },
    );
  });
});
