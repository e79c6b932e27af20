import { computeTotals } from '#shared/domain/compute-totals.ts';
import { formatDecimal, parseCents, parsePercent, parseQuantity, parseUnitPrice } from '#shared/domain/decimal.ts';
import type { Discount } from '#shared/domain/discounts.ts';
import type { FigurePath, InvoiceTotals, TotalsInput } from '#shared/domain/totals.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import { describe, expect, test } from 'vitest';
import { exactTotals } from './exact-totals.ts';
import type { ModelDiscount, ModelInvoice, ModelTotals } from './exact-totals.ts';
import {
  compare,
  divide,
  fraction,
  fromText,
  multiply,
  roundToHundredths,
  subtract,
  sum,
  toCents,
} from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { randomInvoice } from './random-invoice.ts';

const INVOICES = process.env['KONTOR_LONG'] === '1' ? 100_000 : 5_000;

function must(value: number | null): number {
  if (value === null) throw new Error('The generator wrote a number that the application refuses');
  return value;
}

function toDiscount(discount: ModelDiscount): Discount {
  if ('amount' in discount) return { kind: 'amount', amount: must(parseCents(discount.amount)) };
  return { kind: 'percent', percent: must(parsePercent(discount.percent)) };
}

function toInput(invoice: ModelInvoice): TotalsInput {
  return {
    lines: invoice.lines.map(({ quantity, unitPrice, discount, category, percent }) => ({
      quantity: must(parseQuantity(quantity)),
      unitPrice: must(parseUnitPrice(unitPrice)),
      discount: discount === null ? null : toDiscount(discount),
      vat: { category: category as VatCategory, percent: must(parsePercent(percent)) },
    })),
    allowances: invoice.allowances.map(({ name, discount }) => ({ name, discount: toDiscount(discount) })),
    skontoPercent: invoice.skontoPercent === null ? null : must(parsePercent(invoice.skontoPercent)),
    exchangeRate: invoice.exchangeRate,
  };
}

function toModel(totals: InvoiceTotals): ModelTotals {
  const name = ({ category, percent }: { category: string; percent: number }): string =>
    `${category} ${formatDecimal(percent, 2)}`;
  const { lines, lineNet, allowanceTotal, net, vat, gross, skonto, vatInEuro } = totals;
  return {
    lines,
    lineNet,
    allowances: totals.allowances.map(({ amount, shares }) => ({
      amount,
      shares: shares.map((share): [string, number] => [name(share), share.amount]),
    })),
    allowanceTotal,
    net,
    groups: totals.vatBreakdown.map((group) => ({
      group: name(group),
      lineNet: group.lineNet,
      allowance: group.allowance,
      taxable: group.taxable,
      vat: group.vat,
    })),
    vat,
    gross,
    skonto,
    vatInEuro,
  };
}

/** Calls `check` with many invoices; the seed of the first that fails stands in front of the reason. */
function withInvoices(count: number, check: (invoice: ModelInvoice, seed: number) => void): void {
  for (let seed = 1; seed <= count; seed += 1) {
    const invoice = randomInvoice(seed);
    try {
      check(invoice, seed);
    } catch (error) {
      throw new Error(`Invoice ${seed}: ${JSON.stringify(invoice)}`, { cause: error });
    }
  }
}

const cents = (values: number[]): number => values.reduce((total, value) => total + value, 0);

