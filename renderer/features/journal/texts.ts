import { journalTexts } from '#shared/text/window/journal.ts';
import { i18n } from '../../plugins/i18n.ts';

/** Brings the texts of the journal, which are no part of what the window starts with. */
export function addJournalTexts(): void {
  i18n.global.mergeLocaleMessage('de', { journal: journalTexts.de });
  i18n.global.mergeLocaleMessage('en', { journal: journalTexts.en });
}
