import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continuations, nextOf, piecesOf } from './number-continuation.ts';
import { applyPattern, patternPeriod, readNumber, validatePattern, type NumberPattern } from './number-pattern.ts';

const TODAY = '2026-11-21';

describe('the last number of another program', () => {
  test.each<[string, string, number, boolean, string]>([
    ['RE-2026-0041', 'RE-{YYYY}-{C}', 4, true, 'RE-2026-0042'],
    ['2026/117', '{YYYY}/{C}', 3, true, '2026/118'],
    ['R0815', 'R{C}', 4, false, 'R0816'],
    ['4711', '{C}', 4, false, '4712'],
    ['0099', '{C}', 4, false, '0100'],
    ['999', '{C}', 3, false, '1000'],
    ['41/2026', '{C}/{YYYY}', 2, true, '42/2026'],
    ['RE-2025-0311', 'RE-{YYYY}-{C}', 4, true, 'RE-2026-0001'],
    ['KD-100-2026-0007', 'KD-100-{YYYY}-{C}', 4, true, 'KD-100-2026-0008'],
    [' 2026-0041-B ', '{YYYY}-{C}-B', 4, true, '2026-0042-B'],
    ['2026', '{C}', 4, false, '2027'],
  ])('%j can be read in one way: %s', (number, pattern, digits, yearlyReset, next) => {
    expect(continuations(number, TODAY)).toEqual([expect.objectContaining({ pattern, digits, yearlyReset, next })]);
  });

  test.each<[string, string[]]>([
    ['26-11-003', ['{YY}-{MM}-{C}', '{YY}-11-{C}', '26-11-{C}']],
    ['RE-41-26', ['RE-{C}-{YY}', 'RE-41-{C}']],
    ['2026-2026', ['{YYYY}-{C}', '{C}-{YYYY}']],
    ['2611003', ['{YY}{C}', '{YY}{MM}{C}', '{C}']],
    ['2026041', ['{YYYY}{C}', '{C}']],
    ['RE20261121-03', ['RE{YYYY}{MM}{DD}-{C}', 'RE20261121-{C}']],
  ])('%j can be read in several ways, which are offered: %j', (number, patterns) => {
    expect(continuations(number, TODAY).map(({ pattern }) => pattern)).toEqual(patterns);
  });

  test.each(['', 'RE', '<1>', 'RE{1}', '12345678901234'])('%j has no counter that could go on', (number) => {
    expect(continuations(number, TODAY)).toEqual([]);
  });

  test('whatever it is, each way reads it, may be stored, and goes on with a number that differs', () => {
    const piece = fc.constantFrom('RE', '-', '/', ' ', '2026', '2025', '26', '11', '0041', '7', '003', '31', 'Ä');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const number = pieces.join('').trim();
        for (const way of continuations(number, TODAY)) {
          expect(validatePattern(way)).toEqual([]);
          expect(readNumber(way, number)?.counter).toBe(way.counter);
          expect(way.next).toBe(nextOf(way, number, TODAY));
          expect(way.next).not.toBe(number);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('its pieces are named for who has to choose', () => {
    const [first] = continuations('A7-26-11-003', TODAY);
    expect(first && piecesOf(first, 'A7-26-11-003')).toEqual([
      { kind: 'fixed', digits: '7' },
      { kind: 'year', digits: '26' },
      { kind: 'month', digits: '11' },
      { kind: 'counter', digits: '003' },
    ]);
  });
});

describe('a number is read back', () => {
  const range = fc
    .record({
      before: fc.array(fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{DD}', '0', '11', 'R', '-', '.', ' '), {
        maxLength: 4,
      }),
      after: fc.array(fc.constantFrom('{YYYY}', '{MM}', '1', '/', 'B'), { maxLength: 3 }),
      digits: fc.integer({ min: 1, max: 10 }),
      yearlyReset: fc.boolean(),
    })
    .map(({ before, after, ...rest }): NumberPattern => ({ pattern: [...before, '{C}', ...after].join(''), ...rest }))
    .filter((candidate) => validatePattern(candidate).length === 0);
  const counter = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 10_000_000 }));
  const day = fc.constantFrom('2026-01-31', '2026-11-21', '2031-12-01');

  test('as the counter and period that made it', () => {
    fc.assert(
      fc.property(range, counter, day, (pattern, count, date) => {
        const number = applyPattern(pattern.pattern, pattern.digits, count, date);
        const period = patternPeriod(pattern.pattern, date, pattern.yearlyReset);
        expect(readNumber(pattern, number)).toEqual({ counter: count, period });
      }),
      { numRuns: 3_000 },
    );
  });

  test('and not when the range would write it otherwise', () => {
    const pattern = { pattern: 'RE-{YYYY}-{C}', digits: 4, yearlyReset: true };
    for (const other of ['RE-2026-041', 'RE-2026-00041', 're-2026-0041', 'RE-26-0041', 'RE-2026-0041 ', 'RE-2026-']) {
      expect([other, readNumber(pattern, other)]).toEqual([other, null]);
    }
  });
});
