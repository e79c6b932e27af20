import * as z from 'zod';

/** Bytes in memory (desktop, browser, command line with `$file`). */
const inMemory = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * A view of its own memory. A small Buffer is a window on a pool of 8 KB that may hold secrets;
 * structured clone would send the whole pool.
 */
function ownMemory(value: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value);
}

/** Bytes in a call: a Uint8Array, or base64 text from a JSON transport. */
export const bytes = z.union([inMemory.transform(ownMemory), z.base64().transform(fromBase64)], {
  error: 'bytes',
});

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(z.util.base64ToUint8Array(text));
}

/** Whether a schema is the in-memory half of `bytes`; JSON Schema cannot say that one. */
export function isInMemoryBytes(schema: unknown): boolean {
  return schema === inMemory;
}
