import { expect, test } from 'vitest';
import { officeFileName, officeNameOf } from './office-file-name.ts';

test.each([
  ['Büro Kruse', 'Büro Kruse.kontor'],
  ['  Müller & Söhne: Nord ', 'Müller & Söhne- Nord.kontor'],
  ['../../etc/passwd', '-..-etc-passwd.kontor'],
  ['A\\B|C*?', 'A-B-C--.kontor'],
  ['Ende...', 'Ende.kontor'],
  ['.versteckt', 'versteckt.kontor'],
  ['con', 'con_.kontor'],
  ['LPT1', 'LPT1_.kontor'],
  ['Console', 'Console.kontor'],
  // Composed, as every other system writes it.
  ['Bu\u0308ro', 'Büro.kontor'],
])('%j is kept as %j', (office, file) => {
  expect(officeFileName(office)).toBe(file);
});

test.each(['', '   ', '...', '///', '-'])('nothing is left of %j', (office) => {
  expect(officeFileName(office)).toBe('');
});

test.each([
  ['/home/insa/Kontor/Büro Kruse.kontor', 'Büro Kruse'],
  ['C:\\Users\\Insa\\Kontor\\Büro.KONTOR', 'Büro'],
  ['/data/office', 'office'],
  ['plain.kontor', 'plain'],
])('%j is the office %j', (path, name) => {
  expect(officeNameOf(path)).toBe(name);
});
