import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack, type CallMessage } from './wire.ts';

const call = (input: unknown): CallMessage => ({ id: 1, name: 'files.add', input });

/** A frame with a header of our choice, as an attacker would write it. */
function frameOf(header: unknown, bytes: number[] = []): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const frame = new Uint8Array(4 + text.byteLength + bytes.length);
  new DataView(frame.buffer).setUint32(0, text.byteLength);
  frame.set(text, 4);
  frame.set(bytes, 4 + text.byteLength);
  return frame;
}

describe('a message', () => {
  test('comes back as it went, bytes and all', () => {
    const message = call({
      name: 'Rechnung für Müller',
      files: [{ content: new Uint8Array([1, 2, 3]) }, null],
      empty: '',
    });
    expect(unpack(pack(message))).toEqual(message);
  });

  test('comes back for any JSON with bytes anywhere', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '__proto__', 'toString')), tie('node'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (input) => {
        expect(unpack(pack(call(input)))).toEqual(call(input));
      }),
    );
  });

  test('gives each byte array memory of its own, also out of a pooled buffer', () => {
    const frame = Buffer.from(pack(call({ content: Buffer.from('abc') })));
    const { input } = unpack(frame) as { input: { content: Uint8Array } };
    expect(input.content.constructor).toBe(Uint8Array);
    expect([...input.content]).toEqual([97, 98, 99]);
    expect(input.content.buffer.byteLength).toBe(3);
  });

  test('costs no base64: 1 MB more is 1 MB more', () => {
    const one = pack(call({ content: new Uint8Array(1_000_000) })).byteLength;
    const two = pack(call({ content: new Uint8Array(2_000_000) })).byteLength;
    expect(two - one).toBe(1_000_000);
  });
});

describe('a frame is refused', () => {
  const message = call({ content: null });
  const place = { path: ['input', 'content'], length: 2 };

  test.each([
    ['without a length', new Uint8Array([0, 0])],
    ['with a header beyond its end', new Uint8Array([0, 0, 1, 0, 123])],
    ['with a header that is no JSON', new Uint8Array([0, 0, 0, 1, 123])],
    ['with a header that is no UTF-8', new Uint8Array([0, 0, 0, 1, 255])],
    ['without places', frameOf({ message })],
    ['with bytes beyond its end', frameOf({ message, places: [place] }, [1])],
    ['with more bytes than places', frameOf({ message, places: [place] }, [1, 2, 3])],
    ['with a negative length', frameOf({ message, places: [{ ...place, length: -1 }] })],
    ['with bytes for no place', frameOf({ message, places: [{ path: ['input', 'other'], length: 2 }] }, [1, 2])],
    ['with bytes for the whole message', frameOf({ message, places: [{ path: [], length: 2 }] }, [1, 2])],
    ['with bytes in place of a value', frameOf({ message, places: [{ path: ['name'], length: 2 }] }, [1, 2])],
  ])('%s', (_title, frame) => {
    expect(() => unpack(frame)).toThrow();
  });

  test.each([[['__proto__', 'polluted']], [['__proto__', '__proto__']], [['constructor', 'arguments']]])(
    'with a path to what all objects share: %j',
    (path) => {
      expect(() => unpack(frameOf({ message: {}, places: [{ path, length: 1 }] }, [1]))).toThrow('not there');
      expect('polluted' in {}).toBe(false);
    },
  );
});
