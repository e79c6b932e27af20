import { describe, expect, test } from 'vitest';
import { documentLine, documentText, invoiceDocument } from '../../../../tests/builders/invoice-document.ts';
import { toEInvoice } from './from-document.ts';

const base = invoiceDocument();

describe('toEInvoice', () => {
  test('[D20] names the responsible person as seller contact', () => {
    const responsible = { name: 'Ali Kaya', phone: '0711 4711', email: 'ali@haus.example' };
    expect(toEInvoice(invoiceDocument({ responsible })).seller.contact).toEqual(responsible);
  });

  test('takes all figures from the totals', () => {
    const { totals } = base;
    expect(toEInvoice({ ...base, totals: { ...totals, gross: 1, net: 2, vat: 3, lineNet: 4 } }).totals).toMatchObject({
      gross: 1,
      payable: 1,
      net: 2,
      vat: 3,
      lineNet: 4,
    });
  });

  test('trims texts and drops blank ones', () => {
    const seller = { ...base.seller, name: '  Haus ', legalInformation: ' \t ' };
    const invoice = toEInvoice(
      invoiceDocument({ seller, title: ' ', entries: [documentText('intro', 'a\r\nb '), documentLine()] }),
    );
    expect(invoice.seller).toMatchObject({ name: 'Haus', legalInformation: '' });
    expect(invoice.notes).toEqual(['a\nb']);
  });

  test('numbers lines as printed and remembers the entry each came from', () => {
    const entries = [documentText('intro', 'a'), documentLine(), documentText('body', 'b'), documentLine()];
    const lines = toEInvoice(invoiceDocument({ entries })).lines;
    expect(lines.map(({ id, source }) => [id, source])).toEqual([
      ['1', 1],
      ['2', 3],
    ]);
  });

  test('names an untitled line by the first line of its description', () => {
    const description = documentText('body', 'Fahrt\nHin und zurück').content;
    const [line] = toEInvoice(invoiceDocument({ entries: [documentLine({ title: '', description })] })).lines;
    expect(line).toMatchObject({ name: 'Fahrt', description: 'Hin und zurück' });
  });

  test('[F4.8] splits a discount over the rates and states percentage and base only where they give the amount', () => {
    const entries = [
      documentLine({ quantity: 10_000, unitPrice: 1_005_000 }),
      documentLine({ quantity: 10_000, unitPrice: 1_005_000, vat: { category: 'S', percent: 700 } }),
    ];
    const allowances = [{ name: 'Treue', discount: { kind: 'percent' as const, percent: 1000 } }];
    const shares = toEInvoice(invoiceDocument({ entries, allowances })).allowances;
    expect(shares.map(({ percent, amount, percentage, reason }) => [percent, amount, percentage, reason])).toEqual([
      [1900, 1005, { percent: 1000, base: 10_050 }, 'Treue'],
      [700, 1005, { percent: 1000, base: 10_050 }, 'Treue'],
    ]);
    const odd = [{ name: 'Treue', discount: { kind: 'percent' as const, percent: 1 } }];
    expect(toEInvoice(invoiceDocument({ entries, allowances: odd })).allowances).toMatchObject([
      { amount: 1, percentage: { percent: 1, base: 10_050 } },
      { amount: 1, percentage: { percent: 1, base: 10_050 } },
    ]);
    const uneven = [{ name: 'Treue', discount: { kind: 'percent' as const, percent: 105 } }];
    const parts = toEInvoice(invoiceDocument({ entries, allowances: uneven })).allowances;
    expect(parts.map(({ amount }) => amount).reduce((sum, amount) => sum + amount, 0)).toBe(211);
    expect(parts.map(({ percentage }) => percentage === null)).toEqual([false, true]);
  });

  test('keeps the parts of a discount that are nothing out', () => {
    const entries = [documentLine(), documentLine({ unitPrice: 0, vat: { category: 'S', percent: 700 } })];
    const allowances = [{ name: 'Treue', discount: { kind: 'amount' as const, amount: 500 } }];
    expect(toEInvoice(invoiceDocument({ entries, allowances })).allowances).toHaveLength(1);
  });

  test('identifies a seller without VAT id by the Steuernummer, and one outside the scope of VAT by either', () => {
    const identified = (seller: typeof base.seller, category: 'S' | 'O') => {
      const vat = { category, percent: category === 'S' ? 1900 : 0 };
      const { identifier, vatId, taxNumber } = toEInvoice(
        invoiceDocument({ seller, entries: [documentLine({ vat })] }),
      ).seller;
      return [identifier, vatId, taxNumber];
    };
    expect(identified(base.seller, 'S')).toEqual(['', 'DE136695976', '12/345/67890']);
    expect(identified({ ...base.seller, vatId: '' }, 'S')).toEqual(['12/345/67890', '', '12/345/67890']);
    expect(identified(base.seller, 'O')).toEqual(['12/345/67890', '', '12/345/67890']);
    expect(identified({ ...base.seller, taxNumber: '' }, 'O')).toEqual(['DE136695976', '', '']);
  });

  test('has due date and terms only for an amount to pay', () => {
    expect(toEInvoice(base)).toMatchObject({
      dueDate: '2026-12-04',
      paymentTerms: expect.stringContaining('04.12.2026') as string,
    });
    const credit = invoiceDocument({ entries: [documentLine({ quantity: -10_000 })] });
    expect(toEInvoice(credit)).toMatchObject({ dueDate: null, paymentTerms: '' });
  });

  test('[F5.6] states the Referenznummer once: as buyer reference, beside a Leitweg-ID as order reference', () => {
    const references = (leitwegId: string): string[] => {
      const invoice = toEInvoice(invoiceDocument({ reference: 'B-1', buyer: { ...base.buyer, leitwegId } }));
      return [invoice.buyerReference, invoice.purchaseOrderReference];
    };
    expect(references('')).toEqual(['B-1', '']);
    expect(references('04011000-12345-03')).toEqual(['04011000-12345-03', 'B-1']);
  });

  test.each(['S', 'Z'] as const)('gives no exemption reason for category %s', (category) => {
    const entries = [documentLine({ vat: { category, percent: category === 'S' ? 700 : 0 } })];
    const [group] = toEInvoice(invoiceDocument({ entries, vatNotices: [{ category, text: 'Grund' }] })).vatBreakdown;
    expect(group).toMatchObject({ category, exemptionReason: '', exemptionCode: '' });
  });

  test('has delivery and period only when there is a Leistungszeitraum', () => {
    expect(toEInvoice(base)).toMatchObject({
      delivery: { date: '2026-11-15', address: null },
      invoicingPeriod: { start: '2026-11-01', end: '2026-11-15' },
    });
    expect(toEInvoice(invoiceDocument({ servicePeriod: null }))).toMatchObject({
      delivery: null,
      invoicingPeriod: null,
    });
  });

  test('throws when the totals are not those of the lines', () => {
    expect(() => toEInvoice({ ...base, totals: { ...base.totals, lines: [] } })).toThrow('no line 0');
  });
});
