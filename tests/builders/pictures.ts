import { crc32, deflateSync } from 'node:zlib';

/** How a PNG is written; everything that the format knows. */
export interface PngOptions {
  width: number;
  height: number;
  depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  colourType?: number;
  interlaced?: boolean;
  /** Rows with their filter bytes, pass by pass; zeros when left out. */
  raw?: Uint8Array;
  /** Chunks between header and data. */
  extra?: [type: string, body: Uint8Array][];
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function pngChunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG file. */
export function pngFile(options: PngOptions): Uint8Array<ArrayBuffer> {
  const { width, height, depth = 8, colourType = 2, interlaced = false, extra = [] } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const raw =
    options.raw ?? new Uint8Array(height * (1 + Math.ceil((width * depth * (CHANNELS[colourType] ?? 1)) / 8)));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      pngChunk('IHDR', header),
      ...extra.map(([type, body]) => pngChunk(type, body)),
      pngChunk('IDAT', deflateSync(raw)),
      pngChunk('IEND', new Uint8Array()),
    ]),
  );
}

/** 60 x 24 pixels with a colour that runs and an edge that shines through. */
export function smallPng(red = 15): Uint8Array<ArrayBuffer> {
  const [width, height] = [60, 24];
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([
      Buffer.from([0]),
      ...Array.from({ length: width }, (_, x) => Buffer.from([red, 92, x * 4, y < 2 ? 128 : 255])),
    ]),
  );
  return pngFile({ width, height, colourType: 6, raw: Buffer.concat(rows) });
}

/** The smallest JPEGs there are: one grey field, as real encoders write it; `frame` changes the frame's bytes. */
export function jpegFile({
  marker = 0xc0,
  width = 8,
  height = 8,
  precision = 8,
  channels = 1,
} = {}): Uint8Array<ArrayBuffer> {
  const segment = (code: number, body: number[]): number[] => [
    0xff,
    code,
    (body.length + 2) >> 8,
    (body.length + 2) & 255,
    ...body,
  ];
  const components = Array.from({ length: channels }, (_, at) => [at + 1, 0x11, 0]).flat();
  const scanned = Array.from({ length: channels }, (_, at) => [at + 1, 0]).flat();
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, [...Buffer.from('Exif\0\0GPS of the workshop')]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(marker, [precision, height >> 8, height & 255, width >> 8, width & 255, channels, ...components]),
    ...segment(0xc4, [0x00, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [channels, ...scanned, 0, 63, 0]),
    ...[0x3f, 0xff, 0xd9],
  ]);
}
