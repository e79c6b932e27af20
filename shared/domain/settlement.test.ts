import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAmount, settlementOf, settlingAmount, type Account } from './settlement.ts';

const skonto = { amount: 200, lastDay: '2026-11-30' };
const account = (paid = 0): Account => ({ gross: 10_000, paid, skonto });

describe('a payment', () => {
  test.each([
    ['all', 0, '2026-12-24', 10_000, 'full'],
    ['all within the period', 0, '2026-11-30', 10_000, 'full'],
    ['less the Skonto on the last day', 0, '2026-11-30', 9_800, 'with-skonto'],
    ['less the Skonto a day late', 0, '2026-12-01', 9_800, 'part'],
    ['a cent less than that', 0, '2026-11-30', 9_799, 'part'],
    ['the rest after a part', 4_000, '2026-12-24', 6_000, 'full'],
    ['the rest less the Skonto after a part', 4_000, '2026-11-30', 5_800, 'with-skonto'],
    ['a cent too much', 0, '2026-11-30', 10_001, null],
    ['nothing', 0, '2026-11-30', 0, null],
    ['the wrong way round', 0, '2026-11-30', -1, null],
  ] as const)('[F6.2] [B2.14] of %s', (_what, paid, date, amount, settlement) => {
    expect(settlementOf(account(paid), { date, amount })).toBe(settlement);
  });

  test('of nothing settles an invoice of nothing, and money goes back for a negative one', () => {
    const free = { gross: 0, paid: 0, skonto: null };
    expect(settlementOf(free, { date: '2026-11-30', amount: 0 })).toBe('full');
    const credit = { gross: -5_000, paid: 0, skonto: null };
    expect(settlementOf(credit, { date: '2026-11-30', amount: -5_000 })).toBe('full');
    expect(settlementOf(credit, { date: '2026-11-30', amount: -1 })).toBe('part');
    expect(settlementOf(credit, { date: '2026-11-30', amount: 5_000 })).toBe(null);
  });

  test('whatever is paid: what settles does, one cent less does not, and nothing is ever overpaid', () => {
    const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, fc.nat(100), fc.boolean(), amounts, (gross, share, isInTime, amount) => {
        const paid = Math.trunc((gross * share) / 100);
        const state: Account = { gross, paid, skonto: { amount: Math.trunc(gross / 50), lastDay: '2026-11-30' } };
        const date = isInTime ? '2026-11-30' : '2026-12-01';
        const settling = settlingAmount(state, date);
        if (openAmount(state) !== 0) expect(settlementOf(state, { date, amount: settling })).toMatch(/full|skonto/);
        const less = settling - Math.sign(settling);
        if (less !== 0) expect(settlementOf(state, { date, amount: less })).toBe('part');
        const settlement = settlementOf(state, { date, amount });
        if (settlement !== null) expect(Math.abs(paid + amount)).toBeLessThanOrEqual(Math.abs(gross));
      }),
    );
  });
});
