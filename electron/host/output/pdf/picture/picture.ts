import { zlibSync } from 'fflate';
import { readJpeg } from './jpeg.ts';
import { PictureError } from './picture-error.ts';
import { decodePng, type Pixels } from './png.ts';

/** What a picture file is. */
export interface PictureFacts {
  type: 'png' | 'jpeg';
  /** In pixels. */
  width: number;
  height: number;
}

/** Samples as a PDF stream holds them. */
export interface PixelStream {
  width: number;
  height: number;
  colourSpace: 'DeviceRGB' | 'DeviceGray';
  filter: 'FlateDecode' | 'DCTDecode';
  bytes: Uint8Array;
}

/** A picture ready to be written into any number of documents. */
export interface Picture {
  colours: PixelStream;
  /** Null where nothing shines through. */
  alpha: PixelStream | null;
}

/** 65 x 25 mm at 600 dots per inch: more pixels cannot be printed and would swell every invoice. */
const PRINTED = { width: 1535, height: 590 } as const;

const SIGNATURES = { png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], jpeg: [0xff, 0xd8, 0xff] } as const;

/**
 * What kind of picture this is, by its first bytes and not by its name.
 * @throws PictureError `picture-svg`, `picture-format`
 */
function typeOf(content: Uint8Array): PictureFacts['type'] {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, at) => content[at] === byte);
  if (begins(SIGNATURES.png)) return 'png';
  if (begins(SIGNATURES.jpeg)) return 'jpeg';
  const start = Buffer.from(content.subarray(0, 1000)).toString('latin1');
  throw new PictureError(/<svg[\s>]/u.test(start) ? 'picture-svg' : 'picture-format');
}

/**
 * Reads a picture completely and says what it is.
 * @throws PictureError
 */
export function inspectPicture(content: Uint8Array): PictureFacts {
  const type = typeOf(content);
  const { width, height } = type === 'png' ? decodePng(content) : readJpeg(content);
  return { type, width, height };
}

/**
 * The streams that a PDF shows a picture with. The same file gives the same bytes for ever.
 * @throws PictureError
 */
export function readPicture(content: Uint8Array): Picture {
  if (typeOf(content) === 'png') return compressed(reduced(decodePng(content)));
  const { width, height, channels, bytes } = readJpeg(content);
  const colourSpace = channels === 1 ? 'DeviceGray' : 'DeviceRGB';
  return { colours: { width, height, colourSpace, filter: 'DCTDecode', bytes }, alpha: null };
}

/** Averages squares of pixels to one, in whole numbers, until no more pixels than can be printed are left. */
function reduced(pixels: Pixels): Pixels {
  const factor = Math.floor(Math.max(pixels.width / PRINTED.width, pixels.height / PRINTED.height));
  if (factor < 2) return pixels;
  const width = Math.ceil(pixels.width / factor);
  const height = Math.ceil(pixels.height / factor);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) averageSquare(pixels, x * factor, y * factor, factor, rgba, (y * width + x) * 4);
  }
  return { width, height, rgba };
}

function averageSquare(
  { width, height, rgba: source }: Pixels,
  left: number,
  top: number,
  factor: number,
  rgba: Uint8Array,
  target: number,
): void {
  let [red, green, blue, alpha, count] = [0, 0, 0, 0, 0];
  for (let y = top; y < Math.min(top + factor, height); y += 1) {
    for (let x = left; x < Math.min(left + factor, width); x += 1) {
      const at = (y * width + x) * 4;
      const weight = source[at + 3] ?? 0;
      red += (source[at] ?? 0) * weight;
      green += (source[at + 1] ?? 0) * weight;
      blue += (source[at + 2] ?? 0) * weight;
      alpha += weight;
      count += 1;
    }
  }
  if (alpha === 0) return;
  rgba[target] = Math.round(red / alpha);
  rgba[target + 1] = Math.round(green / alpha);
  rgba[target + 2] = Math.round(blue / alpha);
  rgba[target + 3] = Math.round(alpha / count);
}

/** Compressed in JavaScript, because zlib's output differs between versions and processors. */
function compressed({ width, height, rgba }: Pixels): Picture {
  const count = width * height;
  let isGrey = true;
  let isOpaque = true;
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) isGrey = false;
    if (rgba[at + 3] !== 255) isOpaque = false;
  }
  const channels = isGrey ? 1 : 3;
  const samples = new Uint8Array(count * channels);
  const alpha = new Uint8Array(isOpaque ? 0 : count);
  for (let pixel = 0; pixel < count; pixel += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      samples[pixel * channels + channel] = rgba[pixel * 4 + channel] ?? 0;
    }
    if (!isOpaque) alpha[pixel] = rgba[pixel * 4 + 3] ?? 0;
  }
  const stream = (bytes: Uint8Array, colourSpace: PixelStream['colourSpace']): PixelStream => ({
    ...{ width, height, colourSpace, filter: 'FlateDecode' },
    bytes: zlibSync(bytes),
  });
  return {
    colours: stream(samples, isGrey ? 'DeviceGray' : 'DeviceRGB'),
    alpha: isOpaque ? null : stream(alpha, 'DeviceGray'),
  };
}
