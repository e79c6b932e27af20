/** A piece of a windowed list: a row that is there, or a gap as high as the rows that are not. */
export type Piece = { kind: 'row'; index: number } | { kind: 'gap'; from: number; height: number };

/** Where rows of these heights begin; the last entry is the height of all of them. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** The row that covers a height, by halving; the nearest one beyond the ends. */
export function rowAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The gap between rows that is nearest to a height: 0 is before the first row. */
export function slotAt(offsets: readonly number[], y: number): number {
  const row = rowAt(offsets, y);
  const middle = ((offsets[row] ?? 0) + (offsets[row + 1] ?? 0)) / 2;
  return y < middle ? row : row + 1;
}

/** The rows between two heights and those that must be there in any case, with gaps for all others. */
export function piecesOf(
  offsets: readonly number[],
  view: { top: number; bottom: number },
  pinned: readonly number[],
): Piece[] {
  const count = offsets.length - 1;
  if (count === 0) return [];
  const shown = new Set(pinned.filter((index) => index >= 0 && index < count));
  for (let index = rowAt(offsets, view.top); index <= rowAt(offsets, view.bottom); index += 1) shown.add(index);
  const pieces: Piece[] = [];
  let next = 0;
  for (const index of [...shown].sort((a, b) => a - b)) {
    if (index > next) pieces.push(gap(offsets, next, index));
    pieces.push({ kind: 'row', index });
    next = index + 1;
  }
  if (next < count) pieces.push(gap(offsets, next, count));
  return pieces;
}

function gap(offsets: readonly number[], from: number, to: number): Piece {
  return { kind: 'gap', from, height: (offsets[to] ?? 0) - (offsets[from] ?? 0) };
}
