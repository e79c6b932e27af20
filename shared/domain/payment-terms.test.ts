import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paymentTerms, skontoLine } from './payment-terms.ts';

test('due date and last day of Skonto are counted from the issue date', () => {
  expect(paymentTerms('2026-11-21', { dueDays: 30, skonto: { days: 14, percent: 225 } })).toEqual({
    dueDays: 30,
    dueDate: '2026-12-21',
    skonto: { days: 14, percent: 225, lastDay: '2026-12-05' },
  });
  expect(paymentTerms('2026-12-31', { dueDays: 0, skonto: null })).toEqual({
    dueDays: 0,
    dueDate: '2026-12-31',
    skonto: null,
  });
});

test('[F5.8] Skonto as the structured line of BT-20', () => {
  expect(skontoLine({ dueDays: 30, skonto: { days: 14, percent: 225 } })).toBe('#SKONTO#TAGE=14#PROZENT=2.25#\n');
  expect(skontoLine({ dueDays: 30, skonto: { days: 0, percent: 200 } })).toBe('#SKONTO#TAGE=0#PROZENT=2.00#\n');
  expect(skontoLine({ dueDays: 30, skonto: null })).toBe('');
});

test('[F5.8] the line always matches the official pattern (BR-DE-18)', () => {
  const official = /^#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#\n$/;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 10_000 }), (days, percent) => {
      expect(skontoLine({ dueDays: 999, skonto: { days, percent } })).toMatch(official);
    }),
  );
});
