import { expect, test } from 'vitest';
import { isFarAbove, usualAmount } from './plausibility.ts';

test.each([
  [[], null],
  [[100, 200], null],
  [[300, 100, 200], 200],
  [[100, 400, 200, 300], 250],
  [[100, 101, 101, 102], 101],
  [[100, 101, 102, 103], 102],
  [[100, 100, 999_999], 100],
])('%j: usual is %j', (amounts, usual) => {
  expect(usualAmount(amounts)).toBe(usual);
});

test('more than five times is far above, five times is not; nothing is far above nothing', () => {
  expect([isFarAbove(501, 100), isFarAbove(500, 100), isFarAbove(500, 0), isFarAbove(500, -100)]).toEqual([
    ...[true, false, false, false],
  ]);
});
