import type { NumberReport } from '#shared/contract/numbering.ts';

type Translate = (key: string, values?: Record<string, string | number>) => string;
type Period = NumberReport['ranges'][number]['periods'][number];

/** "2 bis 3, 5". */
export function gapsText({ gaps }: Pick<Period, 'gaps'>, t: Translate): string {
  return gaps
    .map(({ first, last }) => (first === last ? String(first) : t('numberRanges.to', { first, last })))
    .join(', ');
}

/** "Lückenlos: 41 von 41", or what is missing. */
export function resultText(period: Period, t: Translate): string {
  const { given, expected } = period;
  if (expected === 0) return t('numberRanges.nothing');
  if (given === expected) return t('numberRanges.dense', { given, expected });
  return t('numberRanges.gaps', { given, expected, numbers: gapsText(period, t) });
}

/** "Zähler auf 41 gesetzt (vorher 0) am 21.11.2026, 10:30 von Katharina Lindner". */
export function startText({ from, to, at, who }: Period['starts'][number], t: Translate, time: (at: string) => string) {
  return t('numberRanges.start', { from, to, at: time(at), who });
}

/**
 * The report as a table for a spreadsheet: UTF-8 with its mark, semicolons, quotes around every cell, as a German Excel opens it.
 * `time` writes an instant as the window does.
 */
export function reportFile(
  { company, at, ranges }: NumberReport,
  t: Translate,
  time: (at: string) => string,
): Uint8Array {
  const head = [
    'range',
    'pattern',
    'period',
    'first',
    'lastNumber',
    'given',
    'expected',
    'result',
    'missing',
    'starts',
  ];
  const rows = ranges.flatMap(({ name, pattern, periods }) =>
    periods.map((period) => [
      ...[name, pattern, period.period || t('numberRanges.allYears'), period.first, period.last],
      ...[String(period.given), String(period.expected), resultText(period, t), gapsText(period, t)],
      period.starts.map((start) => startText(start, t, time)).join('; '),
    ]),
  );
  const lines = [
    [t('numberRanges.report'), company, t('numberRanges.state'), time(at)],
    [],
    head.map((name) => t(`numberRanges.${name}`)),
    ...rows,
  ];
  const text = lines.map((cells) => cells.map(cell).join(';')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

/** A spreadsheet takes what begins like a formula for one; an apostrophe makes it a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
