import { describe, expect, test } from 'vitest';
import { differencesOf, mergeChanges } from './comparison.ts';

interface Letter {
  title: string;
  terms: { days: number };
  place: string;
}
const base: Letter = { title: 'A', terms: { days: 14 }, place: 'Bremen' };
const views = {
  title: { label: 'Titel', show: (title: string) => title },
  terms: { label: 'Ziel', show: ({ days }: Letter['terms']) => `${days} Tage` },
  place: { label: 'Ort', show: (place: string) => place },
};

describe('two changes of one record', () => {
  test('come together where they touched different fields', () => {
    const mine = { ...base, title: 'B' };
    const theirs = { ...base, terms: { days: 30 } };
    expect(mergeChanges({ base, mine, theirs })).toEqual({ title: 'B', terms: { days: 30 }, place: 'Bremen' });
  });

  test('are shown where they differ, and who touched the field', () => {
    const mine = { ...base, title: 'B' };
    const theirs = { title: 'C', terms: { days: 30 }, place: 'Bremen' };
    expect(differencesOf({ base, mine, theirs }, views)).toEqual([
      { label: 'Titel', theirs: 'C', mine: 'B', isTouched: true },
      { label: 'Ziel', theirs: '30 Tage', mine: '14 Tage', isTouched: false },
    ]);
    expect(mergeChanges({ base, mine, theirs }).title).toBe('B');
  });

  test('that are the same are no difference', () => {
    const both = { ...base, title: 'B' };
    expect(differencesOf({ base, mine: both, theirs: both }, views)).toEqual([]);
  });
});
