export { JOURNAL_ACTIONS, type JournalAction } from './actions.ts';
export { journalChanges, type ReadableChange } from './changes.ts';
export { journalSentence } from './sentence.ts';
export type { JournalContext } from './values.ts';
