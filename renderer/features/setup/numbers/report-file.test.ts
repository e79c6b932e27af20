import { expect, test } from 'vitest';
import type { NumberReport } from '#shared/contract/numbering.ts';
import { numberRangeTexts } from '#shared/text/window/number-ranges.ts';
import { addTexts, i18n } from '../../../plugins/i18n.ts';
import { reportFile, resultText } from './report-file.ts';

addTexts({ numberRanges: numberRangeTexts });
const t = (key: string, values: Record<string, string | number> = {}): string => i18n.global.t(key, values);
const PERIOD = { period: '2026', first: 'RE-2026-0042', last: 'RE-2026-0044', given: 3, expected: 3 };

test('says what is there and what is missing', () => {
  expect(resultText({ ...PERIOD, gaps: [], starts: [] }, t)).toBe('Lückenlos: 3 von 3');
  const gaps = [
    { first: 2, last: 3 },
    { first: 5, last: 5 },
  ];
  expect(resultText({ ...PERIOD, expected: 6, gaps, starts: [] }, t)).toBe('Lücke: 3 von 6, ohne 2 bis 3, 5');
  expect(resultText({ ...PERIOD, given: 0, expected: 0, gaps: [], starts: [] }, t)).toBe('Noch keine Nummer vergeben.');
});

test('a table that a spreadsheet opens, in which nothing is a formula', () => {
  const starts = [{ from: 0, to: 41, at: '2026-11-21T09:30:00.000Z', who: 'Katharina Lindner' }];
  const report: NumberReport = {
    ...{ at: '2026-11-21T09:30:00.000Z', company: '=HYPERLINK("böse"); GmbH' },
    ranges: [{ id: 1, name: 'Rechnungen', pattern: '-{C}', periods: [{ ...PERIOD, period: '', gaps: [], starts }] }],
  };
  const file = reportFile(report, t, (at) => at.slice(0, 10));
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(file).split('\r\n')).toEqual([
    `"Nummernbericht";"'=HYPERLINK(""böse""); GmbH";"Stand";"2026-11-21"`,
    '',
    '"Nummernkreis";"Muster";"Zeitraum";"Erste Nummer";"Letzte Nummer";"Vergeben";"Erwartet";"Ergebnis";"Fehlende laufende Nummern";"Startwerte"',
    `"Rechnungen";"'-{C}";"alle Jahre";"RE-2026-0042";"RE-2026-0044";"3";"3";"Lückenlos: 3 von 3";"";"Zähler auf 41 gesetzt (vorher 0) am 2026-11-21 von Katharina Lindner"`,
    '',
  ]);
});
