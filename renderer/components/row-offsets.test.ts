import { describe, expect, test } from 'vitest';
import { offsetsOf, piecesOf, rowAt, slotAt } from './row-offsets.ts';

const offsets = offsetsOf([10, 30, 20, 40]);

describe('rows of different heights', () => {
  test('begin where the ones above end', () => expect(offsets).toEqual([0, 10, 40, 60, 100]));

  test.each([
    [-5, 0],
    [0, 0],
    [9, 0],
    [10, 1],
    [59, 2],
    [60, 3],
    [500, 3],
  ])('at height %d there is row %d', (y, row) => expect(rowAt(offsets, y)).toBe(row));

  test.each([
    [-5, 0],
    [4, 0],
    [6, 1],
    [24, 1],
    [26, 2],
    [79, 3],
    [81, 4],
  ])('height %d is nearest to the gap before row %d', (y, slot) => expect(slotAt(offsets, y)).toBe(slot));

  test('are there where one looks; gaps stand for the others, and together they are as high as all', () => {
    const pieces = piecesOf(offsetsOf(Array<number>(1000).fill(30)), { top: 3000, bottom: 3100 }, [0, 999]);
    expect(pieces).toEqual([
      { kind: 'row', index: 0 },
      { kind: 'gap', from: 1, height: 99 * 30 },
      ...[100, 101, 102, 103].map((index) => ({ kind: 'row', index })),
      { kind: 'gap', from: 104, height: 895 * 30 },
      { kind: 'row', index: 999 },
    ]);
  });

  test('that do not exist are not there', () => {
    expect(piecesOf([0], { top: 0, bottom: 100 }, [0])).toEqual([]);
    expect(piecesOf(offsets, { top: 0, bottom: 5 }, [-1, 17])).toEqual([
      { kind: 'row', index: 0 },
      { kind: 'gap', from: 1, height: 90 },
    ]);
  });
});
