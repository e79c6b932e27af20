import { expect, test } from 'vitest';
import { mod11Digit, modulo97 } from './check-digits.ts';

test('modulo 97 of digits and letters, longer than any number', () => {
  expect(modulo97('97')).toBe(0);
  expect(modulo97('98')).toBe(1);
  expect(modulo97('A')).toBe(10);
  expect(modulo97('1Z')).toBe(135 % 97);
  expect(modulo97('1z')).toBe(135 % 97);
  expect(modulo97('370400440532013000DE89')).toBe(1);
});

test.each([
  ['13669597', 6],
  ['81152781', 7],
  ['12345678', 8],
])('the check digit of %s is %i', (digits, check) => {
  expect(mod11Digit(digits)).toBe(check);
});
