import type { JournalEntry } from '#shared/contract/journal.ts';
import type { Language } from '#shared/domain/template.ts';
import { localTime } from '#shared/text/index.ts';
import { journalChanges, journalSentence, type ReadableChange } from '#shared/text/journal/index.ts';
import { nameKey, type JournalNames } from './useJournal.ts';

/** More changes than this stand folded in. */
const SHOWN_AT_ONCE = 3;

/** One entry as it is shown. */
export interface JournalRow {
  sequence: number;
  at: string;
  who: string;
  record: string;
  recordId: number | null;
  sentence: string;
  /** What the sentence does not say already. */
  changes: ReadableChange[];
  isLong: boolean;
}

export function journalRow(entry: JournalEntry, names: JournalNames, language: Language): JournalRow {
  const { sequence, at, who, record, recordId } = entry;
  const own = recordId === null ? undefined : names.get(nameKey(record, recordId));
  const context = {
    language,
    currency: own?.currency ?? null,
    nameOf: (kind: string, id: number) => names.get(nameKey(kind, id))?.name ?? null,
  };
  const sentence = journalSentence(entry, context);
  const changes = journalChanges(entry, context).filter(({ to }, _, all) => all.length > 1 || !isSaid(sentence, to));
  return {
    ...{ sequence, at: at === null ? '' : localTime(at, language), who, record, recordId, sentence },
    ...{ changes, isLong: changes.length > SHOWN_AT_ONCE },
  };
}

/** The one value that changed stands at the end of the sentence. */
function isSaid(sentence: string, to: string | null): boolean {
  return to !== null && sentence.endsWith(` ${to}`);
}
