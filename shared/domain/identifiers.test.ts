import { describe, expect, test } from 'vitest';
import {
  isBic,
  isEmail,
  isGermanTaxNumber,
  isIban,
  isLeitwegId,
  isPhone,
  isVatId,
  normaliseIban,
  normaliseVatId,
} from './identifiers.ts';

/** Every text that differs from the given one in one digit. */
function withOneDigitChanged(text: string): string[] {
  return [...text].flatMap((character, index) =>
    /\d/.test(character)
      ? [...'0123456789']
          .filter((digit) => digit !== character)
          .map((digit) => text.slice(0, index) + digit + text.slice(index + 1))
      : [],
  );
}

describe('Leitweg-ID', () => {
  test.each(['04011000-12345-03', '992-90009-96', '09-71', '08-A9-21', '08-a9-21'])('[F5.14] %s is one', (text) => {
    expect(isLeitwegId(text)).toBe(true);
  });

  test('[F5.14] no single wrong digit passes, nor two neighbours exchanged', () => {
    const right = '04011000-12345-03';
    expect(withOneDigitChanged(right).filter(isLeitwegId)).toEqual([]);
    const exchanged = [...right].flatMap((character, index) => {
      const next = right[index + 1] ?? character;
      if (next === character || character === '-' || next === '-') return [];
      return [right.slice(0, index) + next + character + right.slice(index + 2)];
    });
    expect(exchanged.filter(isLeitwegId)).toEqual([]);
  });

  test.each([
    '',
    '04011000',
    '0-12345-03',
    '04011000-12345',
    '04011000--03',
    '04011000-12_45-03',
    '04011000-12345-3',
    ' 04011000-12345-03',
    '04011000-12345-03\n',
    `04-${'1'.repeat(31)}-00`,
    '04011000-12345-100',
    '4A-12345-03',
    '05766008200831-A-20',
  ])('[F5.14] %j is none', (text) => {
    expect(isLeitwegId(text)).toBe(false);
  });

  test('check digits that cannot be given do not pass, though their remainder is right', () => {
    const candidates = Array.from({ length: 1_000 }, (_, index) => `${10 + index}`);
    const impossible = candidates.flatMap((coarse) => [`${coarse}-00`, `${coarse}-01`, `${coarse}-99`]);
    expect(impossible.filter(isLeitwegId)).toEqual([]);
    const possible = candidates.flatMap((coarse) =>
      Array.from({ length: 97 }, (_, n) => `${coarse}-${String(n + 2).padStart(2, '0')}`),
    );
    expect(possible.filter(isLeitwegId)).toHaveLength(candidates.length);
  });
});

describe('IBAN and BIC', () => {
  test.each([
    'DE89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
    'de89370400440532013000',
    'AT611904300234573201',
    'CH9300762011623852957',
    'FR1420041010050500013M02606',
    'NL91ABNA0417164300',
    'GB29NWBK60161331926819',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'BE68539007547034',
    'PL61109010140000071219812874',
    'SE4550000000058398257466',
    'DK5000400440116243',
    'CZ6508000000192000145399',
  ])('%s is an IBAN', (text) => {
    expect(isIban(text)).toBe(true);
  });

  test('no single wrong digit passes', () => {
    expect(withOneDigitChanged('DE89370400440532013000').filter(isIban)).toEqual([]);
  });

  test.each([
    '',
    'DE',
    'DE8937040044053201300',
    'DE863704004405320130',
    'DE893704004405320130000',
    'XX89370400440532013000',
    'DE8937040044053201300O',
    'US89370400440532013000',
    'DE89-3704-0044-0532-0130-00',
  ])('%j is none', (text) => {
    expect(isIban(text)).toBe(false);
  });

  test('an IBAN is stored without spaces and in capitals', () => {
    expect(normaliseIban(' de89 3704\u00a00044 0532 0130 00 ')).toBe('DE89370400440532013000');
  });

  test('BIC', () => {
    expect(['COBADEFF', 'COBADEFFXXX', 'cobadeffxxx'].every(isBic)).toBe(true);
    expect(['', 'COBADEF', 'COBADEFFX', 'COBADEFFXXXX', 'COBA1EFF', 'COBA DEFF'].some(isBic)).toBe(false);
  });
});

describe('VAT id and Steuernummer', () => {
  test.each([
    'DE136695976',
    'DE 136 695 976',
    'DE811527817',
    'ATU12345678',
    'CHE-123.456.788 MWST',
    'FRXX123456789',
    'NL123456789B01',
    'EL123456789',
    'ESB12345678',
    'IE1234567WA',
    'BE0123456789',
    'SE123456789001',
    'XI123456789',
    'IT12345678901',
  ])('%s can be a VAT id', (text) => {
    expect(isVatId(text)).toBe(true);
  });

  test.each([
    '',
    'DE',
    'DE136695975',
    'DE036695976',
    'DE13669597',
    'DE1366959760',
    'GR123456789',
    'AT12345678',
    'US123456789',
    '136695976',
    'SE123456789002',
    'DE13669597A',
  ])('%j cannot', (text) => {
    expect(isVatId(text)).toBe(false);
  });

  test('no single wrong digit passes in a German one', () => {
    expect(withOneDigitChanged('DE136695976').filter(isVatId)).toEqual([]);
  });

  test('a VAT id is stored without separators and in capitals', () => {
    expect(normaliseVatId(' de 136.695-976 ')).toBe('DE136695976');
  });

  test('Steuernummer in its local forms', () => {
    expect(
      ['21/815/08150', '093/815/08152', '181/815/08155', '2893081508152', '1121081508150', '93815 08152'].every(
        isGermanTaxNumber,
      ),
    ).toBe(true);
    expect(
      ['', '123456789', '12345678901234', '21/815/0815A', '/2181508150', '21//815/08150', 'DE136695976'].some(
        isGermanTaxNumber,
      ),
    ).toBe(false);
  });
});

describe('e-mail and telephone', () => {
  test.each([
    'rechnung@kontor.de',
    'a@b.de',
    'vorname.nachname+kontor@post.büro.example',
    "o'neil@example.com",
    'x_y-z@a-b.co',
  ])('%s is an address', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  test.each([
    '',
    'kontor',
    '@kontor.de',
    'a@',
    'a@b',
    'a@b.',
    'a@.de',
    'a@b..de',
    'a b@c.de',
    'a@b c.de',
    'a@b@c.de',
    '.a@b.de',
    'a.@b.de',
    'a..b@c.de',
    'a@b.d',
    'a,b@c.de',
    '<a@b.de>',
    'a@b.de\n',
    'a@b.de;c@d.de',
    '"a"@b.de',
    `${'a'.repeat(250)}@b.de`,
  ])('%j is none', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  test('an endless text is refused at once', () => {
    const start = performance.now();
    expect(isEmail(`${'a.'.repeat(100_000)}@`)).toBe(false);
    expect(isEmail(`a@${'a.'.repeat(120)}!`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('a telephone number has at least three digits', () => {
    expect(['+49 30 123456', '110', '1-1-2', '(0 30) 12'].every(isPhone)).toBe(true);
    expect(['', '12', 'keines', '+4-9'].some(isPhone)).toBe(false);
  });
});
