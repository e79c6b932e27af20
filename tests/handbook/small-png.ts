/** Screenshots are small when they have a palette: what a window shows are a few colours and their edges. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

interface Pixels {
  width: number;
  height: number;
  /** One number `0xRRGGBB` per pixel. */
  colours: Uint32Array;
}

/** The same picture with at most 256 colours: the most frequent ones, and for each other one the nearest of them. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colours } = readPixels(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = byCount.slice(0, MOST_COLOURS);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of byCount.slice(MOST_COLOURS)) indexes.set(colour, nearest(palette, colour));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1) {
    // Each row begins with its filter: none.
    rows[at + Math.floor(at / width) + 1] = indexes.get(colours[at] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => parts(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = parts(colour);
  let best = 0;
  let least = Infinity;
  palette.forEach((other, index) => {
    const [r, g, b] = parts(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(8 + named.length);
  frame.writeUInt32BE(body.length, 0);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), 4 + named.length);
  return frame;
}

/** Reads what Chromium writes: eight bits, with or without an alpha that is full anyway. */
function readPixels(png: Buffer): Pixels {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]];
  if (png[24] !== 8 || (type !== 2 && type !== 6)) throw new Error('no screenshot');
  const size = type === 6 ? 4 : 3;
  const bytes = inflateSync(Buffer.concat(data));
  const stride = width * size;
  const colours = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = bytes.subarray(start + 1, start + 1 + stride);
    unfilter(bytes[start] ?? 0, row, above, size);
    for (let x = 0; x < width; x += 1) colours[y * width + x] = row.readUIntBE(x * size, 3);
    above = row;
  }
  return { width, height, colours };
}

function unfilter(filter: number, row: Buffer, above: Buffer, size: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = row[at - size] ?? 0;
    const up = above[at] ?? 0;
    const corner = above[at - size] ?? 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[at] = (row[at] ?? 0) + predicted;
  }
}

/** The nearest of left, above and upper left to their gradient (PNG, 9.4). */
function paeth(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
