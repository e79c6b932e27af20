import { describe, expect, test } from 'vitest';
import { LARGEST_AMOUNT } from './amounts.ts';
import { computeTotals } from './compute-totals.ts';
import { parseQuantity, parseUnitPrice } from './decimal.ts';
import type { Discount } from './discounts.ts';
import { isAmountOutOfRange } from './totals.ts';
import type { TotalsInput, TotalsLine } from './totals.ts';
import type { LineVat } from './vat.ts';

const STANDARD: LineVat = { category: 'S', percent: 1_900 };
const REDUCED: LineVat = { category: 'S', percent: 700 };

const percent = (value: number): Discount => ({ kind: 'percent', percent: value });
const amount = (cents: number): Discount => ({ kind: 'amount', amount: cents });

function line(quantity: string, unitPrice: string, more: Partial<TotalsLine> = {}): TotalsLine {
  return {
    quantity: parseQuantity(quantity) ?? NaN,
    unitPrice: parseUnitPrice(unitPrice) ?? NaN,
    discount: null,
    vat: STANDARD,
    ...more,
  };
}

function invoice(lines: TotalsLine[], more: Partial<TotalsInput> = {}): TotalsInput {
  return { lines, allowances: [], skontoPercent: null, exchangeRate: null, ...more };
}

/** Runs `compute` and gives the figure that its error names. */
function figureOutOfRange(input: TotalsInput): string | null {
  try {
    computeTotals(input);
    return null;
  } catch (error) {
    if (!isAmountOutOfRange(error)) throw error;
    return error.figure;
  }
}

describe('lines', () => {
  test.each([
    ['1', '1.005', 101],
    ['-1', '1.005', -101],
    ['1', '8.165', 817],
    ['3', '0.3333', 100],
    ['0.0001', '49.99', 0],
    ['0.0001', '50', 1],
    ['0', '99', 0],
    ['799999.9999', '99.9999', 7_999_991_999],
  ])('[F4.1] %s x %s is %i cents', (quantity, unitPrice, cents) => {
    const totals = computeTotals(invoice([line(quantity, unitPrice)]));
    expect(totals.lines[0]).toEqual({ beforeDiscount: cents, discount: 0, net: cents });
    expect(totals.lineNet).toBe(cents);
  });

  test('a percentage is taken from the rounded line and rounded itself; 100 % leaves nothing', () => {
    const lines = [
      line('1', '0.25', { discount: percent(5_000) }),
      line('-1', '0.25', { discount: percent(5_000) }),
      line('3', '12.34', { discount: percent(10_000) }),
    ];
    expect(computeTotals(invoice(lines)).lines).toEqual([
      { beforeDiscount: 25, discount: 13, net: 12 },
      { beforeDiscount: -25, discount: -13, net: -12 },
      { beforeDiscount: 3_702, discount: 3_702, net: 0 },
    ]);
  });

  test('[A7.4] a fixed discount larger than its position makes the position negative, the price stays', () => {
    const totals = computeTotals(invoice([line('1', '10', { discount: amount(1_500) })]));
    expect(totals.lines[0]).toEqual({ beforeDiscount: 1_000, discount: 1_500, net: -500 });
    expect([totals.net, totals.vat, totals.gross]).toEqual([-500, -95, -595]);
  });
});

describe('overall discounts', () => {
  test('several, each of "Summe Netto" and not of each other, each split over the rates', () => {
    const totals = computeTotals(
      invoice([line('1', '100'), line('1', '50', { vat: REDUCED })], {
        allowances: [
          { name: 'Treuerabatt', discount: percent(1_000) },
          { name: 'Messerabatt', discount: amount(3_000) },
        ],
      }),
    );
    expect(totals.allowances).toEqual([
      {
        name: 'Treuerabatt',
        percent: 1_000,
        amount: 1_500,
        shares: [
          { ...STANDARD, amount: 1_000 },
          { ...REDUCED, amount: 500 },
        ],
      },
      {
        name: 'Messerabatt',
        percent: null,
        amount: 3_000,
        shares: [
          { ...STANDARD, amount: 2_000 },
          { ...REDUCED, amount: 1_000 },
        ],
      },
    ]);
    expect([totals.lineNet, totals.allowanceTotal, totals.net]).toEqual([15_000, 4_500, 10_500]);
    expect(totals.vatBreakdown).toEqual([
      { ...STANDARD, lineNet: 10_000, allowance: 3_000, taxable: 7_000, vat: 1_330 },
      { ...REDUCED, lineNet: 5_000, allowance: 1_500, taxable: 3_500, vat: 245 },
    ]);
    expect([totals.vat, totals.gross]).toEqual([1_575, 12_075]);
  });

  test.each([
    ['a fixed amount', [{ name: 'Gutschein', discount: amount(15_000) }]],
    [
      'a sum of discounts',
      [
        { name: 'Treuerabatt', discount: percent(10_000) },
        { name: 'Gutschein', discount: amount(5_000) },
      ],
    ],
  ])('[A7.10] %s larger than the invoice gives a negative total', (_, allowances) => {
    const totals = computeTotals(invoice([line('1', '100')], { allowances, skontoPercent: 200 }));
    expect([totals.net, totals.vat, totals.gross, totals.skonto]).toEqual([-5_000, -950, -5_950, -119]);
  });

  test('shares of zero are left out', () => {
    const totals = computeTotals(
      invoice([line('1', '100'), line('0', '5', { vat: REDUCED })], {
        allowances: [{ name: 'Rabatt', discount: amount(1) }],
      }),
    );
    expect(totals.allowances[0]?.shares).toEqual([{ ...STANDARD, amount: 1 }]);
    expect(totals.vatBreakdown).toHaveLength(2);
  });

  test('without a line they count in full but have no shares', () => {
    const totals = computeTotals(invoice([], { allowances: [{ name: 'Rabatt', discount: amount(1_000) }] }));
    expect(totals).toMatchObject({ lineNet: 0, allowanceTotal: 1_000, net: -1_000, vat: 0, gross: -1_000 });
    expect(totals.allowances[0]?.shares).toEqual([]);
  });
});

