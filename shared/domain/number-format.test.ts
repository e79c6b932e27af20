import { expect, test } from 'vitest';
import { formatAmount, formatMoney, formatNumber, formatPercentage } from './number-format.ts';

test.each([
  [123_456_789, 4, 2, '12.345,6789', '12,345.6789'],
  [12_345_000, 4, 2, '1.234,50', '1,234.50'],
  [35_000, 4, 0, '3,5', '3.5'],
  [10_000, 4, 0, '1', '1'],
  [10_000, 4, 2, '1,00', '1.00'],
  [-100_000_000, 2, 2, '-1.000.000,00', '-1,000,000.00'],
  [-5, 2, 0, '-0,05', '-0.05'],
  [100, 0, 0, '100', '100'],
  [999, 0, 0, '999', '999'],
  [1_000, 0, 0, '1.000', '1,000'],
])('%i with %i places, at least %i: %s, in English %s', (value, places, minimum, german, english) => {
  expect(formatNumber(value, places, 'de', minimum)).toBe(german);
  expect(formatNumber(value, places, 'en', minimum)).toBe(english);
});

test('money', () => {
  expect(formatAmount(123_450, 'de')).toBe('1.234,50');
  expect(formatMoney(123_456, 'EUR', 'de')).toBe('1.234,56 €');
  expect(formatMoney(-123_456, 'EUR', 'en')).toBe('-1,234.56 €');
  expect(formatMoney(100, 'CHF', 'de')).toBe('1,00 CHF');
});

test('percentages', () => {
  expect(formatPercentage(1_900, 'de')).toBe('19 %');
  expect(formatPercentage(225, 'de')).toBe('2,25 %');
  expect(formatPercentage(225, 'en')).toBe('2.25%');
});
