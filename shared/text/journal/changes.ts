import { fieldName } from '../fields.ts';
import { isMeta, isRichText, journalValue, own, type JournalContext, type Json } from './values.ts';
import { WORDS } from './words.ts';

/** Old and new value of one field, as people read them; null: nothing stood there. */
export interface ReadableChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** What of an entry tells what changed. */
export interface ChangeRecord {
  action: string;
  changes: Readonly<Record<string, { from: Json; to: Json }>>;
}

/** The sentence says where something stands and of which kind it is; the checksums of all columns are for `office.verify`. */
const NOT_SHOWN = ['index', 'entry.kind', 'rows'];
/** Whose name would only repeat what the entry is about. */
const NAMELESS = ['conditions', 'payment'];

/** Everything that an entry changed, nested values one by one; what looks the same before and after is left out. */
export function journalChanges({ changes }: ChangeRecord, context: JournalContext): ReadableChange[] {
  const all = Object.entries(changes).flatMap(([field, { from, to }]) => changesOf([field], from, to, context));
  // Checksums are for checking, not for reading.
  return [...all.filter(({ isHash }) => !isHash), ...all.filter(({ isHash }) => isHash)].map(({ field, from, to }) => ({
    ...{ field, from, to },
  }));
}

type FoundChange = ReadableChange & { isHash: boolean };

function changesOf(path: readonly string[], from: Json, to: Json, context: JournalContext): FoundChange[] {
  const field = path.at(-1) ?? '';
  if (isMeta(field) || NOT_SHOWN.includes(path.join('.'))) return [];
  const parts = partsOf(from, to);
  if (parts) {
    const [old, changed] = parts;
    const names = new Set([...Object.keys(old), ...Object.keys(changed)]);
    return [...names].flatMap((name) => changesOf([...path, name], old[name] ?? null, changed[name] ?? null, context));
  }
  const lists = listsOf(from, to);
  if (lists) {
    const [old, changed] = lists;
    const rows = Array.from({ length: Math.max(old.length, changed.length) });
    return rows.flatMap((_, index) =>
      readable(itemName(field, index, context), field, old[index] ?? null, changed[index] ?? null, context),
    );
  }
  return readable(nameOf(path, context), field, from, to, context);
}

function readable(name: string, field: string, old: Json, changed: Json, context: JournalContext): FoundChange[] {
  const from = journalValue(field, old, context);
  const to = journalValue(field, changed, context);
  return from === to ? [] : [{ field: name, from, to, isHash: /hash$/i.test(field) }];
}

function nameOf(path: readonly string[], { language }: JournalContext): string {
  const name = fieldName(path.filter((part) => !NAMELESS.includes(part) || path.length === 1).join('.'), language);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function itemName(field: string, index: number, { language }: JournalContext): string {
  const name = own(WORDS, field)?.[language] ?? `${fieldName(field, language)} {number}`;
  const numbered = name.replace('{number}', String(index + 1));
  return numbered.charAt(0).toUpperCase() + numbered.slice(1);
}

type Parts = Record<string, Json>;

/** Both values when each of their parts has a name of its own; texts and discounts are one thing. */
function partsOf(from: Json, to: Json): [Parts, Parts] | null {
  if (from === null && to === null) return null;
  const [old, changed] = [from ?? {}, to ?? {}];
  return isNamed(old) && isNamed(changed) ? [old, changed] : null;
}

/** Both values when they are lists of things; lists of words are one value. */
function listsOf(from: Json, to: Json): [Json[], Json[]] | null {
  const [old, changed] = [from ?? [], to ?? []];
  if (!Array.isArray(old) || !Array.isArray(changed)) return null;
  return [...old, ...changed].some((item) => typeof item === 'object') ? [old, changed] : null;
}

function isNamed(value: Json): value is Parts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !isRichText(value) && value['kind'] !== 'percent' && value['kind'] !== 'amount';
}
