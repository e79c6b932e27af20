import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheetRow } from './spreadsheet-paste.ts';
import { isTable, readTable } from './spreadsheet-table.ts';

const OPTIONS = { currency: 'EUR', vatPercents: [1900, 700] } as const;
const tab = (...rows: string[][]): string => rows.map((row) => row.join('\t')).join('\r\n');
const read = (text: string, style: 'german' | 'english' = 'german') => {
  const { roles, rows } = readTable(text);
  return rows.map((row) => readSheetRow(row, roles, style, OPTIONS));
};

describe('a pasted table', () => {
  test.each([
    [
      ['Menge', 'Einheit', 'Bezeichnung', 'Einzelpreis', 'Gesamt'],
      ['quantity', 'unit', 'title', 'unitPrice', 'total'],
    ],
    [
      ['Pos.', 'Artikel', 'Anzahl', 'EP (€)', 'MwSt.', 'Rabatt', 'GP'],
      ['none', 'title', 'quantity', 'unitPrice', 'vat', 'discount', 'total'],
    ],
    [
      ['Titel', 'Beschreibung', 'Preis in €', 'USt'],
      ['title', 'description', 'unitPrice', 'vat'],
    ],
    [
      ['Leistung', 'Stunden', 'Stundensatz', 'Betrag'],
      ['title', 'quantity', 'unitPrice', 'total'],
    ],
    [
      ['Preis', 'Preis', 'Titel'],
      ['unitPrice', 'none', 'title'],
    ],
  ])('finds the columns of %j', (headings, roles) => {
    const table = readTable(
      tab(
        headings,
        headings.map(() => '1'),
      ),
    );
    expect(table).toMatchObject({ headings, roles });
    expect(table.rows).toHaveLength(1);
  });

  test.each([
    [
      tab(['1', 'Wartung', '3', 'Std', '90,00', '270,00'], ['2', 'Anfahrt', '1', 'Stk', '35,00', '35,00']),
      ['none', 'title', 'quantity', 'unit', 'unitPrice', 'total'],
    ],
    [tab(['Wartung', '90,00 €'], ['Anfahrt', '35,00 €']), ['title', 'unitPrice']],
    [tab(['3', 'Wartung', 'vor Ort', '90,00', '19 %']), ['quantity', 'title', 'description', 'unitPrice', 'vat']],
    ['3 Std Wartung à 90\nAnfahrt 35 €', ['line']],
    ['Wartung;3;90,00\nAnfahrt;1;35,00', ['title', 'quantity', 'unitPrice']],
  ])('guesses the columns of %j without headings', (text, roles) => {
    expect(readTable(text)).toMatchObject({ headings: null, roles });
  });

  test('keeps line breaks and quotes inside of cells', () => {
    expect(readTable('Titel\tPreis\n"Regal ""Nord""\n80 x 40"\t12,00').rows).toEqual([
      ['Regal "Nord"\n80 x 40', '12,00'],
    ]);
    expect(isTable('a\tb')).toBe(true);
    expect(isTable('3 Std Beratung\n')).toBe(false);
  });

  test('reads every cell exactly', () => {
    const [row] = read(
      tab(
        ['Menge', 'Einheit', 'Titel', 'Beschreibung', 'EP', 'Rabatt', 'USt', 'Gesamt'],
        ['3,5', 'Std.', 'Beratung', 'vor Ort', '1.200,50 €', '-10 %', '19%', '3.781,57'],
      ),
    );
    expect(row).toEqual({
      kind: 'understood',
      position: {
        ...{ title: 'Beratung', description: 'vor Ort', quantity: 35_000, unit: 'hour', unitPrice: 12_005_000 },
        ...{ discount: { kind: 'percent', percent: 1_000 }, vatPercent: 1900 },
      },
    });
  });

  test.each([
    [['3', 'Stk', '10,00', '31,00', '', ''], 'total', 'total-differs'],
    [['3', 'Stk', '1.234', '', '', ''], 'unitPrice', 'ambiguous'],
    [['3', 'Stk', '12.50', '', '', ''], 'unitPrice', 'ambiguous'],
    [['3', 'Stk', 'zehn', '', '', ''], 'unitPrice', 'number'],
    [['3', 'Stk', '', '', '', ''], 'unitPrice', 'missing'],
    [['3', 'Stk', '-5,00', '', '', ''], 'unitPrice', 'negative'],
    [['3', 'Stk', '5,00 CHF', '', '', ''], 'unitPrice', 'currency'],
    [['3', 'qm', '5,00', '', '', ''], 'unit', 'unit'],
    [['x', 'Stk', '5,00', '', '', ''], 'unit', 'unit'],
    [['0', 'Stk', '5,00', '', '', ''], 'quantity', 'missing'],
    [['3', 'Stk', '5,00', '', '16 %', ''], 'vat', 'vat'],
    [['3', 'Stk', '5,00', '', '', '10'], 'discount', 'discount'],
    [['3', 'Stk', '5,00', '', '', '110 %'], 'discount', 'discount'],
    [['3', 'Stk', '999999999,00', '', '', ''], 'unitPrice', 'too-large'],
  ] as const)('asks about %j', (cells, role, problem) => {
    const roles = ['quantity', 'unit', 'unitPrice', 'total', 'vat', 'discount'] as const;
    expect(readSheetRow(cells, roles, 'german', OPTIONS)).toMatchObject({
      kind: 'unclear',
      problems: [{ role, problem }],
    });
  });

  test('leaves out what is no position', () => {
    const rows = read(
      tab(
        ['Titel', 'Menge', 'Preis'],
        ['Erdgeschoss', '', ''],
        ['Tür', '1', '80,00'],
        ['', '', ''],
        ['Zwischensumme', '', '80,00'],
        ['Summe netto', '', '80,00'],
        ['zzgl. 19 % MwSt', '', '15,20'],
      ),
    );
    expect(rows.map((row) => (row.kind === 'skipped' ? row.reason : row.kind))).toEqual([
      ...['heading', 'understood', 'empty', 'sum', 'sum', 'sum'],
    ]);
  });

  test('reads English numbers when told to, and the VAT as a spreadsheet keeps it', () => {
    const text = tab(['Titel', 'Menge', 'Preis', 'USt'], ['Tür', '1', '1,234.50', '0.19']);
    expect(read(text, 'english')[0]).toMatchObject({
      kind: 'understood',
      position: { unitPrice: 12_345_000, vatPercent: 1900 },
    });
    expect(read(text)[0]).toMatchObject({ kind: 'unclear' });
  });

  test('finds the price of one from a total only where it gives the total back', () => {
    const row = (quantity: string, total: string) =>
      readSheetRow(['A', quantity, total], ['title', 'quantity', 'total'], 'german', OPTIONS);
    expect(row('3', '270,00')).toMatchObject({ kind: 'understood', position: { unitPrice: 900_000 } });
    expect(row('9999', '100,00')).toMatchObject({ kind: 'unclear' });
  });

  test('one column of lines is read line by line, and what is unclear there brings its answers', () => {
    expect(read('3 Std Beratung à 90\nBeratung 3 Std 360 €\nSumme 630 €')).toMatchObject([
      { kind: 'understood', position: { quantity: 30_000, unitPrice: 900_000 } },
      { kind: 'unclear', questions: [{ kind: 'price-or-total' }] },
      { kind: 'skipped', reason: 'sum' },
    ]);
  });

  test('never throws, and each row has one cell per column', () => {
    const cells = fc.constantFrom(
      '3',
      '1.234,56',
      '"',
      '\t',
      '\n',
      ';',
      'Menge',
      'Preis',
      'Std',
      '19 %',
      'x',
      '€',
      '""',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(cells, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          const { roles, rows } = readTable(text);
          for (const row of rows) {
            expect(row).toHaveLength(roles.length);
            expect(() => readSheetRow(row, roles, 'german', OPTIONS)).not.toThrow();
          }
        },
      ),
    );
  });
});
