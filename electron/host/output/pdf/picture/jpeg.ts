import { assertSize, PictureError } from './picture-error.ts';

/** A JPEG as PDF takes it: the file itself without what is not the picture. */
export interface JpegPicture {
  width: number;
  height: number;
  channels: 1 | 3;
  bytes: Uint8Array;
}

const END = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
/** Adobe's segment says whether three colours are RGB or YCbCr; without it a reader would guess wrong. */
const ADOBE = 0xee;
/** Baseline, extended and progressive Huffman: what PDF's DCTDecode reads (ISO 32000-1, 7.4.8). */
const READABLE_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker);
/** Camera, place and thumbnail must not travel with every invoice. */
const isForeign = (marker: number): boolean =>
  marker === COMMENT || (marker >= 0xe1 && marker <= 0xef && marker !== ADOBE);

/** Where the coded picture data that begin at `from` end: at the next marker that is not part of them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const belongsToScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!belongsToScan) return at;
  }
  throw new PictureError('picture-damaged');
}

function readFrame(marker: number, segment: Uint8Array): Omit<JpegPicture, 'bytes'> {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  if (segment.length < 6) throw new PictureError('picture-damaged');
  const channels = view.getUint8(5);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  assertSize(width, height);
  if (channels === 4) throw new PictureError('picture-cmyk');
  const isReadable = READABLE_FRAMES.has(marker) && view.getUint8(0) === 8 && (channels === 1 || channels === 3);
  if (!isReadable) throw new PictureError('picture-jpeg-kind');
  return { width, height, channels: channels === 1 ? 1 : 3 };
}

/**
 * Walks through a JPEG from its first to its last marker and leaves out what is not the picture.
 * @throws PictureError
 */
export function readJpeg(content: Uint8Array): JpegPicture {
  const kept: Uint8Array[] = [content.subarray(0, 2)];
  let frame: Omit<JpegPicture, 'bytes'> | null = null;
  let hasScan = false;
  let at = 2;
  for (;;) {
    while (content[at] === 0xff && content[at + 1] === 0xff) at += 1;
    const marker = content[at + 1];
    if (content[at] !== 0xff || marker === undefined) throw new PictureError('picture-damaged');
    if (marker === END) break;
    const length = ((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > content.length) throw new PictureError('picture-damaged');
    if (isFrame(marker)) frame = readFrame(marker, content.subarray(at + 4, end));
    if (marker === START_OF_SCAN) {
      hasScan = true;
      end = endOfScan(content, end);
    }
    if (!isForeign(marker)) kept.push(content.subarray(at, end));
    at = end;
  }
  if (frame === null || !hasScan) throw new PictureError('picture-damaged');
  kept.push(content.subarray(at, at + 2));
  return { ...frame, bytes: new Uint8Array(Buffer.concat(kept)) };
}
