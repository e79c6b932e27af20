import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createZipFile } from './zip-file.ts';

test('holds every file as it was, and a name that comes again gets a number', async () => {
  const zip = createZipFile();
  const contents = [1, 2, 3].map((byte) => new Uint8Array([byte, byte]));
  for (const content of contents) zip.add('Rechnung.pdf', content);
  zip.add('ohne', new Uint8Array([4]));
  const files = unzipSync(new Uint8Array(await zip.finish().arrayBuffer()));
  expect(Object.keys(files)).toEqual(['Rechnung.pdf', 'Rechnung (2).pdf', 'Rechnung (3).pdf', 'ohne']);
  expect(Object.values(files).map((bytes) => [...bytes])).toEqual([[1, 1], [2, 2], [3, 3], [4]]);
});

test('a file without anything in it is a valid one', async () => {
  expect(unzipSync(new Uint8Array(await createZipFile().finish().arrayBuffer()))).toEqual({});
});
