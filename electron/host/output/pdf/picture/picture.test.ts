import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { jpegFile, pngChunk, pngFile, smallPng } from '../../../../../tests/builders/pictures.ts';
import { inspectPicture, readPicture } from './picture.ts';
import { PictureError } from './picture-error.ts';
import { decodePng } from './png.ts';

function ruleOf(content: Uint8Array): string {
  try {
    inspectPicture(content);
    return '';
  } catch (error) {
    if (error instanceof PictureError) return error.rule;
    throw error;
  }
}

/** Rows of four bytes a pixel, filtered as the format says (PNG, 9.2), independent of the reader. */
function filtered(rows: number[][], filter: number): Uint8Array {
  const step = 4;
  return Buffer.concat(
    rows.map((row, y) =>
      Buffer.from([
        filter,
        ...row.map((value, at) => {
          const [a, b, c] = [row[at - step] ?? 0, rows[y - 1]?.[at] ?? 0, rows[y - 1]?.[at - step] ?? 0];
          const nearest = [a, b, c].sort((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q) || 0);
          const order = [a, b, c].find((p) => Math.abs(a + b - c - p) === Math.abs(a + b - c - (nearest[0] ?? 0))) ?? 0;
          return (value - ([0, a, b, Math.floor((a + b) / 2), order][filter] ?? 0)) & 255;
        }),
      ]),
    ),
  );
}

describe('a PNG', () => {
  const picture = fc.integer({ min: 1, max: 9 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width * 4, maxLength: width * 4 }), {
      minLength: 1,
      maxLength: 9,
    }),
  );

  test('with any filter is read exactly', () => {
    fc.assert(
      fc.property(picture, fc.integer({ min: 0, max: 4 }), (rows, filter) => {
        const [width, height] = [(rows[0]?.length ?? 0) / 4, rows.length];
        const { rgba } = decodePng(pngFile({ width, height, colourType: 6, raw: filtered(rows, filter) }));
        expect([...rgba]).toEqual(rows.flat());
      }),
    );
  });

  test('interlaced is the same picture', () => {
    const starts = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]]; // prettier-ignore
    fc.assert(
      fc.property(picture, (rows) => {
        const [width, height] = [(rows[0]?.length ?? 0) / 4, rows.length];
        const passes = starts.map(([left = 0, top = 0, across = 1, down = 1]) =>
          rows
            .filter((_, y) => y >= top && (y - top) % down === 0)
            .map((row) => row.filter((_, at) => at >> 2 >= left && ((at >> 2) - left) % across === 0))
            .filter((row) => row.length > 0),
        );
        const raw = Buffer.concat(passes.map((pass) => filtered(pass, 4)));
        const { rgba } = decodePng(pngFile({ width, height, colourType: 6, interlaced: true, raw }));
        expect([...rgba]).toEqual(rows.flat());
      }),
    );
  });

  test.each<[string, Parameters<typeof pngFile>[0], number[]]>([
    [
      'grey of 1 bit',
      { width: 3, height: 1, depth: 1, colourType: 0, raw: Uint8Array.of(0, 0b10100000) },
      [255, 0, 255],
    ],
    ['grey of 4 bits', { width: 2, height: 1, depth: 4, colourType: 0, raw: Uint8Array.of(0, 0xf5) }, [255, 85]],
    ['grey of 16 bits', { width: 1, height: 1, depth: 16, colourType: 0, raw: Uint8Array.of(0, 0xab, 0xcd) }, [0xab]],
    ['RGB of 16 bits', { width: 1, height: 1, depth: 16, colourType: 2, raw: Uint8Array.of(0, 7, 0, 7, 9, 7, 9) }, [7]],
    [
      'a palette of 2 bits',
      {
        ...{ width: 2, height: 1, depth: 2, colourType: 3, raw: Uint8Array.of(0, 0b01000000) },
        extra: [['PLTE', Uint8Array.of(9, 9, 9, 30, 30, 30)]],
      },
      [30, 9],
    ],
  ])('%s', (_what, options, reds) => {
    const { rgba } = decodePng(pngFile(options));
    expect(reds.map((_, at) => rgba[at * 4])).toEqual(reds);
    expect(rgba[3]).toBe(255);
  });

  test('one colour, or single entries of the palette, shine through', () => {
    const grey = { width: 2, height: 1, colourType: 0, raw: Uint8Array.of(0, 10, 20) };
    const clear = decodePng(pngFile({ ...grey, extra: [['tRNS', Uint8Array.of(0, 10)]] }));
    expect([clear.rgba[3], clear.rgba[7]]).toEqual([0, 255]);
    const palette = decodePng(
      pngFile({
        ...{ width: 2, height: 1, colourType: 3, raw: Uint8Array.of(0, 0, 1) },
        extra: [
          ['PLTE', Uint8Array.of(1, 2, 3, 4, 5, 6)],
          ['tRNS', Uint8Array.of(77)],
        ],
      }),
    );
    expect([palette.rgba[3], palette.rgba[7]]).toEqual([77, 255]);
  });

  test('cut off anywhere, or with any byte changed, is damaged and never read wrongly', () => {
    const sound = smallPng();
    for (let length = 8; length < sound.length; length += 7) {
      expect([length, ruleOf(sound.slice(0, length))]).toEqual([length, 'picture-damaged']);
    }
    for (let at = 8; at < sound.length; at += 3) {
      const changed = sound.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      expect([at, ruleOf(changed)]).toEqual([at, expect.stringMatching(/^picture-/)]);
    }
  });

  test('that unpacks to more than its size says is refused, and too many pixels before anything is unpacked', () => {
    expect(ruleOf(pngFile({ width: 2, height: 2, raw: new Uint8Array(50_000_000) }))).toBe('picture-damaged');
    expect(ruleOf(pngFile({ width: 4001, height: 1, raw: Uint8Array.of(0) }))).toBe('picture-too-large');
    expect(ruleOf(pngFile({ width: 1, height: 2 ** 31, raw: Uint8Array.of(0) }))).toBe('picture-too-large');
    expect(ruleOf(pngFile({ width: 0, height: 1, raw: Uint8Array.of(0) }))).toBe('picture-damaged');
    expect(
      ruleOf(Buffer.concat([pngFile({ width: 1, height: 1 }).slice(0, 8), pngChunk('IDAT', Uint8Array.of(0))])),
    ).toBe('picture-damaged');
  });

  test('has no more pixels in the document than can be printed, and the same bytes each time', () => {
    const large = pngFile({ width: 4000, height: 1000, colourType: 0 });
    const { colours, alpha } = readPicture(large);
    expect(colours).toMatchObject({ width: 2000, height: 500, colourSpace: 'DeviceGray', filter: 'FlateDecode' });
    expect(alpha).toBeNull();
    expect(readPicture(smallPng())).toEqual(readPicture(smallPng()));
    expect(readPicture(smallPng()).alpha).toMatchObject({ width: 60, height: 24, colourSpace: 'DeviceGray' });
  });

  test('of the demo office is one', () => {
    const logo = readFileSync(new URL('../../../../../resources/demo/logo.png', import.meta.url));
    expect(logo.length).toBeLessThan(20_000);
    expect(inspectPicture(logo)).toEqual({ type: 'png', width: 490, height: 200 });
  });
});

