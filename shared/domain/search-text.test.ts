import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchTerms, searchText } from './search-text.ts';

/** Whether a search for the term finds a text, as both sides of the index compare. */
const finds = (term: string, ...fields: string[]): boolean =>
  searchTerms(term).some((wanted) => searchText(...fields).includes(wanted));

describe('a term finds a text', () => {
  test.each([
    ['müller', 'Müller'],
    ['Muller', 'Müller'],
    ['MUELLER', 'Müller'],
    ['Müller', 'Mueller & Söhne'],
    ['müller', 'MULLER'],
    ['mu\u0308ller', 'Müller'],
    ['soehne', 'Söhne'],
    ['israel', 'Israel'],
    ['ael', 'Israel'],
    ['el', 'Michael'],
    ['er', 'Neue Steuer'],
    ['strasse', 'Hauptstraße 5'],
    ['STRASSE', 'Hauptstraße 5'],
    ['straße', 'Hauptstrasse 5'],
    ['cafe', 'Café Ångström'],
    ['ångstrom', 'Café Ångström'],
    ['smorrebrod', 'Smørrebrød'],
    ['smoerre', 'Smørrebrød'],
    ['m2', '20 m² Fläche'],
    ['a b', 'a\u00a0 \u2003b'],
    ['100%', '100% Wolle'],
    ['"x" or', 'Das "X" OR y'],
    ["o'n", "O'Neill*"],
    ['n*', "O'Neill 100_n*"],
    ['re-2026-00', 'RE-2026-0041'],
    ['🦊', 'Fuchs 🦊'],
  ])('%s in %s', (term, text) => expect(finds(term, text)).toBe(true));

  test.each([
    ['neue', 'Neubau'],
    ['ae', 'Halle'],
    ['%', 'Wolle'],
    ['_', 'Wolle'],
    ['wartung 1', 'Wartung'],
    ['\u0301', 'Café'],
    ['   ', 'a b'],
  ])('but not %s in %s', (term, text) => expect(finds(term, text)).toBe(false));
});

test('no hit reaches from one field into the next', () => {
  expect(searchText('Wartung', 'RE-1')).toBe('wartung\nre-1');
  expect(finds('wartung re', 'Wartung', 'RE-1')).toBe(false);
  expect(searchText('', 'RE-1')).toBe('re-1');
});

const word = fc.string({
  unit: fc.constantFrom(...'aäAeEuüUÜoößsSn é-0.'.split(''), 'ß', 'ø', 'e\u0301', '🦊'),
  maxLength: 12,
});

test('every part of a text is found in it, and the whole text too', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.nat(), (text, from, length) => {
      const characters = [...text.normalize('NFC')];
      const start = from % (characters.length + 1);
      const part = characters.slice(start, start + 1 + (length % 8)).join('');
      fc.pre(searchTerms(part).length > 0);
      expect(finds(part, text)).toBe(true);
    }),
  );
});

test('umlauts are found by both spellings, and find both', () => {
  const plain = (text: string, letters: Record<string, string>) =>
    text.replace(/[äöüÄÖÜ]/g, (letter) => letters[letter.toLowerCase()] ?? letter);
  const inText = fc.string({ unit: fc.constantFrom(...'äöüÄÖÜbkrt '.split('')), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(inText, (text) => {
      fc.pre(text.trim() !== '');
      const short = plain(text, { ä: 'a', ö: 'o', ü: 'u' });
      const long = plain(text, { ä: 'ae', ö: 'oe', ü: 'ue' });
      for (const spelled of [short, long, text.toUpperCase()]) {
        expect(finds(spelled, text)).toBe(true);
        expect(finds(text, spelled)).toBe(true);
      }
    }),
  );
});