describe('VAT, Skonto and euros', () => {
  test('[F4.4] VAT is rounded once per rate and not per line', () => {
    const totals = computeTotals(invoice([line('1', '0.03'), line('1', '0.03'), line('1', '0.03')]));
    expect(totals.vat).toBe(2);
  });

  test('groups stand by category, then rate descending; one category may have several', () => {
    const vats: LineVat[] = [
      { category: 'O', percent: 0 },
      REDUCED,
      { category: 'AE', percent: 0 },
      STANDARD,
      { category: 'K', percent: 0 },
      REDUCED,
    ];
    const { vatBreakdown } = computeTotals(invoice(vats.map((vat) => line('1', '1', { vat }))));
    expect(vatBreakdown.map(({ category, percent, lineNet }) => [category, percent, lineNet])).toEqual([
      ['S', 1_900, 100],
      ['S', 700, 200],
      ['AE', 0, 100],
      ['K', 0, 100],
      ['O', 0, 100],
    ]);
  });

  test('Skonto is a percentage of the gross amount, rounded once; null without', () => {
    expect(computeTotals(invoice([line('1', '100')], { skontoPercent: 225 })).skonto).toBe(268);
    expect(computeTotals(invoice([line('1', '100')])).skonto).toBeNull();
  });

  test('the VAT of an invoice in foreign currency is given in euros too', () => {
    expect(computeTotals(invoice([line('1', '100')], { exchangeRate: '1.0823' })).vatInEuro).toBe(1_756);
    expect(computeTotals(invoice([line('1', '100')])).vatInEuro).toBeNull();
  });
});

test('the path of a figure says how it came about', () => {
  const { paths } = computeTotals(
    invoice([line('1.5', '10.89'), line('1', '5', { vat: REDUCED })], {
      allowances: [{ name: 'Rabatt', discount: amount(100) }],
      exchangeRate: '3',
    }),
  );
  const path = (figure: string) => paths.find((candidate) => candidate.figure === figure);
  expect(path('line.0.beforeDiscount')).toEqual({
    figure: 'line.0.beforeDiscount',
    rule: 'quantity-times-price',
    terms: [
      { value: '1.5', unit: 'decimal', figure: null },
      { value: '10.89', unit: 'decimal', figure: null },
    ],
    exact: '16.335',
    result: 1_634,
  });
  expect(path('allowance.0.S.1900')).toEqual({
    figure: 'allowance.0.S.1900',
    rule: 'share-of-net',
    terms: [
      { value: '1.00', unit: 'cents', figure: 'allowance.0' },
      { value: '16.34', unit: 'cents', figure: 'lineNet.S.1900' },
      { value: '21.34', unit: 'cents', figure: 'lineNet' },
    ],
    exact: '817/1067',
    result: 77,
  });
  expect(path('vatInEuro')).toMatchObject({ rule: 'divided-by-exchange-rate', exact: '329/300', result: 110 });
});

describe('the largest amount', () => {
  test.each([
    ['unit price', [line('0', '100000000')], {}, 'line.0.unitPrice'],
    ['line', [line('1', '1'), line('2', '60000000')], {}, 'line.1.beforeDiscount'],
    ['negative line', [line('-2', '60000000')], {}, 'line.0.beforeDiscount'],
    ['sum', [line('1', '60000000'), line('1', '60000000')], {}, 'lineNet'],
    ['VAT on top', [line('1', '99999999.99')], {}, 'gross'],
    ['euros', [line('1', '1000')], { exchangeRate: '0.000001' }, 'vatInEuro'],
  ])('%s beyond it is named', (_, lines, more, figure) => {
    expect(figureOutOfRange(invoice(lines, more))).toBe(figure);
  });

  test('itself is accepted', () => {
    const vat: LineVat = { category: 'Z', percent: 0 };
    expect(computeTotals(invoice([line('1', '99999999.99', { vat })])).gross).toBe(LARGEST_AMOUNT);
  });

  test('other errors are not taken for it', () => {
    expect(isAmountOutOfRange(new RangeError('other'))).toBe(false);
    expect(isAmountOutOfRange({ code: 'amount-out-of-range' })).toBe(false);
  });
});

test('1,000 lines take less than 10 ms once warm', () => {
  const lines = Array.from({ length: 1_000 }, (_, index) =>
    line('1.5', `${index}.4567`, { discount: percent(1_000), vat: index % 2 === 0 ? STANDARD : REDUCED }),
  );
  const input = invoice(lines, { allowances: [{ name: 'Rabatt', discount: percent(500) }] });
  const durations = Array.from({ length: 30 }, () => {
    const start = performance.now();
    computeTotals(input);
    return performance.now() - start;
  });
  expect(Math.min(...durations)).toBeLessThan(10);
});
