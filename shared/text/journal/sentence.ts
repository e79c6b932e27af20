import type { Language } from '../../domain/template.ts';
import { fill, type Parameters, type Sentence } from '../sentence.ts';
import { JOURNAL_ACTIONS, SPECIAL_CASES } from './actions.ts';
import { journalChanges, type ChangeRecord, type ReadableChange } from './changes.ts';
import { journalValue, own, type JournalContext, type Json } from './values.ts';
import { WORDS } from './words.ts';

/** Values that are no longer than this stand in the sentence. */
const SHORT = 48;
/** Names of fields that one sentence lists. */
const MOST_FIELDS = 3;

/** What happened, in one sentence without its full stop: "Position geändert: Anzahl 2 → 3". */
export function journalSentence(entry: ChangeRecord, context: JournalContext): string {
  const { language } = context;
  const sentence = fill(sentenceOf(entry), parametersOf(entry, context), language);
  return NAMES_FIELDS.test(entry.action) ? withFields(sentence, journalChanges(entry, context), language) : sentence;
}

/** Actions of which people want to know what changed. */
const NAMES_FIELDS = /[uU]pdated$/;

/** An action of a later version gets a general sentence. */
function sentenceOf({ action, changes }: ChangeRecord): Sentence {
  if (action === 'journal.unreadable') return SPECIAL_CASES.unreadable;
  if (action === 'invoice.paid' && partOf(changes['payment']?.to, 'amount') === 0) return SPECIAL_CASES.paidWithNothing;
  return own(JOURNAL_ACTIONS, action) ?? SPECIAL_CASES.unknown;
}

function parametersOf({ action, changes }: ChangeRecord, context: JournalContext): Parameters {
  const to = (field: string): Json => changes[field]?.to ?? null;
  const text = (field: string, value: Json): string => journalValue(field, value, context) ?? '';
  // A position that was added has a new value only, one that was removed an old one.
  const entry = to('entry') ?? changes['entry']?.from ?? null;
  const entries = to('entries') ?? changes['entries']?.from ?? null;
  const place = (value: Json | undefined): number => (typeof value === 'number' ? value + 1 : 0);
  return {
    action,
    source: text('copiedFrom', to('copiedFrom')),
    replaces: text('number', to('replaces')),
    kind: WORDS[partOf(entry, 'kind') === 'text' ? 'text' : 'line'][context.language],
    entry: text('entry', entry),
    count: Array.isArray(entries) ? entries.length : 0,
    fromPlace: place(changes['index']?.from),
    toPlace: place(changes['index']?.to),
    number: text('number', to('number')),
    amount: text('amount', partOf(to('payment'), 'amount')),
    cancellation: text('number', to('cancellation')),
    preceding: text('number', partOf(to('precedingInvoice'), 'number')),
    last: text('last', to('last')),
  };
}

function withFields(sentence: string, changes: readonly ReadableChange[], language: Language): string {
  const [only] = changes;
  if (!only) return sentence;
  if (changes.length === 1) return `${sentence}: ${oneChange(only, language)}`;
  const names = changes.slice(0, MOST_FIELDS).map(({ field }) => field);
  const more = changes.length - names.length;
  const fields = names.join(', ');
  if (more === 0) return `${sentence}: ${fields}`;
  return `${sentence}: ${fill(more === 1 ? WORDS.andOneMore : WORDS.andMore, { fields, count: more }, language)}`;
}

function oneChange({ field, from, to }: ReadableChange, language: Language): string {
  const empty = WORDS.empty[language];
  const values = `${from ?? empty} → ${to ?? empty}`;
  return values.length > SHORT ? field : `${field} ${values}`;
}

function partOf(value: Json | undefined, field: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return value[field] ?? null;
}
