/** One spelling for search: lower case, umlauts as their letters ("Müller", "Mueller" and "Muller" find each other). */
export function searchKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
}

/**
 * How well a name fits what was typed, higher is better; null when its letters do not all come, in their order. Beginnings of
 * words count most, then letters side by side.
 */
export function fuzzyScore(name: string, typed: string): number | null {
  const letters = searchKey(name);
  const wanted = searchKey(typed).replace(/\s+/g, '');
  if (wanted === '') return 0;
  const found = letters.replace(/\s+/g, ' ').indexOf(searchKey(typed).trim());
  if (found >= 0) return 1000 - found + (found === 0 || /\W/.test(letters[found - 1] ?? '') ? 500 : 0);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1);
    if (next < 0) return null;
    const isStart = next === 0 || /\W/.test(letters[next - 1] ?? '');
    score += isStart ? 20 : next === at + 1 ? 10 : 1 - Math.min(next - at, 20) / 20;
    at = next;
  }
  return score;
}
