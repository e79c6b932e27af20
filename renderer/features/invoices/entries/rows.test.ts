import { describe, expect, test } from 'vitest';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import type { Entry } from '../types.ts';
import { placesOf, rangeOf, rowsOf } from './rows.ts';

const text = (id: number, area: 'intro' | 'body' | 'closing', content: string): Entry => ({
  ...{ id, kind: 'text', area, content: plainToRichText(content), ruleAbove: false, ruleBelow: false },
});
const line = (id: number, title: string): Entry => ({
  ...{ id, kind: 'line', title, description: plainToRichText('mit Anfahrt'), quantity: '1', unit: 'piece' },
  ...{ unitPrice: '1', vatRateId: 1, discount: null, vat: null },
});
const entries = [
  text(1, 'intro', 'Guten Tag'),
  line(2, 'Räumen'),
  text(3, 'body', 'Zwischentext'),
  line(4, 'ÖLFILTER'),
  text(5, 'closing', 'Mit Gruß'),
];

describe('the rows of an invoice', () => {
  test('count positions alone', () => {
    expect(rowsOf({ entries }).map(({ position }) => position)).toEqual([0, 1, 0, 2, 0]);
  });

  test.each([
    [0, 0, 1],
    [1, 1, 4],
    [2, 1, 4],
    [4, 4, 5],
  ])('entry %d may go to the places %d to %d', (index, first, last) => {
    expect(rangeOf(entries, index)).toEqual({ first, last });
  });

  test('are found by title, description and text', () => {
    expect(placesOf(entries, 'ölf')).toEqual([3]);
    expect(placesOf(entries, ' ANFAHRT ')).toEqual([1, 3]);
    expect(placesOf(entries, 'gruß')).toEqual([4]);
    expect(placesOf(entries, ' ')).toEqual([]);
  });
});
