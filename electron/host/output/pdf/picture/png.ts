import { crc32, inflateSync } from 'node:zlib';
import { assertSize, PictureError } from './picture-error.ts';

/** Four bytes a pixel: red, green, blue, alpha. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

interface Header {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  colourType: number;
  interlaced: boolean;
}

interface PngFile {
  header: Header;
  palette: Uint8Array;
  /** tRNS: alpha of the palette, or the one colour that is transparent. */
  transparency: Uint8Array | null;
  data: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Adam7: first column and row of each pass, and the steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

function damaged(): never {
  throw new PictureError('picture-damaged');
}

/** Reads the chunks and proves their checksums; the size is checked before anything is unpacked. */
function readFile(content: Uint8Array): PngFile {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const data: Uint8Array[] = [];
  let header: Header | null = null;
  let palette = new Uint8Array();
  let transparency: Uint8Array | null = null;
  for (let at = 8; ;) {
    if (at + 12 > content.length) damaged();
    const length = view.getUint32(at);
    if (at + 12 + length > content.length) damaged();
    const type = String.fromCharCode(...content.subarray(at + 4, at + 8));
    const body = content.subarray(at + 8, at + 8 + length);
    if (crc32(content.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) damaged();
    if (header === null) header = type === 'IHDR' ? readHeader(body) : damaged();
    if (type === 'PLTE') palette = new Uint8Array(body);
    else if (type === 'tRNS') transparency = body;
    else if (type === 'IDAT') data.push(body);
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  return { header, palette, transparency, data: Buffer.concat(data) };
}

function readHeader(body: Uint8Array): Header {
  if (body.length !== 13) damaged();
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colourType = 0, compression, filter, interlace] = body.subarray(8);
  if (!DEPTHS[colourType]?.includes(depth) || compression !== 0 || filter !== 0) damaged();
  if (interlace !== 0 && interlace !== 1) damaged();
  assertSize(width, height);
  return { width, height, depth, colourType, interlaced: interlace === 1 };
}

/** The nearest of left, above and upper left to their gradient (PNG, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [byLeft, byAbove, byCorner] = [
    Math.abs(estimate - left),
    Math.abs(estimate - above),
    Math.abs(estimate - corner),
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** Undoes the filter of a row in place; `above` is the row before, or zeros. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < step ? 0 : (row[at - step] ?? 0);
    const up = above[at] ?? 0;
    const value = row[at] ?? 0;
    if (filter === 1) row[at] = value + left;
    else if (filter === 2) row[at] = value + up;
    else if (filter === 3) row[at] = value + ((left + up) >> 1);
    else if (filter === 4) row[at] = value + paeth(left, up, at < step ? 0 : (above[at - step] ?? 0));
    else if (filter !== 0) damaged();
  }
}

/** Reads one pixel of a row into four bytes. */
type PixelReader = (row: Uint8Array, column: number, rgba: Uint8Array, target: number) => void;

function pixelReader({ header, palette, transparency }: PngFile): PixelReader {
  const { depth, colourType } = header;
  const channels = CHANNELS[colourType] ?? 1;
  const largest = 2 ** depth - 1;
  const raw = (row: Uint8Array, index: number): number => {
    if (depth === 8) return row[index] ?? 0;
    if (depth === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
    const bit = index * depth;
    return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & largest;
  };
  const byte = (value: number): number => (depth === 16 ? value >> 8 : Math.round((value * 255) / largest));
  if (colourType === 3) {
    return (row, column, rgba, target) => {
      const index = raw(row, column);
      if (index * 3 + 2 >= palette.length) damaged();
      for (let channel = 0; channel < 3; channel += 1) rgba[target + channel] = palette[index * 3 + channel] ?? 0;
      rgba[target + 3] = transparency?.[index] ?? 255;
    };
  }
  const isGrey = channels < 3;
  const colours = isGrey ? 1 : 3;
  const clear =
    transparency === null
      ? null
      : Array.from(
          { length: colours },
          (_, at) => ((transparency[at * 2] ?? 0) << 8) | (transparency[at * 2 + 1] ?? 0),
        );
  return (row, column, rgba, target) => {
    const first = column * channels;
    let isClear = clear !== null;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = raw(row, first + (isGrey ? 0 : channel));
      if (clear !== null && value !== clear[isGrey ? 0 : channel]) isClear = false;
      rgba[target + channel] = byte(value);
    }
    const alpha = channels === 2 || channels === 4 ? byte(raw(row, first + channels - 1)) : 255;
    rgba[target + 3] = isClear ? 0 : alpha;
  };
}

/**
 * Unpacks a PNG of any kind, interlaced and 16 bit too; colour profiles and gamma are left out, because a logo's colours
 * mean sRGB.
 * @throws PictureError
 */
export function decodePng(content: Uint8Array): Pixels {
  const file = readFile(content);
  const { width, height, depth, colourType, interlaced } = file.header;
  const bits = depth * (CHANNELS[colourType] ?? 1);
  const step = Math.max(1, bits >> 3);
  const passes = (interlaced ? PASSES : WHOLE)
    .map(([left, top, across, down]) => ({
      ...{ left, top, across, down },
      columns: Math.ceil((width - left) / across),
      rows: Math.ceil((height - top) / down),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  const rowLength = (columns: number): number => Math.ceil((columns * bits) / 8);
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (rowLength(columns) + 1), 0);
  const raw = unpack(file.data, size);
  const readPixel = pixelReader(file);
  const rgba = new Uint8Array(width * height * 4);
  let at = 0;
  for (const { left, top, across, down, columns, rows } of passes) {
    const length = rowLength(columns);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row += 1) {
      const bytes = raw.subarray(at + 1, at + 1 + length);
      unfilter(raw[at] ?? 0, bytes, above, step);
      const line = (top + row * down) * width;
      for (let column = 0; column < columns; column += 1) {
        readPixel(bytes, column, rgba, (line + left + column * across) * 4);
      }
      above = bytes;
      at += length + 1;
    }
  }
  return { width, height, rgba };
}

/** Exactly `size` bytes: a stream that gives more is a bomb, one that gives less is cut off. */
function unpack(data: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  try {
    const raw = inflateSync(data, { maxOutputLength: size });
    return raw.length === size ? new Uint8Array(raw.buffer, raw.byteOffset, raw.length) : damaged();
  } catch {
    return damaged();
  }
}