describe('a JPEG', () => {
  test('goes into the document as it is, without what tells of camera and place', () => {
    const content = jpegFile({ channels: 3 });
    expect(inspectPicture(content)).toEqual({ type: 'jpeg', width: 8, height: 8 });
    const { colours, alpha } = readPicture(content);
    expect(colours).toMatchObject({ colourSpace: 'DeviceRGB', filter: 'DCTDecode' });
    expect(alpha).toBeNull();
    expect(Buffer.from(content).toString('latin1')).toContain('GPS');
    expect(Buffer.from(colours.bytes).toString('latin1')).not.toContain('GPS');
    expect(readPicture(jpegFile()).colours.colourSpace).toBe('DeviceGray');
  });

  test.each([
    ['for a printing house', jpegFile({ channels: 4 }), 'picture-cmyk'],
    ['of 12 bits', jpegFile({ precision: 12 }), 'picture-jpeg-kind'],
    ['without loss', jpegFile({ marker: 0xc3 }), 'picture-jpeg-kind'],
    ['with arithmetic coding', jpegFile({ marker: 0xc9 }), 'picture-jpeg-kind'],
    ['too large', jpegFile({ width: 5000 }), 'picture-too-large'],
    ['without rows', jpegFile({ height: 0 }), 'picture-damaged'],
    ['cut off', jpegFile().slice(0, -2), 'picture-damaged'],
    ['cut off early', jpegFile().slice(0, 60), 'picture-damaged'],
    ['with nothing in it', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'picture-damaged'],
  ])('%s is refused', (_what, content, rule) => {
    expect(ruleOf(content)).toBe(rule);
  });

  test('progressive is fine', () => {
    expect(ruleOf(jpegFile({ marker: 0xc2 }))).toBe('');
  });
});

test.each([
  ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-svg'],
  ['a GIF by another name', Buffer.from('GIF89a'), 'picture-format'],
  ['nothing', new Uint8Array(), 'picture-format'],
])('%s is no logo', (_what, content, rule) => {
  expect(ruleOf(content)).toBe(rule);
});

test('whatever the bytes are, they are read or refused with a rule', () => {
  const mangled = fc.tuple(
    fc.constantFrom(smallPng(), jpegFile({ channels: 3 })),
    fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  );
  fc.assert(
    fc.property(mangled, ([content, changes]) => {
      const bytes = content.slice();
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      expect(ruleOf(bytes)).toMatch(/^(?:picture-[a-z-]+)?$/);
    }),
    { numRuns: 2_000 },
  );
});
