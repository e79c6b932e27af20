import type { Sentence } from '../sentence.ts';

/**
 * Everything that the host writes into the journal, each as a sentence for people (F2.2). The host takes its actions from here,
 * so one without a sentence does not compile. `{name}` stands for what `sentence.ts` finds in the entry; sentences end without
 * a full stop, because what was changed may follow.
 */
export const JOURNAL_ACTIONS = {
  'office.created': { de: 'Büro angelegt', en: 'Office created' },
  'company.updated': { de: 'Firmendaten geändert', en: 'Company changed' },
  'profile.updated': { de: 'Benutzerprofil geändert', en: 'User profile changed' },
  'customer.created': { de: 'Kunde angelegt', en: 'Customer created' },
  'customer.updated': { de: 'Kunde geändert', en: 'Customer changed' },
  'customer.archived': { de: 'Kunde archiviert', en: 'Customer archived' },
  'customer.restored': { de: 'Kunde aus dem Archiv geholt', en: 'Customer taken from the archive' },
  'vatRate.created': { de: 'Steuersatz angelegt', en: 'VAT rate created' },
  'vatRate.updated': { de: 'Steuersatz geändert', en: 'VAT rate changed' },
  'textBlock.created': { de: 'Textbaustein angelegt', en: 'Text block created' },
  'textBlock.updated': { de: 'Textbaustein geändert', en: 'Text block changed' },
  'textBlock.deleted': { de: 'Textbaustein gelöscht', en: 'Text block deleted' },
  'savedFilter.created': { de: 'Filter gespeichert', en: 'Filter saved' },
  'savedFilter.updated': { de: 'Gespeicherter Filter geändert', en: 'Saved filter changed' },
  'savedFilter.deleted': { de: 'Gespeicherter Filter gelöscht', en: 'Saved filter deleted' },
  'numberRange.cancellationsSeparated': {
    de: 'Eigener Nummernkreis für Stornorechnungen',
    en: 'Own number range for Stornorechnungen',
  },
  'numberRange.cancellationsJoined': {
    de: 'Stornorechnungen zählen im Nummernkreis der Rechnungen',
    en: 'Stornorechnungen count in the number range of the invoices',
  },
  'numberRange.created': { de: 'Nummernkreis angelegt', en: 'Number range created' },
  'numberRange.updated': { de: 'Nummernkreis geändert', en: 'Number range changed' },
  'invoice.created': { de: 'Entwurf angelegt', en: 'Draft created' },
  'invoice.copied': { de: 'Entwurf als Kopie von {source} angelegt', en: 'Draft created as a copy of {source}' },
  'invoice.replaced': { de: 'Entwurf als Ersatz für {replaces} angelegt', en: 'Draft created to replace {replaces}' },
  'invoice.updated': { de: 'Entwurf geändert', en: 'Draft changed' },
  'invoice.deleted': { de: 'Entwurf gelöscht', en: 'Draft deleted' },
  'invoice.entryAdded': { de: '{kind} hinzugefügt: {entry}', en: '{kind} added: {entry}' },
  'invoice.entriesAdded': {
    de: '{count} Positionen und Texte hinzugefügt',
    en: '{count} positions and texts added',
  },
  'invoice.entryUpdated': { de: '{kind} geändert', en: '{kind} changed' },
  'invoice.entryRemoved': { de: '{kind} entfernt: {entry}', en: '{kind} removed: {entry}' },
  'invoice.entriesRemoved': { de: '{count} Positionen und Texte entfernt', en: '{count} positions and texts removed' },
  'invoice.entryMoved': {
    de: 'Eintrag von Stelle {fromPlace} an Stelle {toPlace} verschoben',
    en: 'Entry moved from place {fromPlace} to place {toPlace}',
  },
  'invoice.allowancesSet': { de: 'Gesamtrabatte geändert', en: 'Overall discounts changed' },
  'invoice.finalised': { de: 'Finalisiert als {number}', en: 'Finalised as {number}' },
  'invoice.printed': { de: 'Gedruckt', en: 'Printed' },
  'invoice.pdfDownloaded': { de: 'PDF heruntergeladen', en: 'PDF downloaded' },
  'invoice.xrechnungDownloaded': { de: 'XRechnung heruntergeladen', en: 'XRechnung downloaded' },
  'invoice.sent': { de: 'Als versendet markiert', en: 'Marked as sent' },
  'invoice.paymentRecorded': { de: 'Zahlung von {amount} erfasst', en: 'Payment of {amount} recorded' },
  'invoice.paid': {
    de: 'Zahlung von {amount} erfasst, Rechnung bezahlt',
    en: 'Payment of {amount} recorded, invoice paid',
  },
  'invoice.cancelled': { de: 'Storniert durch {cancellation}', en: 'Cancelled by {cancellation}' },
  'invoice.cancellationIssued': {
    de: 'Stornorechnung {number} zu {preceding} ausgestellt',
    en: 'Stornorechnung {number} issued for {preceding}',
  },
  'invoice.changesRequested': { de: 'Änderungen angefragt', en: 'Changes requested' },
  'invoice.changesDone': { de: 'Anpassung erledigt', en: 'Requested change made' },
  'invoice.disputed': { de: 'Beanstandung erfasst', en: 'Objection recorded' },
  'invoice.disputeSettled': { de: 'Beanstandung geklärt', en: 'Objection settled' },
  'invoice.settled': { de: 'Auf „Verrechnet“ gesetzt', en: 'Set to "Verrechnet" (settled)' },
  'journal.exported': { de: 'Journal bis Eintrag {last} exportiert', en: 'Journal exported up to entry {last}' },
} as const satisfies Record<string, Sentence>;

/** What can happen. */
export type JournalAction = keyof typeof JOURNAL_ACTIONS;

/** Where the plain sentence would say too little or too much. */
export const SPECIAL_CASES = {
  /** A later version wrote it. */
  unknown: { de: 'Änderung „{action}“', en: 'Change "{action}"' },
  unreadable: { de: 'Dieser Eintrag ist beschädigt und nicht lesbar', en: 'This entry is damaged and cannot be read' },
  /** Nothing was to be paid any more. */
  paidWithNothing: { de: 'Rechnung auf „Bezahlt“ gesetzt', en: 'Invoice set to "Bezahlt" (paid)' },
} as const satisfies Record<string, Sentence>;
