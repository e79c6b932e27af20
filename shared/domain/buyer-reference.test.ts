import { expect, test } from 'vitest';
import { buyerElectronicAddress, buyerReference, VAT_ID_SCHEMES } from './buyer-reference.ts';
import { isVatId } from './identifiers.ts';

const all = {
  leitwegId: '04011000-12345-03',
  reference: 'PO-1',
  customerNumber: '10001',
  invoiceNumber: 'RE-2026-0001',
};

test('[F5.6] BT-10 falls back from Leitweg-ID over Referenznummer and customer number to the invoice number', () => {
  expect(buyerReference(all)).toBe('04011000-12345-03');
  expect(buyerReference({ ...all, leitwegId: '' })).toBe('PO-1');
  expect(buyerReference({ ...all, leitwegId: '', reference: '' })).toBe('10001');
  expect(buyerReference({ ...all, leitwegId: '', reference: '', customerNumber: '' })).toBe('RE-2026-0001');
});

test('[F5.6] BT-49 falls back from e-mail over Leitweg-ID to the VAT id', () => {
  const from = { email: 'a@b.de', leitwegId: '04011000-12345-03', vatId: 'DE136695976' };
  expect(buyerElectronicAddress(from)).toEqual({ scheme: 'EM', value: 'a@b.de' });
  expect(buyerElectronicAddress({ ...from, email: '' })).toEqual({ scheme: '0204', value: '04011000-12345-03' });
  expect(buyerElectronicAddress({ ...from, email: '', leitwegId: '' })).toEqual({
    scheme: '9930',
    value: 'DE136695976',
  });
  expect(buyerElectronicAddress({ email: '', leitwegId: '', vatId: '' })).toBeNull();
});

test.each([
  ['ATU12345678', '9914', 'ATU12345678'],
  ['FRXX123456789', '9957', 'FRXX123456789'],
  ['EL123456789', '9933', 'EL123456789'],
  ['SE556677889901', '0007', '5566778899'],
  ['XI123456789', null, ''],
  ['US123', null, ''],
])('the VAT id %s is an address of scheme %s', (vatId, scheme, value) => {
  const expected = scheme === null ? null : { scheme, value };
  expect(isVatId(vatId) || vatId === 'US123').toBe(true);
  expect(buyerElectronicAddress({ email: '', leitwegId: '', vatId })).toEqual(expected);
});

test('no two countries share a scheme', () => {
  const schemes = Object.values(VAT_ID_SCHEMES);
  expect(new Set(schemes).size).toBe(schemes.length);
  expect(schemes.every((scheme) => /^\d{4}$/.test(scheme ?? ''))).toBe(true);
});
