import {
  foldWord,
  LABELS,
  LEADING_FILLERS,
  MONTH_NAMES,
  TRAILING_FILLERS,
  UNCOUNTED,
  UNIT_WORDS,
} from './quick-line-words.ts';
import { currencyAt, freeNumber, keyAt, type Draft } from './quick-line-state.ts';

/** Numbers that are names: "Windows 11", "Mai 2026", "Raum 4", "§ 13". Called before anything is read. */
export function keepNames(draft: Draft): void {
  draft.tokens.forEach((token, index) => {
    const number = freeNumber(draft, index);
    if (!number || number.reading.isMoney) return;
    const next = keyAt(draft, index + 1);
    if ((UNIT_WORDS.has(next) && !UNCOUNTED.has(next)) || next === '%' || currencyAt(draft, index + 1) !== null) return;
    const before = keyAt(draft, index - 1);
    const isYear = /^(?:19|20)\d\d$/.test(number.text) && draft.tokens.length > 1;
    const isName = LABELS.has(before) || (isYear && MONTH_NAMES.has(before));
    if (isName) draft.tokens[index] = { ...token, kind: 'title', key: '' };
  });
}

/** What is left of the line: everything that no figure needs, without the words and signs between. */
export function titleOf(draft: Draft): string {
  const runs: string[] = [];
  let start = -1;
  draft.tokens.forEach((_, index) => {
    const isLeft = !draft.taken.has(index);
    if (isLeft && start < 0) start = index;
    const isEnd = isLeft && (index === draft.tokens.length - 1 || draft.taken.has(index + 1));
    if (!isEnd) return;
    runs.push(tidy(draft, start, index));
    start = -1;
  });
  return runs.filter((run) => run !== '').join(' ');
}

function tidy(draft: Draft, from: number, to: number): string {
  let run = draft.tokens
    .slice(from, to + 1)
    .map(({ text, isGlued }, offset) => (offset === 0 || isGlued ? '' : ' ') + unquoted(text))
    .join('');
  let before = '';
  while (before !== run) {
    before = run;
    run = run.replace(/^[\s,;:.·|/+=*@)\-−–—•]+|[\s,;:·|/+=*@(\-−–—•]+$/gu, '');
    if (from > 0) run = dropWord(run, /^\S+/, LEADING_FILLERS);
    if (to < draft.tokens.length - 1) run = dropWord(run, /\S+$/, TRAILING_FILLERS);
  }
  const opened = run.split('(').length;
  const closed = run.split(')').length;
  if (opened > closed) run = run.replace(/\(([^(]*)$/, '$1');
  if (closed > opened) run = run.replace(')', '');
  return run.trim();
}

function dropWord(run: string, place: RegExp, fillers: ReadonlySet<string>): string {
  const word = place.exec(run)?.[0];
  return word !== undefined && fillers.has(foldWord(word)) ? run.replace(place, '') : run;
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** A flat rate without any other words is called so. */
export function flatRateTitle(draft: Draft): string {
  const token = draft.tokens.find(({ key }) => UNIT_WORDS.get(key) === 'flat-rate');
  return token && /^P/.test(token.text) ? token.text.replace(/\.$/, '') : '';
}
