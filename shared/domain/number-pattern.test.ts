import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPattern, patternPeriod, validatePattern } from './number-pattern.ts';
import type { NumberPattern } from './number-pattern.ts';

test.each([
  ['RE-{YYYY}-{C}', 4, 7, 'RE-2026-0007'],
  ['{C}', 1, 7, '7'],
  ['{C}', 3, 12_345, '12345'],
  ['{YY}{MM}{DD}/{C}', 2, 7, '260305/07'],
  ['{DD}.{MM}.{YYYY} {C}', 1, 1, '05.03.2026 1'],
])('%s with %i digits and counter %i is %s', (pattern, digits, counter, number) => {
  expect(applyPattern(pattern, digits, counter, '2026-03-05')).toBe(number);
});

test('the counter starts anew each year only where the year can be seen', () => {
  expect(patternPeriod('RE-{YYYY}-{C}', '2026-03-05', true)).toBe('2026');
  expect(patternPeriod('RE-{YY}-{C}', '2026-03-05', true)).toBe('2026');
  expect(patternPeriod('RE-{YYYY}-{C}', '2026-03-05', false)).toBe('');
  expect(patternPeriod('RE-{MM}-{C}', '2026-03-05', true)).toBe('');
});

describe('validatePattern', () => {
  test.each<[string, number, boolean, string[]]>([
    ['RE-{YYYY}-{C}', 4, true, []],
    ['{YY}{C}', 1, true, []],
    ['Büro {C}/1', 10, false, []],
    ['RE', 4, false, ['counter-missing']],
    ['{C}{C}', 4, false, ['counter-repeated']],
    ['RE-{C}', 4, true, ['year-missing']],
    ['RE-{MM}-{C}', 4, true, ['year-missing']],
    ['RE-{yyyy}-{C}', 4, false, ['unknown-placeholder']],
    ['RE-{}-{C}', 4, false, ['unknown-placeholder']],
    ['RE-{{C}}', 4, false, ['forbidden-character']],
    ['RE<{C}>', 4, false, ['forbidden-character']],
    ['RE\n{C}', 4, false, ['forbidden-character']],
    ['RE{C', 4, false, ['forbidden-character', 'counter-missing']],
    [' {C}', 4, false, ['space-at-edge']],
    [`${'R'.repeat(38)}{C}`, 4, false, ['too-long']],
    ['{C}', 0, false, ['digits-out-of-range']],
    ['{C}', 11, false, ['digits-out-of-range']],
    ['{C}', 1.5, false, ['digits-out-of-range']],
    ['', 0, true, ['counter-missing', 'digits-out-of-range', 'year-missing']],
  ])('%j, %d digits, yearly %s: %j', (pattern, digits, yearlyReset, problems) => {
    expect(validatePattern({ pattern, digits, yearlyReset })).toEqual(problems);
  });
});

describe('numbers of one range', () => {
  const pieces = fc.array(fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{DD}', '0', '1', '11', 'R', '-', '/'), {
    maxLength: 5,
  });
  const range = fc
    .record({ before: pieces, after: pieces, digits: fc.integer({ min: 1, max: 10 }), yearlyReset: fc.boolean() })
    .map(({ before, after, digits, yearlyReset }): NumberPattern => {
      return { pattern: `${before.join('')}{C}${after.join('')}`, digits, yearlyReset };
    })
    .filter((candidate) => validatePattern(candidate).length === 0);
  // Within one century: {YY} cannot tell 2026 from 2126.
  const day = fc
    .record({
      year: fc.integer({ min: 2000, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, month, date }) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  const counter = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 10_000_000 }));

  test('never repeat: another counter or another period gives another number', () => {
    fc.assert(
      fc.property(range, day, day, counter, counter, ({ pattern, digits, yearlyReset }, first, second, a, b) => {
        const key = (date: string, count: number) => `${patternPeriod(pattern, date, yearlyReset)}#${count}`;
        fc.pre(key(first, a) !== key(second, b));
        expect(applyPattern(pattern, digits, a, first)).not.toBe(applyPattern(pattern, digits, b, second));
      }),
      { numRuns: 5_000 },
    );
  });
});
