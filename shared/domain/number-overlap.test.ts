import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayGiveSameNumber } from './number-overlap.ts';
import { applyPattern, readNumber, validatePattern, type NumberPattern } from './number-pattern.ts';

const range = (pattern: string, digits = 4): NumberPattern => ({ pattern, digits, yearlyReset: false });

test.each([
  ['RE-{YYYY}-{C}', 'ST-{YYYY}-{C}'],
  ['RE-{YYYY}-{C}', 'RE-{YYYY}/{C}'],
  ['RE-{YYYY}-{C}', 'RE-{YYYY}-S{C}'],
  ['RE{C}', 're{C}'],
  ['RE-{YYYY}-{C}', 'RE-{C}'],
  ['{MM}-{C}', '20-{C}'],
])('"%s" and "%s" never meet', (one, other) => {
  expect([mayGiveSameNumber(range(one), range(other)), mayGiveSameNumber(range(other), range(one))]).toEqual([
    false,
    false,
  ]);
});

test.each([
  ['RE-{YYYY}-{C}', 4, 'RE-{YYYY}-{C}', 6],
  ['RE-{YYYY}-{C}', 4, 'RE-2026-{C}', 4],
  ['RE-{YYYY}-{C}', 4, 'RE-20{YY}-{C}', 4],
  ['{YYYY}{C}', 4, '{C}', 1],
  ['{C}', 1, '{YY}{MM}{C}', 3],
  ['1{C}', 4, '{C}', 5],
  ['RE-{C}/{YYYY}', 2, 'RE-{C}/{YYYY}', 3],
])('"%s" with %i digits and "%s" with %i can give the same number', (one, digits, other, otherDigits) => {
  expect(mayGiveSameNumber(range(one, digits), range(other, otherDigits))).toBe(true);
});

test('a counter without filling zeros does not begin with one', () => {
  // 0001 to 9999, then 10000: never 5 places with a zero in front.
  expect(mayGiveSameNumber(range('{C}', 4), range('0{C}', 4))).toBe(false);
  expect(mayGiveSameNumber(range('{C}', 4), range('{C}', 5))).toBe(true);
});

test('[F2.3] whatever two ranges give: one number of both is always foreseen', () => {
  const part = fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{DD}', '1', '20', '-', 'R');
  const pattern = fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 2 }), fc.integer({ min: 1, max: 6 }))
    .map(([before, after, digits]) => range(`${before.join('')}{C}${after.join('')}`, digits))
    .filter((made) => validatePattern(made).length === 0);
  const day = fc.constantFrom('2026-01-01', '2026-11-30', '2031-12-31', '2019-02-20');
  let met = 0;
  fc.assert(
    fc.property(pattern, pattern, day, fc.integer({ min: 1, max: 2_000_000 }), (one, other, date, counter) => {
      const number = applyPattern(one.pattern, one.digits, counter, date);
      if (readNumber(other, number) === null) return;
      met += 1;
      expect([one, other, number, mayGiveSameNumber(one, other)]).toEqual([one, other, number, true]);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  expect(met).toBeGreaterThan(100);
});
