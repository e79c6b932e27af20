import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentOf, splitAllowance } from './allowances.ts';

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('splitAllowance', () => {
  test.each([
    ['by share of net', 1_000, [30_000, 10_000], 'share-of-net', [750, 250]],
    ['left-over cent to the largest remainder', 100, [300, 200, 100], 'share-of-net', [50, 33, 17]],
    ['ties to the earlier group', 1, [500, 500], 'share-of-net', [1, 0]],
    ['ties to the earlier group, turned', -1, [-500, -500], 'share-of-net', [-1, 0]],
    ['two left-over cents', 100, [100, 100, 100, 100, 100, 100], 'share-of-net', [17, 17, 17, 17, 16, 16]],
    ['more than there is', 50_000, [300, 100], 'share-of-net', [37_500, 12_500]],
    ['credits only', 1_000, [-300, -100], 'share-of-net', [750, 250]],
    ['a group of zero pays nothing', 99, [0, 500], 'share-of-net', [0, 99]],
    ['credits beside charges: charges pay', 1_000, [10_000, -9_900, 30_000], 'share-of-chargeable', [250, 0, 750]],
    ['sum zero: charges pay', 1_000, [10_000, -10_000], 'share-of-chargeable', [1_000, 0]],
    ['turned: credits are taken back', -1_000, [-10_000, 9_900], 'share-of-chargeable', [-1_000, 0]],
    ['nothing to go by: equal parts', 1_000, [0, 0, 0], 'equal-parts', [334, 333, 333]],
    ['one group', 1_234, [1], 'share-of-net', [1_234]],
    ['no group', 1_234, [], 'equal-parts', []],
  ])('a fixed amount, %s', (_, amount, nets, rule, parts) => {
    const split = splitAllowance(amount, null, nets);
    expect({ rule: split.rule, parts: split.parts }).toEqual({ rule, parts });
  });

  test.each([
    ['by share of net', 1_000, [30_000, 10_000], 'share-of-net', [3_000, 1_000]],
    [
      'each group by that percentage where credits meet charges',
      1_000,
      [10_000, -9_995],
      'percent-of-group',
      [1_000, -999],
    ],
    ['even where the sum is zero', 1_000, [10_000, -10_000], 'percent-of-group', [1_000, -1_000]],
    ['ties to the earlier group', 1_000, [5, 5, -10], 'percent-of-group', [1, 0, -1]],
    ['ties to the earlier group, turned', 1_000, [-5, -5, 10], 'percent-of-group', [-1, 0, 1]],
    ['nothing of nothing', 1_000, [0, 0], 'percent-of-group', [0, 0]],
  ])('a percentage, %s', (_, percent, nets, rule, parts) => {
    const split = splitAllowance(percentOf(total(nets), percent), percent, nets);
    expect({ rule: split.rule, parts: split.parts }).toEqual({ rule, parts });
  });

  const nets = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 7 });
  const discount = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 10_000 }), fixed: fc.constant(0) }),
    fc.record({ percent: fc.constant(null), fixed: fc.integer({ min: 1, max: 10_000_000 }) }),
  );

  test('[F4.8] parts add up exactly, each less than a cent from its exact share, and turn with their signs', () => {
    fc.assert(
      fc.property(nets, discount, (groupNets, { percent, fixed }) => {
        const amount = percent === null ? fixed : percentOf(total(groupNets), percent);
        const split = splitAllowance(amount, percent, groupNets);
        expect(total(split.parts)).toBe(amount);
        split.parts.forEach((part, index) => {
          const { numerator, denominator } = split.exact[index] ?? { numerator: 0n, denominator: 1n };
          const error = BigInt(part) * denominator - numerator;
          expect(error * error < denominator * denominator).toBe(true);
        });
        const turned = splitAllowance(
          0 - amount,
          percent,
          groupNets.map((net) => 0 - net),
        );
        expect(turned.parts).toEqual(split.parts.map((part) => 0 - part));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('percentOf rounds half away from zero', () => {
  expect([percentOf(50, 100), percentOf(-50, 100), percentOf(49, 100)]).toEqual([1, -1, 0]);
  expect(percentOf(16_50, 1_900)).toBe(314);
});
