import { foldWord, UNIT_WORDS } from './quick-line-words.ts';
import type { ColumnRole } from './spreadsheet-columns.ts';
import { roleOfHeading } from './spreadsheet-paste.ts';

/** A pasted block: its rows without the heading, all of the same width, and what each column seems to hold. */
export interface PastedTable {
  headings: string[] | null;
  roles: ColumnRole[];
  rows: string[][];
}

/** True for what is more than one line or cell. */
export function isTable(text: string): boolean {
  return /[\n\t]/.test(text.trim());
}

/** Cuts a block as spreadsheets copy it (tabs, quotes around cells with line breaks), or with semicolons, and finds its columns. */
export function readTable(text: string): PastedTable {
  const separator = text.includes('\t') || !/^[^\n]*;[^\n]*;/.test(text) ? '\t' : ';';
  const cut = cutCells(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''), separator);
  const width = Math.max(1, ...cut.map((row) => row.length));
  const all = cut.map((row) => Array.from({ length: width }, (_, index) => (row[index] ?? '').trim()));
  const named = (all[0] ?? []).map(roleOfHeading);
  const isHeading = width > 1 && named.filter((role) => role !== null).length >= 2;
  const rows = isHeading ? all.slice(1) : all;
  const roles = isHeading ? withoutDoubles(named.map((role) => role ?? 'none')) : guessRoles(rows, width);
  if (!roles.includes('title')) nameTitle(roles, rows);
  return { headings: isHeading ? (all[0] ?? null) : null, roles, rows };
}

function cutCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = new RegExp(`"((?:[^"]|"")*)"(?=${separator}|\n|$)|([^${separator}\n]*)`, 'y');
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const [whole = '', quoted, plain = ''] = pattern.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (at >= text.length) return rows;
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
}

/** A role that two columns claim belongs to the first; titles may be several. */
function withoutDoubles(roles: ColumnRole[]): ColumnRole[] {
  return roles.map((role, index) => (role !== 'title' && roles.indexOf(role) < index ? 'none' : role));
}

const NUMBER = /^-?[\d.,' ]*\d[\d.,' ]*(?:,-+)?$/;
const MONEY = /^(?:(?:€|EUR)\s*)?-?[\d.,' ]*\d(?:,-+)?\s*(?:€|EUR|Euro)?$/i;

/** Columns without headings, by what stands in them. One column is a list of quick lines. */
function guessRoles(rows: string[][], width: number): ColumnRole[] {
  if (width === 1) return ['line'];
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? '').filter((cell) => cell !== ''),
  );
  const all = (cells: string[], test: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(test);
  const isSequence = (cells: string[]): boolean =>
    cells.length > 1 && cells.every((cell, at) => Number(cell.replace(/\.$/, '')) === at + 1);
  const roles = columns.map((cells, index): ColumnRole => {
    if (index === 0 && isSequence(cells)) return 'none';
    if (all(cells, (cell) => UNIT_WORDS.has(foldWord(cell)))) return 'unit';
    if (all(cells, (cell) => cell.endsWith('%')))
      return all(cells, (cell) => cell.startsWith('-')) ? 'discount' : 'vat';
    if (all(cells, (cell) => NUMBER.test(cell) || MONEY.test(cell))) return 'none';
    return 'title';
  });
  const figures = columns.flatMap((cells, index) =>
    roles[index] === 'none' && !(index === 0 && isSequence(cells)) && cells.length > 0 ? [index] : [],
  );
  const names: ColumnRole[][] = [[], ['unitPrice'], ['quantity', 'unitPrice'], ['quantity', 'unitPrice', 'total']];
  figures.forEach((index, place) => (roles[index] = names[Math.min(figures.length, 3)]?.[place] ?? 'none'));
  roles.forEach((role, index) => {
    if (role === 'title' && roles.indexOf('title') < index) roles[index] = 'description';
  });
  return roles;
}

/** Without a title column the words of an unknown one are the title; without any, each row may be a quick line. */
function nameTitle(roles: ColumnRole[], rows: string[][]): void {
  if (roles.includes('line')) return;
  const unknown = roles.findIndex(
    (role, index) => role === 'none' && rows.some((row) => /\p{L}{3}/u.test(row[index] ?? '')),
  );
  if (unknown >= 0) roles[unknown] = 'title';
}
