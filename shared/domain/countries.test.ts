import { expect, test } from 'vitest';
import { isCountryCode } from './countries.ts';

test('countries are known by their two capitals', () => {
  expect(['DE', 'AT', 'CH', 'FR', 'GR', 'GB', 'US', 'ZW', 'AD'].every(isCountryCode)).toBe(true);
  expect(['', 'de', 'D', 'DEU', 'XX', 'EL', 'UK', '1A', 'XI', 'DE AT', ' '].some(isCountryCode)).toBe(false);
});
