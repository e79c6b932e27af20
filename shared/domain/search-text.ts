/**
 * What a search compares: the same function makes the index and the term, so that they cannot drift apart. "Müller" has
 * two plain spellings, "muller" and "mueller"; both are kept, so that each of the three finds it and it finds each of the
 * others. Nothing else is folded: "ae" in "Israel" stays what it is, and "Neue" does not find "Neubau".
 */

/** What has no plain letter in Unicode's own tables, or two of them in German. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
};
const TWO_LETTERS: Readonly<Record<string, string>> = { 'a\u0308': 'ae', 'o\u0308': 'oe', 'u\u0308': 'ue', ø: 'oe' };

const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const UMLAUT = /[aou]\u0308|ø/g;

/** A text without case, accents and doubled spaces, by both spellings of its umlauts: "Straße 2" is "strasse 2". */
function spellings(text: string): { short: string; long: string } {
  const letters = text.toLowerCase().normalize('NFKD').toLowerCase();
  const short = plain(letters);
  // Whoever has no umlaut is spared the second pass: most texts.
  const long =
    letters.search(UMLAUT) === -1 ? short : plain(letters.replace(UMLAUT, (found) => TWO_LETTERS[found] ?? found));
  return { short, long };
}

function plain(letters: string): string {
  return letters
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The text that is searched for an invoice: each of its fields on a line, and again as it is spelled without umlauts. A term has
 * no line break, so no hit reaches from one field into the next.
 */
export function searchText(...fields: string[]): string {
  const spelled = fields.map(spellings);
  const again = spelled.filter(({ short, long }) => short !== long).map(({ long }) => long);
  return [...spelled.map(({ short }) => short), ...again].filter((line) => line !== '').join('\n');
}

/** What a term is looked for as; a text with one of these is a hit. Empty: nothing is left of the term, so nothing has it. */
export function searchTerms(term: string): string[] {
  const { short, long } = spellings(term);
  return [...new Set([short, long])].filter((spelled) => spelled !== '');
}