describe('random invoices', () => {
  test('agree with the independent model in exact fractions to the cent, in every figure', () => {
    let agreed = 0;
    withInvoices(INVOICES, (invoice) => {
      const expected = JSON.stringify(exactTotals(invoice));
      const actual = JSON.stringify(toModel(computeTotals(toInput(invoice))));
      // Comparing texts is much faster than a deep comparison, which then shows the difference.
      if (actual !== expected) expect(JSON.parse(actual)).toEqual(JSON.parse(expected));
      agreed += 1;
    });
    expect(agreed).toBe(INVOICES);
  });

  test('[F4.1] [F4.2] [F4.3] sums re-add: lines, allowances, net', () => {
    withInvoices(1_000, (invoice) => {
      const totals = computeTotals(toInput(invoice));
      const groups = totals.vatBreakdown;
      expect(totals.lineNet).toBe(cents(totals.lines.map(({ net }) => net)));
      expect(totals.lineNet).toBe(cents(groups.map(({ lineNet }) => lineNet)));
      expect(totals.allowanceTotal).toBe(cents(totals.allowances.map(({ amount }) => amount)));
      expect(totals.net).toBe(totals.lineNet - totals.allowanceTotal);
      expect(totals.net).toBe(cents(groups.map(({ taxable }) => taxable)));
    });
  });

  test('[F4.4] [F4.5] VAT is rounded once per group and adds up to the gross amount', () => {
    withInvoices(1_000, (invoice) => {
      const totals = computeTotals(toInput(invoice));
      for (const group of totals.vatBreakdown) {
        expect(group.taxable).toBe(group.lineNet - group.allowance);
        const exact = divide(fraction(BigInt(group.taxable) * BigInt(group.percent)), fraction(1_000_000n));
        expect(group.vat).toBe(toCents(roundToHundredths(exact)));
      }
      expect(totals.vat).toBe(cents(totals.vatBreakdown.map(({ vat }) => vat)));
      expect(totals.gross).toBe(totals.net + totals.vat);
    });
  });

  test('[F4.8] the shares of an overall discount add up to it and differ from the exact share by less than a cent', () => {
    withInvoices(1_000, (invoice) => {
      const totals = computeTotals(toInput(invoice));
      totals.allowances.forEach((allowance, index) => {
        expect(cents(allowance.shares.map(({ amount }) => amount))).toBe(allowance.amount);
        for (const share of allowance.shares) {
          const figure = `allowance.${index}.${share.category}.${share.percent}`;
          const path = totals.paths.find((candidate) => candidate.figure === figure);
          const distance = subtract(fraction(BigInt(share.amount), 100n), fromText(path?.exact ?? ''));
          expect(compare(multiply(distance, distance), fraction(1n, 10_000n))).toBeLessThan(0);
        }
      });
    });
  });

  test('the order of the lines changes no sum', () => {
    withInvoices(1_000, (invoice, seed) => {
      const { lines, paths, ...sums } = computeTotals(toInput(invoice));
      const turned = seed % lines.length;
      const moved = [...invoice.lines.slice(turned), ...invoice.lines.slice(0, turned)];
      const shuffled = computeTotals(toInput({ ...invoice, lines: seed % 2 === 0 ? moved : moved.reverse() }));
      expect(shuffled).toMatchObject(sums);
      expect(shuffled.paths).toHaveLength(paths.length);
    });
  });

  test('an invoice with all signs turned has all sums turned, so that a Stornorechnung takes back exactly what it cancels', () => {
    const turnDiscount = (discount: Discount): Discount =>
      discount.kind === 'amount' ? { kind: 'amount', amount: -discount.amount } : discount;
    withInvoices(1_000, (invoice) => {
      const input = toInput(invoice);
      const turned = computeTotals({
        ...input,
        lines: input.lines.map((line) => ({
          ...line,
          quantity: -line.quantity,
          discount: line.discount === null ? null : turnDiscount(line.discount),
        })),
        allowances: input.allowances.map(({ name, discount }) => ({ name, discount: turnDiscount(discount) })),
      });
      const negative = (key: string, value: unknown): unknown =>
        typeof value === 'number' && key !== 'percent' ? 0 - value : value;
      const expected: unknown = JSON.parse(JSON.stringify(toModel(computeTotals(input)), negative));
      expect(JSON.parse(JSON.stringify(toModel(turned)))).toEqual(expected);
    });
  });
});

describe('the path to each figure', () => {
  const recompute = ({ rule, terms }: FigurePath): Fraction => {
    const [first = fraction(0n), second = fraction(1n), third = fraction(1n)] = terms.map(({ value }) =>
      fromText(value),
    );
    if (rule === 'sum') return sum(terms.map(({ value }) => fromText(value)));
    if (rule === 'fixed-amount') return first;
    if (rule === 'difference') return subtract(first, second);
    if (rule === 'quantity-times-price') return multiply(first, second);
    if (rule === 'percent-of') return divide(multiply(first, second), fraction(100n));
    if (rule === 'divided-by-exchange-rate') return divide(first, second);
    return divide(multiply(first, second), third);
  };

  test('can be walked from its operands to its result, and operands are the results of the figures they name', () => {
    withInvoices(500, (invoice) => {
      const { paths } = computeTotals(toInput(invoice));
      const results = new Map(paths.map(({ figure, result }) => [figure, result]));
      expect(results.size).toBe(paths.length);
      for (const path of paths) {
        expect(compare(recompute(path), fromText(path.exact))).toBe(0);
        const isShare = /^allowance\.\d+\./.test(path.figure);
        if (!isShare) expect(path.result).toBe(toCents(roundToHundredths(fromText(path.exact))));
        for (const { figure, value } of path.terms) {
          if (figure !== null) expect(toCents(fromText(value))).toBe(results.get(figure));
        }
      }
    });
  });

  test('is there for every figure of the result', () => {
    withInvoices(200, (invoice) => {
      const totals = computeTotals(toInput(invoice));
      const results = new Map(totals.paths.map(({ figure, result }) => [figure, result]));
      const figures: [string, number | null][] = [
        ...totals.lines.flatMap((line, index): [string, number][] => [
          [`line.${index}.beforeDiscount`, line.beforeDiscount],
          [`line.${index}.discount`, line.discount],
          [`line.${index}.net`, line.net],
        ]),
        ...totals.allowances.flatMap(({ amount, shares }, index): [string, number][] => [
          [`allowance.${index}`, amount],
          ...shares.map((share): [string, number] => [
            `allowance.${index}.${share.category}.${share.percent}`,
            share.amount,
          ]),
        ]),
        ...totals.vatBreakdown.flatMap((group): [string, number][] => {
          const key = `${group.category}.${group.percent}`;
          return [
            [`lineNet.${key}`, group.lineNet],
            [`allowanceTotal.${key}`, group.allowance],
            [`taxable.${key}`, group.taxable],
            [`vat.${key}`, group.vat],
          ];
        }),
        ['lineNet', totals.lineNet],
        ['allowanceTotal', totals.allowanceTotal],
        ['net', totals.net],
        ['vat', totals.vat],
        ['gross', totals.gross],
        ['skonto', totals.skonto],
        ['vatInEuro', totals.vatInEuro],
      ];
      const present = figures.filter(([, result]) => result !== null);
      expect(present.map(([figure]) => [figure, results.get(figure)])).toEqual(present);
      expect(results.size).toBe(present.length);
    });
  });
});
