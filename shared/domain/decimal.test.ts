import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  divideRounded,
  formatCents,
  formatDecimal,
  formatFixed,
  formatPercent,
  formatQuantity,
  formatUnitPrice,
  parseCents,
  parseDecimal,
  parsePercent,
  parseQuantity,
  parseUnitPrice,
} from './decimal.ts';

const safeInteger = fc.maxSafeInteger();
const places = fc.integer({ min: 0, max: 6 });

describe('parseDecimal', () => {
  test.each([
    ['12.5', 4, 125_000],
    ['-3', 2, -300],
    ['0', 2, 0],
    ['-0', 2, 0],
    ['0.01', 2, 1],
    ['8.165', 4, 81_650],
    ['1.50', 2, 150],
    ['9007199254740991', 0, 9_007_199_254_740_991],
    ['90071992547409.91', 2, 9_007_199_254_740_991],
  ])('reads %s with %i places as %i', (text, count, value) => {
    expect(parseDecimal(text, count)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '+1',
    '1,5',
    '1.',
    '.5',
    '01',
    '-',
    '--1',
    '1e3',
    '1.2.3',
    '0x10',
    'NaN',
    'Infinity',
    '1_000',
    '١',
    '1\n',
    '1.234',
    '9007199254740992',
    '90071992547409.92',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text, 2)).toBeNull();
  });

  test('reads back what formatDecimal and formatFixed wrote, for every whole number', () => {
    fc.assert(
      fc.property(safeInteger, places, (value, count) => {
        expect(parseDecimal(formatDecimal(value, count), count)).toBe(value);
        expect(parseDecimal(formatFixed(value, count), count)).toBe(value);
      }),
    );
  });
});

test.each([
  [35_000, 4, '3.5', '3.5000'],
  [120, 0, '120', '120'],
  [1_200, 1, '120', '120.0'],
  [-5, 2, '-0.05', '-0.05'],
  [0, 2, '0', '0.00'],
  [-100, 2, '-1', '-1.00'],
  [12_345_678_901_234_567_890n, 8, '123456789012.3456789', '123456789012.34567890'],
])('%s with %i places is %s at the shortest and %s in full', (value, count, shortest, full) => {
  expect(formatDecimal(value, count)).toBe(shortest);
  expect(formatFixed(value, count)).toBe(full);
});

test('each kind of number has its places', () => {
  expect([parseCents('12.5'), parseCents('12.505')]).toEqual([1_250, null]);
  expect([parseQuantity('0.0001'), parseQuantity('0.00001')]).toEqual([1, null]);
  expect([parseUnitPrice('99.0001'), parseUnitPrice('99.00001')]).toEqual([990_001, null]);
  expect([parsePercent('2.25'), parsePercent('2.255')]).toEqual([225, null]);
  expect([formatCents(1_250), formatCents(-5)]).toEqual(['12.50', '-0.05']);
  expect([formatQuantity(35_000), formatPercent(1_900), formatPercent(225)]).toEqual(['3.5', '19', '2.25']);
  expect([formatUnitPrice(350_000), formatUnitPrice(350_001), formatUnitPrice(350_100)]).toEqual([
    '35.00',
    '35.0001',
    '35.01',
  ]);
});

describe('divideRounded', () => {
  test.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [5n, -10n, -1n],
    [-5n, -10n, 1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-25n, 10n, -3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%s / %s is %s, halves away from zero', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected);
  });

  test('is never farther than a half from the exact quotient, and never nearer to zero when it is just a half', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt().filter((value) => value !== 0n),
        (numerator, denominator) => {
          const rounded = divideRounded(numerator, denominator);
          const error = 2n * (numerator - rounded * denominator);
          const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
          expect(magnitude(error) <= magnitude(denominator)).toBe(true);
          if (magnitude(error) === magnitude(denominator)) {
            expect(magnitude(rounded * denominator) > magnitude(numerator)).toBe(true);
          }
        },
      ),
    );
  });
});
