import type { HostEvent } from './events.ts';
import type { Reply } from './rpc.ts';

/**
 * What travels between a window and its way in: the messages of the WebSocket, the bridge of the desktop, and the binary
 * form of a message. Bytes travel as they are, never as base64.
 */

/** A window asks; `id` is the window's own count. */
export interface CallMessage {
  id: number;
  name: string;
  input: unknown;
}
export interface ReplyMessage {
  id: number;
  reply: Reply;
}
export interface EventMessage {
  event: WindowEvent;
}
export type ServerMessage = ReplyMessage | EventMessage;

/** What the native menu asks of the window; there is none in the browser. */
export const WINDOW_COMMANDS = [
  'new-invoice',
  'new-office',
  'open-office',
  'open-sample',
  'print',
  'search',
  'settings',
  'keys',
  'toggle-page',
] as const;
export type WindowCommand = (typeof WINDOW_COMMANDS)[number];
/** What a window hears without having asked. */
export type WindowEvent = HostEvent | { topic: 'command'; command: WindowCommand };

/** `window.kontor` of the desktop, exposed by the preload: nothing else crosses. */
export interface Bridge {
  call: (name: string, input: unknown) => Promise<Reply>;
  /** Returns how to stop listening. */
  on: (listener: (event: WindowEvent) => void) => () => void;
}

/** The largest message in bytes: the largest document (20 MB, design section 9) with room for what stands around it. */
export const MAXIMUM_MESSAGE_BYTES = 32 * 1024 * 1024;

/** In browsers and Node alike, but declared by neither for code that runs anywhere. */
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array };
declare const TextDecoder: new (label: 'utf-8', options: { fatal: true }) => { decode: (bytes: Uint8Array) => string };

type Path = readonly (string | number)[];

/** Where bytes stand in the message, and where in the frame behind the header. */
interface Place {
  path: Path;
  length: number;
}

const LENGTH_BYTES = 4;

/**
 * One message as one frame: length of the header (4 bytes), header as JSON, then all bytes one after the other. The header
 * holds the message with null in place of bytes and the list of these places; so no key of a message is reserved.
 */
export function pack(message: CallMessage | ServerMessage): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const places: Place[] = [];
  const plain = liftBytes(message, [], (path, bytes) => {
    parts.push(bytes);
    places.push({ path, length: bytes.byteLength });
  });
  const header = new TextEncoder().encode(JSON.stringify({ message: plain, places }));
  const length = parts.reduce((sum, part) => sum + part.byteLength, LENGTH_BYTES + header.byteLength);
  const frame = new Uint8Array(length);
  new DataView(frame.buffer).setUint32(0, header.byteLength);
  let at = LENGTH_BYTES;
  for (const part of [header, ...parts]) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/**
 * The message of a frame; each byte array gets memory of its own.
 * @throws Error when the bytes are no such frame
 */
export function unpack(frame: Uint8Array): unknown {
  const headerEnd = LENGTH_BYTES + new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0);
  if (headerEnd > frame.byteLength) throw new RangeError('the header is longer than the frame');
  const header = new TextDecoder('utf-8', { fatal: true }).decode(frame.subarray(LENGTH_BYTES, headerEnd));
  const { message, places } = JSON.parse(header) as { message: unknown; places: Place[] };
  let at = headerEnd;
  for (const { path, length } of places) {
    if (!Number.isInteger(length) || length < 0 || at + length > frame.byteLength) {
      throw new RangeError('a byte array lies outside the frame');
    }
    // A copy, because a slice of a Buffer shares its memory.
    putBytes(message, path, new Uint8Array(frame.subarray(at, at + length)));
    at += length;
  }
  if (at !== frame.byteLength) throw new RangeError('the frame is longer than its content');
  return message;
}

/** A copy of a value with null in place of each byte array. */
function liftBytes(value: unknown, path: Path, onBytes: (path: Path, bytes: Uint8Array) => void): unknown {
  if (value instanceof Uint8Array) {
    onBytes(path, value);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => liftBytes(item, [...path, index], onBytes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, liftBytes(item, [...path, key], onBytes)]),
  );
}

/** Only own fields that hold null are filled: a path through `__proto__` would reach every object of the process. */
function putBytes(message: unknown, path: Path, bytes: Uint8Array): void {
  let holder = message;
  for (const key of path.slice(0, -1)) holder = ownField(holder, key);
  const last = path.at(-1);
  if (last === undefined || ownField(holder, last) !== null) throw new RangeError('bytes for a place that is taken');
  (holder as Record<string | number, unknown>)[last] = bytes;
}

function ownField(holder: unknown, key: string | number): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) {
    throw new RangeError('bytes for a place that is not there');
  }
  return (holder as Record<string | number, unknown>)[key];
}
