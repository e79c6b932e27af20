import type { Language } from '#shared/domain/template.ts';
import { SOFT_HYPHEN } from '../font/characters.ts';
import type { FaceName, FaceMetrics } from '../font/face.ts';
import { breakPoints, writtenBreakPoints, type BreakPoint } from './hyphenation.ts';

export interface RunStyle {
  face: FaceName;
  underline: boolean;
}

/** A stretch of text in one style; runs follow each other without a gap. */
export interface Run extends RunStyle {
  text: string;
}

/** A run as placed in a row; `x` and `width` in points from the row's start. */
export interface Segment extends Run {
  x: number;
  width: number;
}

export interface Row {
  segments: Segment[];
  width: number;
}

export interface Measure {
  faces: Readonly<Record<FaceName, FaceMetrics>>;
  size: number;
  /** Of the column, in points. */
  width: number;
  language: Language;
}

/** Text between two spaces (U+0020 only: others hold together); several pieces where the style changes inside it. */
interface Word {
  pieces: Run[];
  width: number;
  /** Style of the space before the word, so that underlining goes on through it; null at the start. */
  space: RunStyle | null;
}

const sameStyle = (left: RunStyle, right: RunStyle): boolean =>
  left.face === right.face && left.underline === right.underline;

const withoutSoftHyphens = (text: string): string =>
  text.includes(SOFT_HYPHEN) ? text.replaceAll(SOFT_HYPHEN, '') : text;

const pieceWidth = (piece: Run, measure: Measure): number =>
  measure.faces[piece.face].width(withoutSoftHyphens(piece.text), measure.size);

function wordsOf(runs: readonly Run[], measure: Measure): Word[] {
  const words: Word[] = [];
  let space: RunStyle | null = null;
  let joins = false;
  for (const run of runs) {
    for (const [index, text] of run.text.split(' ').entries()) {
      if (index > 0) {
        space = run;
        joins = false;
      }
      if (text === '') continue;
      const piece = { text, face: run.face, underline: run.underline };
      const width = pieceWidth(piece, measure);
      const last = words.at(-1);
      if (joins && last) {
        last.pieces.push(piece);
        last.width += width;
      } else {
        words.push({ pieces: [piece], width, space: words.length === 0 ? null : space });
      }
      joins = true;
    }
  }
  return words;
}

/** The longest beginning of a piece that fits, with the mark for its end; null when none does. */
function beginningThatFits(
  piece: Run,
  points: readonly BreakPoint[],
  width: number,
  measure: Measure,
): { text: string; rest: string } | null {
  for (const point of points.toReversed()) {
    const text = piece.text.slice(0, point.length) + point.mark;
    if (pieceWidth({ ...piece, text }, measure) <= width) return { text, rest: piece.text.slice(point.length) };
  }
  return null;
}

/** For a word without syllables (serial numbers): as many characters as fit, at least one. */
function charactersThatFit(piece: Run, width: number, measure: Measure): { text: string; rest: string } {
  const characters = [...piece.text];
  let count = 1;
  while (count < characters.length) {
    const text = characters.slice(0, count + 1).join('');
    if (pieceWidth({ ...piece, text }, measure) > width) break;
    count += 1;
  }
  return { text: characters.slice(0, count).join(''), rest: characters.slice(count).join('') };
}

function newRow(): Row {
  return { segments: [], width: 0 };
}

function append(row: Row, piece: Run, width: number): void {
  const text = withoutSoftHyphens(piece.text);
  const last = row.segments.at(-1);
  if (last && sameStyle(last, piece)) {
    last.text += text;
    last.width += width;
  } else {
    row.segments.push({ text, face: piece.face, underline: piece.underline, x: row.width, width });
  }
  row.width += width;
}

/**
 * Fills rows from the left. Words go to the next row as a whole; a word is divided where its writer put a hyphen, and at
 * syllables, separators or at last anywhere only when it is wider than the column. An empty text gives one empty row.
 */
export function wrap(runs: readonly Run[], measure: Measure): Row[] {
  let row = newRow();
  const rows = [row];
  const startRow = (): void => {
    row = newRow();
    rows.push(row);
  };
  const appendSpace = (style: RunStyle | null): void => {
    if (!style || row.segments.length === 0) return;
    const { face, underline } = style;
    append(row, { text: ' ', face, underline }, measure.faces[face].spaceWidth(measure.size));
  };
  const spaceWidth = (style: RunStyle | null): number =>
    style && row.segments.length > 0 ? measure.faces[style.face].spaceWidth(measure.size) : 0;

  /** Puts a piece that is wider than the column into as many rows as it needs. */
  const appendDivided = (piece: Run): void => {
    let rest = piece;
    while (pieceWidth(rest, measure) > measure.width - row.width) {
      const room = measure.width - row.width;
      let part =
        beginningThatFits(rest, writtenBreakPoints(rest.text), room, measure) ??
        beginningThatFits(rest, breakPoints(rest.text, measure.language), room, measure);
      if (!part && row.segments.length > 0) {
        startRow();
        continue;
      }
      part ??= charactersThatFit(rest, room, measure);
      const begun = { ...rest, text: part.text };
      append(row, begun, pieceWidth(begun, measure));
      rest = { ...rest, text: part.rest };
      if (rest.text === '') return;
      startRow();
    }
    append(row, rest, pieceWidth(rest, measure));
  };

  for (const word of wordsOf(runs, measure)) {
    const room = measure.width - row.width - spaceWidth(word.space);
    if (word.width > measure.width) {
      if (row.segments.length > 0) startRow();
      for (const piece of word.pieces) appendDivided(piece);
      continue;
    }
    if (word.width > room) {
      const [only, ...others] = word.pieces;
      const part =
        only && others.length === 0 ? beginningThatFits(only, writtenBreakPoints(only.text), room, measure) : null;
      if (only && part) {
        appendSpace(word.space);
        const begun = { ...only, text: part.text };
        append(row, begun, pieceWidth(begun, measure));
        startRow();
        const rest = { ...only, text: part.rest };
        append(row, rest, pieceWidth(rest, measure));
        continue;
      }
      startRow();
    } else {
      appendSpace(word.space);
    }
    for (const piece of word.pieces) append(row, piece, pieceWidth(piece, measure));
  }
  return rows;
}

/** Rows of a text in one style. */
export function wrapText(text: string, face: FaceName, measure: Measure): Row[] {
  return wrap([{ text, face, underline: false }], measure);
}
