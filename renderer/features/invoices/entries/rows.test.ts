import { describe, expect, test } from 'vitest';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import type { Entry } from '../types.ts';
import { placesOf, rangeOf, rowsOf } from './rows.ts';

type Totals = Parameters<typeof rowsOf>[0]['totals'];

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

const totals = (...nets: number[]): Totals =>
  ({ lines: nets.map((net) => ({ net, discount: 0 })) }) as unknown as Totals;

describe('the rows of an invoice', () => {
  test('count positions alone', () => {
    expect(rowsOf({ entries, totals: totals(100, 200) }).map(({ position }) => position)).toEqual([0, 1, 0, 2, 0]);
  });

  test('are the same objects where they show what they showed before', () => {
    const before = rowsOf({ entries, totals: totals(100, 200) });
    const anew = structuredClone(entries);
    expect(rowsOf({ entries: anew, totals: totals(100, 200) }, before)).toEqual(before);
    const same = (rows: typeof before) => rows.map((row) => before.includes(row));
    expect(same(rowsOf({ entries: anew, totals: totals(100, 200) }, before))).toEqual(Array(5).fill(true));
    // Another amount, another title, another number.
    expect(same(rowsOf({ entries: anew, totals: totals(100, 201) }, before))).toEqual([true, true, true, false, true]);
    const renamed = anew.with(1, line(2, 'Räumen und Streuen'));
    expect(same(rowsOf({ entries: renamed, totals: totals(100, 200) }, before))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(same(rowsOf({ entries: anew.toSpliced(1, 1), totals: totals(200) }, before))).toEqual([
      true,
      true,
      false,
      true,
    ]);
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
