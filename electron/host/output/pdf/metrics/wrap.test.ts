import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFonts } from '../font/fonts.ts';
import { wrap, wrapText, type Measure, type Row } from './wrap.ts';

const measure = (width: number): Measure => ({ faces: openFonts(), size: 10, width, language: 'de' });
const text = (row: Row): string => row.segments.map((segment) => segment.text).join('');
const rows = (content: string, width: number): string[] => wrapText(content, 'regular', measure(width)).map(text);

describe('wrap', () => {
  test('fills rows with whole words', () => {
    expect(rows('eins zwei drei vier', 50)).toEqual(['eins zwei', 'drei vier']);
  });

  test('an empty text is one empty row', () => {
    expect(rows('', 50)).toEqual(['']);
  });

  test('divides a word at a syllable only when it is wider than the column', () => {
    expect(rows('die Versicherungsgesellschaft', 120)).toEqual(['die', 'Versicherungsgesellschaft']);
    const divided = rows('Versicherungsgesellschaft', 70);
    expect(divided[0]).toMatch(/-$/u);
    expect(divided.map((row) => row.replace(/-$/u, '')).join('')).toBe('Versicherungsgesellschaft');
  });

  test('uses a hyphen that is written, but never one inside a number', () => {
    expect(rows('Wartungs-Vertrag', 60)).toEqual(['Wartungs-', 'Vertrag']);
    expect(rows('Nummer RE-2026-0001', 75)).toEqual(['Nummer', 'RE-2026-0001']);
  });

  test('soft hyphens divide or vanish', () => {
    expect(rows('Ab\u00adschluss', 100)).toEqual(['Abschluss']);
    expect(rows('Wort Donau\u00addampf', 55)).toEqual(['Wort Donau-', 'dampf']);
  });

  test('non-breaking spaces hold together', () => {
    expect(rows('Betrag 12,00\u00a0€', 55)).toEqual(['Betrag', '12,00\u00a0€']);
  });

  test('addresses get no hyphen that would be read as theirs', () => {
    const divided = rows('buchhaltung@gesellschaft.example', 80);
    expect(divided.length).toBeGreaterThan(1);
    expect(divided.join('')).toBe('buchhaltung@gesellschaft.example');
  });

  test('a change of style inside a word does not divide it', () => {
    const runs = [
      { text: 'vor Grund', face: 'regular', underline: false },
      { text: 'lage', face: 'bold', underline: false },
    ] as const;
    expect(wrap(runs, measure(50)).map(text)).toEqual(['vor', 'Grundlage']);
  });

  test('loses no letter and no row is wider than the column', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgäöüßXYZ123,.@/'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 20, max: 300 }), (words, width) => {
        const wrapped = wrapText(words.join(' '), 'regular', measure(width));
        for (const row of wrapped) expect(row.width).toBeLessThanOrEqual(width + 0.001);
        const letters = wrapped.map(text).join('').replace(/[ -]/gu, '');
        expect(letters).toBe(words.join(''));
      }),
      { numRuns: 300 },
    );
  });
});
