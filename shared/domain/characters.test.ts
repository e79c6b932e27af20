import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forbiddenCharacter } from './characters.ts';

test.each([
  ['\u0000', 0],
  ['ab\u0007', 7],
  ['\r', 13],
  ['\u001f', 0x1f],
  ['\u007f', 0x7f],
  ['\u0085', 0x85],
  ['\u009f', 0x9f],
  ['\u2028', 0x2028],
  ['\u2029', 0x2029],
  ['\u202a', 0x202a],
  ['\u202e', 0x202e],
  ['\u2066', 0x2066],
  ['\u2069', 0x2069],
  ['\ud800', 0xd800],
  ['a\udfff', 0xdfff],
  ['\udc00\ud800', 0xdc00],
  ['\ufdd0', 0xfdd0],
  ['\ufdef', 0xfdef],
  ['\ufffe', 0xfffe],
  ['\uffff', 0xffff],
  ['\u{1fffe}', 0x1fffe],
  ['\u{10ffff}', 0x10ffff],
])('%j may stand nowhere', (text, code) => {
  expect(forbiddenCharacter(text, { multiline: true })).toBe(code);
  expect(forbiddenCharacter(text, { multiline: false })).toBe(code);
});

test.each(['\n', '\t'])('%j may stand in texts of several lines only', (text) => {
  expect(forbiddenCharacter(text, { multiline: true })).toBeNull();
  expect(forbiddenCharacter(text, { multiline: false })).toBe(text.charCodeAt(0));
});

test.each([
  '',
  'Büroklammern, 3 Stück à 0,50 €',
  '日本語',
  '😀',
  '\u00a0',
  '\u00ad',
  '\u202f',
  '\u2027',
  '\u2065',
  '\u206a',
  '\ufdcf',
  '\ufdf0',
  '\ufffd',
  '\u{1fffd}',
  '\ue000',
  '\ufeff',
])('%j may stand anywhere', (text) => {
  expect(forbiddenCharacter(text, { multiline: false })).toBeNull();
});

test('the first one is named', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(forbiddenCharacter(`Text\u0001${text}\u0002`, { multiline: true })).toBe(1);
    }),
  );
});
