import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readQuickLine, type QuickLine } from './quick-line.ts';
import { formatDecimal } from './decimal.ts';

const OPTIONS = { currency: 'EUR', vatPercents: [1900, 700] } as const;
const UNITS = { hour: 'Std', day: 'Tag', month: 'Mon', piece: 'Stk', 'flat-rate': 'psch' } as const;

/** Phrase and expected result of each line of a table that is no comment. */
function table(name: string): [phrase: string, expected: string][] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [phrase = '', expected = ''] = line.split(' => ');
      return [phrase, expected];
    });
}

const plainNumber = (value: number): string => formatDecimal(value, 4).replace('.', ',');

/** A result as the tables write it; a question by the first thing that is asked. */
function written(result: QuickLine): string {
  if (result.kind === 'unclear') return `? ${result.questions[0]?.kind ?? ''}`;
  const { quantity, unit, title, unitPrice, vatPercent, discount } = result.line;
  const vat = vatPercent === null ? '-' : plainNumber(vatPercent * 100);
  const less =
    discount === null
      ? '-'
      : discount.kind === 'percent'
        ? `-${plainNumber(discount.percent * 100)} %`
        : `-${plainNumber(discount.amount * 100)} €`;
  return `${plainNumber(quantity)} ${UNITS[unit]} | ${title} | ${plainNumber(unitPrice)} | ${vat} | ${less}`;
}

const phrases = table('./quick-line-phrases.txt');
const questions = table('./quick-line-questions.txt');

describe('the quick line', () => {
  test('reads at least 97 % of the phrases exactly, asks about the rest, and gets none wrong', () => {
    const results = phrases.map(([phrase, expected]) => ({
      phrase,
      expected,
      got: written(readQuickLine(phrase, OPTIONS)),
    }));
    const clear = results.filter(({ expected }) => !expected.startsWith('?'));
    const wrong = results.filter(({ expected, got }) => got !== expected && !got.startsWith('?'));
    const exact = clear.filter(({ expected, got }) => got === expected);
    expect(wrong).toEqual([]);
    expect(clear.length).toBeGreaterThanOrEqual(240);
    expect(phrases.length + questions.length).toBeGreaterThanOrEqual(300);
    expect(exact.length / clear.length).toBeGreaterThanOrEqual(0.97);
    expect(clear.filter(({ expected, got }) => got !== expected)).toEqual([]);
  });

  test.each([...questions, ...phrases.filter(([, expected]) => expected.startsWith('?'))])(
    '%j: %s',
    (phrase, expected) => {
      expect(written(readQuickLine(phrase, OPTIONS))).toBe(expected);
    },
  );
});
