import { expect, test } from 'vitest';
import { parseExchangeRate, toEuro } from './exchange-rate.ts';

test('a rate is read in millionths and must be positive', () => {
  expect(parseExchangeRate('1.0823')).toBe(1_082_300);
  expect(parseExchangeRate('0.000001')).toBe(1);
  for (const text of ['0', '-1.1', '1,0823', '1.0000001', '']) expect(parseExchangeRate(text)).toBeNull();
});

test('foreign money is divided by the rate and rounded half away from zero', () => {
  expect(toEuro(19_00, '1.0823')).toBe(17_56);
  expect(toEuro(1, '2')).toBe(1);
  expect(toEuro(-1, '2')).toBe(-1);
  expect(toEuro(9_999_999_999, '25.4321')).toBe(393_203_864);
});

test('a text that is no rate is an error of the program', () => {
  expect(() => toEuro(100, '0')).toThrow(RangeError);
});
