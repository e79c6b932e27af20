import { expect, test } from 'vitest';
import { VAT_CATEGORIES } from './vat.ts';
import { vatNotice, VATEX_CODES } from './vat-notices.ts';

const regular = { smallBusiness: false };

test('reverse charge bears the exact words of the law, in English documents too', () => {
  expect(vatNotice('AE', 'de', regular)).toBe('Steuerschuldnerschaft des Leistungsempfängers');
  expect(vatNotice('AE', 'en', regular)).toBe('Steuerschuldnerschaft des Leistungsempfängers (Reverse charge)');
});

test('a Kleinunternehmer has the note on the exemption of § 19', () => {
  expect(vatNotice('E', 'de', { smallBusiness: true })).toBe('Steuerfrei nach § 19 UStG (Kleinunternehmer).');
  expect(vatNotice('E', 'en', { smallBusiness: true })).toContain('section 19');
  expect(vatNotice('E', 'de', regular)).toBe('');
});

test.each(['K', 'G', 'O'] as const)('category %s has a note in both languages', (category) => {
  expect(vatNotice(category, 'de', regular)).not.toBe('');
  expect(vatNotice(category, 'en', regular)).not.toBe(vatNotice(category, 'de', regular));
});

test('taxed groups have neither note nor code', () => {
  expect(['S', 'Z'].map((category) => vatNotice(category as 'S', 'de', { smallBusiness: true }))).toEqual(['', '']);
  expect(VAT_CATEGORIES.filter((category) => VATEX_CODES[category] === null)).toEqual(['S', 'Z', 'E']);
  expect(VATEX_CODES).toMatchObject({ AE: 'VATEX-EU-AE', K: 'VATEX-EU-IC', G: 'VATEX-EU-G', O: 'VATEX-EU-O' });
});
