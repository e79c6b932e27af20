import { expect, test } from 'vitest';
import { LARGEST_AMOUNT } from './amounts.ts';
import { discountProblem } from './discounts.ts';

test.each([
  [0, 'percent-out-of-range'],
  [-1, 'percent-out-of-range'],
  [-1_000, 'percent-out-of-range'],
  [10_001, 'percent-out-of-range'],
  [0.5, 'percent-out-of-range'],
  [Number.NaN, 'percent-out-of-range'],
  [1, null],
  [10_000, null],
])('[A7.3] [A7.9] a discount of %i hundredths of a percent: %s', (percent, problem) => {
  expect(discountProblem({ kind: 'percent', percent })).toBe(problem);
});

test.each([
  [0, 'amount-not-positive'],
  [-1, 'amount-not-positive'],
  [0.5, 'amount-not-positive'],
  [1, null],
  [LARGEST_AMOUNT, null],
  [LARGEST_AMOUNT + 1, 'amount-too-large'],
])('[A7.4] [A7.9] a fixed discount of %i cents: %s', (amount, problem) => {
  expect(discountProblem({ kind: 'amount', amount })).toBe(problem);
});
