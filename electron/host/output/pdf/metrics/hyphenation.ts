import type { Language } from '#shared/domain/template.ts';
import { createRequire } from 'node:module';
import { SOFT_HYPHEN } from '../font/characters.ts';

/** A place inside a word where a row may end: `length` characters stay, followed by `mark` ('-' or nothing). */
export interface BreakPoint {
  length: number;
  mark: '' | '-';
}

interface Hyphenator {
  hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string;
}

// The package is CommonJS without types.
const load = createRequire(import.meta.url);
const PATTERNS = { de: 'hyphen/de', en: 'hyphen/en-gb' } as const satisfies Record<Language, string>;
const hyphenators = new Map<Language, Hyphenator>();

/** Loaded with the first word that needs it: most documents have none, and the patterns take several megabytes. */
function hyphenator(language: Language): Hyphenator {
  const known = hyphenators.get(language) ?? (load(PATTERNS[language]) as Hyphenator);
  hyphenators.set(language, known);
  return known;
}

const LETTER = /\p{L}/u;
/** Of mail or web, or a file name. */
const ADDRESS = /[@/\\_]|\w\.\w/u;
/** Long addresses of web and mail may end a row after these. */
const SEPARATORS = new Set(['/', '@', '_', '.', '&', '=', '?', ',', ';', '+']);
const CACHED_WORDS = 5_000;
const cache = new Map<string, readonly BreakPoint[]>();

function isHyphenBetweenLetters(text: string, at: number): boolean {
  return text[at] === '-' && at >= 2 && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
}

/** Places that a writer has marked: a hyphen between letters (not within numbers) and soft hyphens. */
export function writtenBreakPoints(word: string): readonly BreakPoint[] {
  const points: BreakPoint[] = [];
  for (let at = 0; at < word.length - 1; at++) {
    if (word[at] === SOFT_HYPHEN) points.push({ length: at, mark: '-' });
    else if (isHyphenBetweenLetters(word, at)) points.push({ length: at + 1, mark: '' });
  }
  return points;
}

function separatorBreakPoints(word: string): BreakPoint[] {
  const points: BreakPoint[] = [];
  for (let at = 1; at < word.length - 2; at++) {
    if (SEPARATORS.has(word[at] ?? '') || word[at] === '-') points.push({ length: at + 1, mark: '' });
  }
  return points;
}

function syllableBreakPoints(word: string, language: Language): BreakPoint[] {
  const options = { hyphenChar: SOFT_HYPHEN, minWordLength: 5 };
  const syllables = hyphenator(language).hyphenateSync(word, options).split(SOFT_HYPHEN);
  const points: BreakPoint[] = [];
  let length = 0;
  for (const syllable of syllables.slice(0, -1)) {
    length += syllable.length;
    const last = word[length - 1] ?? '';
    if (LETTER.test(last) && LETTER.test(word[length] ?? '')) points.push({ length, mark: '-' });
  }
  return points;
}

/**
 * All places where a word that is wider than its column may be divided, in order: syllables, marked places,
 * separators of addresses. Cached by word.
 */
export function breakPoints(word: string, language: Language): readonly BreakPoint[] {
  const key = `${language} ${word}`;
  const known = cache.get(key);
  if (known) return known;
  // A hyphen that was added to an address would read as part of it; a soft hyphen says where the writer wants it.
  const hasOwnPlaces = ADDRESS.test(word) || word.includes(SOFT_HYPHEN);
  const syllables = hasOwnPlaces ? [] : syllableBreakPoints(word, language);
  const byLength = new Map<number, BreakPoint>();
  for (const point of [...syllables, ...separatorBreakPoints(word), ...writtenBreakPoints(word)]) {
    byLength.set(point.length, point);
  }
  const points = [...byLength.values()].sort((left, right) => left.length - right.length);
  if (cache.size >= CACHED_WORDS) cache.clear();
  cache.set(key, points);
  return points;
}
