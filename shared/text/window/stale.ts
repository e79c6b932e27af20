import { defineTexts } from './texts.ts';

/** The dialog that compares two states of one record. */
export const staleTexts = defineTexts({
  de: {
    title: 'Inzwischen geändert',
    saved: '{who} hat inzwischen gespeichert ({when}). Ihre Eingaben sind noch nicht gespeichert.',
    differences: 'Unterschiede',
    field: 'Feld',
    theirs: 'Stand von {who}',
    mine: 'Ihre Eingabe',
    untouched: 'von Ihnen nicht geändert',
    empty: '–',
    same: 'In diesen Feldern gibt es keinen Unterschied. Ihre Eingaben überschreiben nichts.',
    removed: 'Was Sie bearbeiten, wurde inzwischen gelöscht. Ihre Eingaben lassen sich nicht mehr speichern.',
    merged:
      'Beim Speichern gelten Ihre Eingaben in den Feldern, die Sie geändert haben, und in allen anderen der neue Stand.',
    back: 'Zurück zum Bearbeiten',
    take: 'Stand der anderen übernehmen',
    keep: 'Meine Eingaben behalten und erneut speichern',
  },
  en: {
    title: 'Changed in the meantime',
    saved: '{who} has saved in the meantime ({when}). Your input has not been saved yet.',
    differences: 'Differences',
    field: 'Field',
    theirs: 'As {who} saved it',
    mine: 'Your input',
    untouched: 'not changed by you',
    empty: '–',
    same: 'There is no difference in these fields. Your input overwrites nothing.',
    removed: 'What you are editing was deleted in the meantime. Your input can no longer be saved.',
    merged: 'Saving keeps your input in the fields that you changed, and the newer state in all others.',
    back: 'Back to editing',
    take: 'Take the newer state',
    keep: 'Keep my input and save again',
  },
});
