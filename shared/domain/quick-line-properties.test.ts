import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';
import { readQuickLine, type QuickLine, type QuickLinePosition } from './quick-line.ts';

const OPTIONS = { currency: 'EUR', vatPercents: [1900, 700] } as const;
const runs = process.env['KONTOR_LONG'] === '1' ? 100_000 : 3_000;
const UNIT_WORDS = {
  hour: ['Std', 'Std.', 'h', 'Stunden'],
  day: ['Tage', 'PT'],
  month: ['Monate'],
  piece: ['Stk', 'Stück', 'St.'],
  'flat-rate': ['Pauschalen'],
} as const;

/** A number as somebody writes it who writes it well: with two or four places, so that it has one reading. */
const german = (value: number): string => formatNumber(value, 4, 'de', value % 100 === 0 ? 2 : 4);

const phrase = fc.record({
  quantity: fc.integer({ min: 1, max: 9_999_999 }),
  unit: fc.constantFrom(...(Object.keys(UNIT_WORDS) as (keyof typeof UNIT_WORDS)[])),
  spelling: fc.nat(3),
  title: fc.constantFrom('Beratung', 'Gerüst aufbauen', 'Übersetzung EN-DE', 'Montage (Werk Süd)', 'Pflege, Haushalt'),
  unitPrice: fc.integer({ min: 1, max: 99_999_999 }),
  mark: fc.constantFrom('à', 'je', '@', 'zu je', 'EP'),
  currency: fc.constantFrom('', ' €', '€', ' EUR', ' Euro'),
  vatPercent: fc.constantFrom(null, 1900, 700),
  discount: fc.option(fc.integer({ min: 1, max: 10_000 }).map((percent) => ({ kind: 'percent' as const, percent }))),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
});

/** Every figure of a position that was not computed. */
function figures({ line, remarks }: Extract<QuickLine, { kind: 'understood' }>): number[] {
  const { quantity, unitPrice, vatPercent, discount }: QuickLinePosition = line;
  return [
    // "pauschal" and "eine Stunde" say 1 without a figure.
    ...(quantity === 10_000 ? [] : [Math.abs(quantity)]),
    ...(remarks.includes('price-from-total') ? [] : [unitPrice]),
    ...(vatPercent === null ? [] : [vatPercent * 100]),
    ...(discount === null ? [] : [(discount.kind === 'percent' ? discount.percent : discount.amount) * 100]),
  ];
}

/** The digits of each number in a text, without signs and without zeros at the end of fractions. */
function digitsIn(text: string): Set<string> {
  const parts = { '½': '5', '¼': '25', '¾': '75' } as Record<string, string>;
  const plain = text
    .normalize('NFC')
    .replace(/(\d*)([½¼¾])/g, (_, whole: string, part: string) => `${whole || '0'},${parts[part] ?? ''} `);
  const numbers = plain.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return new Set(
    numbers.map((number) => {
      const [whole = '', fraction = ''] = number.replaceAll('.', '').split(',');
      return `${whole.replace(/^0+(?=\d)/, '')},${fraction.replace(/0+$/, '')}`;
    }),
  );
}
const digitsOf = (value: number): string =>
  `${Math.trunc(value / 10_000)},${String(value % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')}`;

/** Texts that come close to what the line reads: words, numbers and signs it knows, in any order. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'Std',
          'h',
          'Tage',
          'Stk',
          'x',
          'pauschal',
          'à',
          'je',
          '@',
          '€',
          'EUR',
          '%',
          '-',
          '+',
          '=',
          '/',
          '(',
          ')',
          '"',
        ],
        ...[
          'Rabatt',
          'MwSt',
          'netto',
          'gesamt',
          'abzgl.',
          'Beratung',
          'Kabel',
          'm',
          'min',
          'KW',
          'zu',
          ',',
          ':',
          '1.',
          'zwei',
        ],
      ),
      fc.constantFrom(
        '3',
        '3,5',
        '120',
        '1.234',
        '1.234,56',
        '12.50',
        '0,5',
        '19',
        '7',
        '10',
        '2026',
        '1:30',
        '2-3',
        '0',
        '100,00',
      ),
      fc.string({ maxLength: 3, unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .chain((pieces) =>
    fc
      .array(fc.constantFrom(' ', ' ', '  ', ''), { minLength: pieces.length, maxLength: pieces.length })
      .map((gaps) => pieces.map((piece, index) => piece + (gaps[index] ?? '')).join('')),
  );

describe('the quick line, whatever is typed', () => {
  test('reads back every amount and quantity that is written clearly, in any order', () => {
    fc.assert(
      fc.property(phrase, ({ unit, spelling, order, ...given }) => {
        const words = UNIT_WORDS[unit];
        const parts = [
          `${german(given.quantity)} ${words[spelling % words.length] ?? ''}`,
          given.title,
          `${given.mark} ${german(given.unitPrice)}${given.currency}`,
          given.vatPercent === null ? '' : `${given.vatPercent / 100} %`,
          given.discount === null ? '' : `-${formatNumber(given.discount.percent, 2, 'de')}%`,
        ];
        const text = order.map((index) => parts[index]).join(' ');
        const read = readQuickLine(text, OPTIONS);
        if (read.kind === 'unclear') return;
        const { title, quantity, unitPrice, vatPercent, discount } = given;
        expect(read.line).toEqual({ title, quantity, unit, unitPrice, vatPercent, discount });
      }),
      { numRuns: runs },
    );
  });

  test('understands it in the usual order', () => {
    fc.assert(
      fc.property(phrase, ({ unit, spelling, quantity, title, mark, unitPrice, currency }) => {
        const words = UNIT_WORDS[unit];
        const number = `${german(quantity)} ${words[spelling % words.length] ?? ''}`;
        const read = readQuickLine(`${number} ${title} ${mark} ${german(unitPrice)}${currency}`, OPTIONS);
        expect(read).toMatchObject({ kind: 'understood', line: { title, quantity, unit, unitPrice } });
      }),
      { numRuns: runs },
    );
  });

  test('never throws, and no figure of a position is one that was not typed', () => {
    let understood = 0;
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'grapheme' })), (text) => {
        const read = readQuickLine(text, OPTIONS);
        if (read.kind === 'unclear') return;
        understood += 1;
        const typed = digitsIn(text);
        for (const value of figures(read)) expect(typed).toContain(digitsOf(value));
      }),
      { numRuns: runs * 3 },
    );
    expect(understood).toBeGreaterThan(20);
  });

  test('each answer says more than the line before: a few of them always end', () => {
    fc.assert(
      fc.property(nearly, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (text, answers) => {
        let line = text;
        const rounds = answers.findIndex((answer) => {
          const read = readQuickLine(line, OPTIONS);
          const choices = read.kind === 'unclear' ? (read.questions[0]?.choices ?? []) : [];
          const choice = choices[answer % Math.max(1, choices.length)];
          if (!choice) return true;
          expect(choice.text).not.toBe(line);
          line = choice.text;
          return false;
        });
        expect(rounds).toBeGreaterThanOrEqual(0);
      }),
      // A quote that stands alone once paired with those of the answers.
      { numRuns: runs, examples: [['Std 3,5 " 0,5 120 1.234 12.50 2026 3', Array<number>(12).fill(0)]] },
    );
  });
});
