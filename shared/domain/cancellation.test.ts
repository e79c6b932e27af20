import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentLine, documentText, invoiceDocument } from '../../tests/builders/invoice-document.ts';
import { cancellationOf } from './cancellation.ts';
import type { Discount } from './discounts.ts';
import { plainToRichText, richTextToPlain } from './rich-text.ts';

const OWN = { number: 'RE-2026-0042', issueDate: '2026-12-01', madeAt: '2026-12-01T08:00:00.000Z', reason: null };

const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map((percent) => ({ kind: 'percent' as const, percent })),
  fc.integer({ min: 1, max: 50_000 }).map((amount) => ({ kind: 'amount' as const, amount })),
);
const document = fc
  .record({
    entries: fc.array(
      fc
        .record({
          quantity: fc.integer({ min: -50_000, max: 500_000 }),
          unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
          discount: fc.option(discount),
          vat: fc.constantFrom({ category: 'S' as const, percent: 1900 }, { category: 'S' as const, percent: 700 }),
        })
        .map(documentLine),
      { minLength: 1, maxLength: 6 },
    ),
    allowances: fc.array(fc.record({ name: fc.constant('Treuerabatt'), discount }), { maxLength: 3 }),
    exchangeRate: fc.constantFrom(null, { rate: '1.0823', date: '2026-11-19', source: 'EZB' }),
  })
  .map(invoiceDocument);

describe('a Stornorechnung', () => {
  test('[A20.3] [F2.4] turns the sign of every sum, whatever the discounts, to the cent', () => {
    fc.assert(
      fc.property(document, (cancelled) => {
        const { totals } = cancellationOf(cancelled, OWN);
        const sums = (of: typeof totals) => [
          ...[of.lineNet, of.allowanceTotal, of.net, of.vat, of.gross, of.vatInEuro ?? 0],
          ...of.lines.flatMap(({ beforeDiscount, discount, net }) => [beforeDiscount, discount, net]),
          ...of.vatBreakdown.flatMap(({ taxable, vat }) => [taxable, vat]),
        ];
        expect(sums(totals).map((sum) => sum + 0)).toEqual(sums(cancelled.totals).map((sum) => 0 - sum));
      }),
    );
  });

  test('[A20.12] names what it cancels and has its own number, date and nothing to pay by a day', () => {
    const cancelled = invoiceDocument({
      terms: { dueDays: 14, dueDate: '2026-12-04', skonto: { days: 7, percent: 200, lastDay: '2026-11-27' } },
    });
    const made = cancellationOf(cancelled, OWN);
    expect(made).toMatchObject({ kind: 'cancellation', number: 'RE-2026-0042', issueDate: '2026-12-01' });
    expect(made.precedingInvoice).toEqual({ number: cancelled.number, issueDate: cancelled.issueDate });
    expect(made.terms).toEqual({ dueDays: 0, dueDate: '2026-12-01', skonto: null });
    expect(made.totals.skonto).toBeNull();
    expect([made.seller, made.buyer, made.template]).toEqual([cancelled.seller, cancelled.buyer, cancelled.template]);
  });

  test('texts between the positions stay, those around them go, and the reason comes first', () => {
    const cancelled = invoiceDocument({
      entries: [
        documentText('intro', 'Vielen Dank für Ihren Auftrag'),
        documentLine(),
        documentText('body', 'Zweiter Abschnitt'),
        documentLine(),
        documentText('closing', 'Bitte zahlen Sie bald'),
      ],
    });
    const texts = (reason: string | null) =>
      cancellationOf(cancelled, { ...OWN, reason: reason === null ? null : plainToRichText(reason) }).entries.map(
        (entry) => (entry.kind === 'text' ? richTextToPlain(entry.content) : entry.position),
      );
    expect(texts(null)).toEqual([1, 'Zweiter Abschnitt', 2]);
    expect(texts('Falsche Anschrift')).toEqual(['Falsche Anschrift', 1, 'Zweiter Abschnitt', 2]);
  });

  test('neither a draft nor a Stornorechnung can be cancelled', () => {
    expect(() => cancellationOf(invoiceDocument({ number: null }), OWN)).toThrow('only a final invoice');
    const cancellation = cancellationOf(invoiceDocument(), OWN);
    expect(() => cancellationOf(cancellation, OWN)).toThrow('only a final invoice');
  });

  test('frozen sums that this version would compute otherwise are refused, not silently changed', () => {
    const cancelled = invoiceDocument();
    const other = { ...cancelled, totals: { ...cancelled.totals, vat: cancelled.totals.vat + 1 } };
    expect(() => cancellationOf(other, OWN)).toThrow('vat of the Stornorechnung');
  });
});
