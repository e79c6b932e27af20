import type { Sentence } from './sentence.ts';

/** How the chain of the journal breaks (`detail` of `journal-chain`). */
export const CHAIN_BREAKS = {
  gap: { de: 'davor fehlt etwas oder steht an falscher Stelle', en: 'something before it is missing or misplaced' },
  hash: { de: 'Inhalt und Prüfsumme passen nicht zusammen', en: 'content and checksum do not fit' },
  'not-canonical': { de: 'der Text ist nicht von Kontor', en: 'the text was not written by Kontor' },
} as const satisfies Record<string, Sentence>;

/** What `office.verify` can find. `{record}` names kind and number of the record, `{detail}` is as reported. */
export const DAMAGES = {
  integrity: {
    de: 'Bitte spielen Sie eine Sicherung ein. Die Datei ist beschädigt ({detail}).',
    en: 'Please restore a backup. The file is damaged ({detail}).',
  },
  'foreign-key': {
    de: 'Bitte spielen Sie eine Sicherung ein. {record} verweist auf etwas, das fehlt ({detail}).',
    en: 'Please restore a backup. {record} refers to something that is gone ({detail}).',
  },
  unreadable: {
    de: 'Bitte spielen Sie eine Sicherung ein. Das lässt sich nicht mehr lesen: {record} ({detail}).',
    en: 'Please restore a backup. This can no longer be read: {record} ({detail}).',
  },
  protection: {
    de: 'Ein Schutz der finalen Rechnungen wurde entfernt oder verändert ({detail}).',
    en: 'A protection of final invoices was removed or changed ({detail}).',
  },
  'journal-chain': {
    de: 'Die Kette des Journals ist unterbrochen: {record} ({detail}).',
    en: 'The chain of the journal is broken: {record} ({detail}).',
  },
  'journal-cut': {
    de: 'Am Ende des Journals fehlen Einträge. {record} verweist auf Eintrag {detail}.',
    en: 'Entries are missing at the end of the journal. {record} refers to entry {detail}.',
  },
  'journal-anchor': {
    de: 'Das Journal ist nicht mehr das, von dem der Anker stammt: {record}.',
    en: 'The journal is no longer the one that the anchor was taken of: {record}.',
  },
  'invoice-missing': {
    de: 'Das Journal kennt einen finalen Beleg, der fehlt: {record} ({detail}).',
    en: 'The journal knows a final document that is missing: {record} ({detail}).',
  },
  'journal-entry-missing': {
    de: 'Im Journal fehlt der Eintrag über das Finalisieren: {record}.',
    en: 'The journal lacks the entry of the finalising: {record}.',
  },
  'journal-entry-differs': {
    de: 'Der Eintrag im Journal nennt andere Angaben als der Beleg: {record} ({detail}).',
    en: 'The entry of the journal differs from the document: {record} ({detail}).',
  },
  'row-differs': {
    de: 'Eine Angabe ist nicht mehr die, mit der finalisiert wurde: {record} ({detail}).',
    en: 'A value is not the one that was made final: {record} ({detail}).',
  },
  'status-unjournaled': {
    de: 'Der Status wurde am Journal vorbei geändert: {record} ({detail}).',
    en: 'The status was changed past the journal: {record} ({detail}).',
  },
  'payments-differ': {
    de: 'Zahlungen wurden am Journal vorbei geändert: {record} ({detail}).',
    en: 'Payments were changed past the journal: {record} ({detail}).',
  },
  'cancellation-differs': {
    de: 'Rechnung und Stornorechnung heben sich nicht auf: {record} ({detail}).',
    en: 'Invoice and Stornorechnung do not add up to nothing: {record} ({detail}).',
  },
  'snapshot-missing': {
    de: 'Der eingefrorene Inhalt fehlt: {record}.',
    en: 'The frozen content is missing: {record}.',
  },
  'snapshot-hash': {
    de: 'Der eingefrorene Inhalt wurde verändert: {record}.',
    en: 'The frozen content was changed: {record}.',
  },
  'snapshot-differs': {
    de: 'Eine Angabe weicht vom eingefrorenen Inhalt ab: {record} ({detail}).',
    en: 'A value differs from the frozen content: {record} ({detail}).',
  },
  'draft-differs': {
    de: 'Bitte prüfen Sie den Entwurf und speichern Sie ihn neu. Seine Summen passen nicht zu den Positionen: {record} ({detail}).',
    en: 'Please check the draft and save it anew. Its sums do not fit its lines: {record} ({detail}).',
  },
  'file-missing': {
    de: 'Eine gespeicherte Datei fehlt: {record} ({detail}).',
    en: 'A stored file is missing: {record} ({detail}).',
  },
  'file-hash': {
    de: 'Eine gespeicherte Datei wurde verändert: {record} ({detail}).',
    en: 'A stored file was changed: {record} ({detail}).',
  },
  'search-index': {
    de: 'Die Suche hätte nicht alles gefunden: {record}. Kontor hat ihr Verzeichnis neu aufgebaut.',
    en: 'The search would not have found everything: {record}. Kontor has made its index anew.',
  },
  'number-gap': {
    de: 'Im Nummernkreis fehlen Nummern: {record} ({detail}).',
    en: 'Numbers of the range are missing: {record} ({detail}).',
  },
  'counter-differs': {
    de: 'Der Zähler steht nicht auf der höchsten vergebenen Nummer: {record} ({detail}).',
    en: 'The counter is not at the highest number given: {record} ({detail}).',
  },
} as const satisfies Record<string, Sentence>;
