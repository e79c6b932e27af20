import { expect, test } from 'vitest';
import { eInvoiceDuty } from './e-invoice-duty.ts';
import type { EInvoiceDutyInput, EInvoiceDutyReason } from './e-invoice-duty.ts';

/** An ordinary domestic invoice at a time when the duty holds for all. */
const ORDINARY: EInvoiceDutyInput = {
  issueDate: '2028-01-01',
  seller: { country: 'DE', smallBusiness: false, revenueAbove800k: false },
  buyer: { kind: 'business', country: 'DE' },
  grossInEuro: 25_001,
  categories: ['S'],
};
const above = { ...ORDINARY.seller, revenueAbove800k: true };

test.each<[string, Partial<EInvoiceDutyInput>, EInvoiceDutyReason]>([
  ['ordinary', {}, 'mandatory'],
  ['last day without duty', { issueDate: '2027-12-31' }, 'not-yet'],
  ['above 800,000 EUR on the first day', { issueDate: '2027-01-01', seller: above }, 'mandatory'],
  ['above 800,000 EUR on the day before', { issueDate: '2026-12-31', seller: above }, 'not-yet'],
  ['250 EUR', { grossInEuro: 25_000 }, 'small-invoice'],
  ['Stornorechnung of more than 250 EUR', { grossInEuro: -25_001 }, 'mandatory'],
  ['Stornorechnung of 250 EUR', { grossInEuro: -25_000 }, 'small-invoice'],
  ['Kleinunternehmer', { seller: { ...ORDINARY.seller, smallBusiness: true } }, 'small-business'],
  ['private buyer', { buyer: { kind: 'private', country: 'DE' } }, 'private-buyer'],
  ['buyer abroad', { buyer: { kind: 'business', country: 'AT' } }, 'not-domestic'],
  ['seller abroad', { seller: { ...ORDINARY.seller, country: 'AT' } }, 'not-domestic'],
  ['exempt', { categories: ['E', 'E'] }, 'exempt-supply'],
  ['exempt only in part', { categories: ['E', 'S'] }, 'mandatory'],
  ['domestic reverse charge', { categories: ['AE'] }, 'mandatory'],
  ['no line yet', { categories: [] }, 'mandatory'],
])('[F3.1] %s: %o is %s', (_, change, reason) => {
  expect(eInvoiceDuty({ ...ORDINARY, ...change })).toEqual({ mandatory: reason === 'mandatory', reason });
});
