import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGermanNumber } from './german-number.ts';
import { formatNumber } from './number-format.ts';

describe('parseGermanNumber', () => {
  test.each([
    ['1.234,56', 123_456],
    ['1234,5', 123_450],
    ['1 234,56', 123_456],
    ['1\u00a0234,56', 123_456],
    ['1\u202f234', 123_400],
    ['1.234', 123_400],
    ['1.234.567', 123_456_700],
    ['-3', -300],
    ['\u22123,5', -350],
    ['- 3', -300],
    ['  12,50  ', 1_250],
    ['007', 700],
    ['0,01', 1],
    ['-0', 0],
  ])('reads %j', (text, value) => {
    expect(parseGermanNumber(text, 2)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1.5', 'ambiguous'],
    ['12.50', 'ambiguous'],
    ['0.123', 'ambiguous'],
    ['1234.567', 'ambiguous'],
    ['12,345.67', 'ambiguous'],
    ['1,234,567', 'ambiguous'],
    ['1,500', 'too-many-places'],
    ['0,005', 'too-many-places'],
    ['abc', 'malformed'],
    ['1,', 'malformed'],
    [',5', 'malformed'],
    ['1.23,4', 'malformed'],
    ['1.234 567', 'malformed'],
    ['12 34', 'malformed'],
    ['+3', 'malformed'],
    ['3 €', 'malformed'],
    ['1e3', 'malformed'],
    ['--3', 'malformed'],
    ['99999999999999999', 'too-large'],
  ])('asks back for %j: %s', (text, reason) => {
    expect(parseGermanNumber(text, 2)).toEqual({ ok: false, reason });
  });

  test('quantities have four places', () => {
    expect(parseGermanNumber('1,2345', 4)).toEqual({ ok: true, value: 12_345 });
  });

  test('reads back whatever is shown', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (value, places) => {
        expect(parseGermanNumber(formatNumber(value, places, 'de'), places)).toEqual({ ok: true, value });
        expect(parseGermanNumber(formatNumber(value, places, 'de', places), places)).toEqual({ ok: true, value });
      }),
    );
  });
});
