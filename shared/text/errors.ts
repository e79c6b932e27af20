import type { ErrorCode } from '../contract/errors.ts';
import type { Sentence } from './sentence.ts';

/**
 * Why a call was refused, and what helps. The parameters are taken from the details by `error-details.ts`;
 * what is wrong with single fields follows as sentences of its own.
 */
export const ERRORS = {
  'unknown-call': {
    de: 'Bitte aktualisieren Sie Kontor. Den Aufruf „{name}“ gibt es in dieser Version nicht.',
    en: 'Please update Kontor. This version does not know the call "{name}".',
  },
  'invalid-input': {
    de: 'Bitte prüfen Sie Ihre Eingaben.',
    en: 'Please check your input.',
  },
  'not-found': {
    de: 'Bitte laden Sie die Ansicht neu. {record} ist nicht mehr vorhanden.',
    en: 'Please load the view again. The record does not exist any more: {record}.',
  },
  stale: {
    de: 'Bitte laden Sie neu und wiederholen Sie Ihre Änderung. {who} hat inzwischen gespeichert ({when}).',
    en: 'Please load again and repeat your change. {who} has saved in the meantime ({when}).',
  },
  'request-mismatch': {
    de: 'Bitte speichern Sie noch einmal. Dieselbe Anfragenummer wurde schon für etwas anderes verwendet.',
    en: 'Please save again. The same request id was used for something else before.',
  },
  'not-allowed': {
    de: 'Bei einer Rechnung mit dem Status „{status}“ ist „{action}“ nicht möglich.',
    en: 'An invoice of the status "{status}" does not allow the action "{action}".',
  },
  'already-exists': {
    de: 'Bitte wählen Sie einen anderen Wert.',
    en: 'Please choose another value.',
  },
  'conditions-unmet': {
    de: 'Die Rechnung kann noch nicht finalisiert werden.',
    en: 'The invoice cannot be finalised yet.',
  },
  'amount-out-of-range': {
    de: 'Bitte prüfen Sie Mengen, Preise und Rabatte. Mit dieser Angabe ginge ein Betrag über 99.999.999,99 hinaus.',
    en: 'Please check quantities, prices and discounts. With this value an amount would exceed 99,999,999.99.',
  },
  'unprintable-character': {
    de: 'Das Dokument kann so nicht gedruckt werden.',
    en: 'The document cannot be printed like this.',
  },
  'no-e-invoice': {
    de: 'Zu dieser Rechnung gibt es keine XRechnung. Sie entsteht erst beim Finalisieren mit E-Rechnung.',
    en: 'This invoice has no XRechnung. One is made when it is finalised with e-invoice.',
  },
  'template-missing': {
    de: 'Bitte wählen Sie eine Vorlage. Ohne sie kann die Rechnung nicht gedruckt werden.',
    en: 'Please choose a template. The invoice cannot be printed without one.',
  },
  'changed-meanwhile': {
    de: 'Bitte versuchen Sie es noch einmal. Die Daten der Rechnung haben sich währenddessen geändert, nichts ist geschehen.',
    en: 'Please try again. The data of the invoice changed meanwhile, nothing was done.',
  },
  'office-in-use': {
    de: 'Bitte schließen Sie Kontor im anderen Fenster. {who} hat die Datei geöffnet ({where}, seit: {when}).',
    en: 'Please close Kontor in the other window. {who} has the file open ({where}, since: {when}).',
  },
  'office-missing': {
    de: 'Bitte prüfen Sie, ob die Datei verschoben oder umbenannt wurde. Dort liegt keine.',
    en: 'Please check whether the file was moved or renamed. There is none at this place.',
  },
  'office-risky-folder': {
    de: 'Bitte wählen Sie einen anderen Ordner. Diesen gleicht {service} ab; dabei kann die Kontor-Datei Schaden nehmen.',
    en: 'Please choose another folder. {service} synchronises this one, which can damage the Kontor file.',
  },
  'office-network-share': {
    de: 'Bitte wählen Sie einen Ordner auf diesem Rechner. Auf einem Netzlaufwerk ist die Kontor-Datei nicht sicher.',
    en: 'Please choose a folder on this machine. A Kontor file is not safe on a network share.',
  },
  'office-foreign': {
    de: 'Bitte wählen Sie eine andere Datei. Diese ist keine Kontor-Datei.',
    en: 'Please choose another file. This one is not a Kontor file.',
  },
  'office-newer': {
    de: 'Bitte aktualisieren Sie Kontor. Die Datei wurde mit einer neueren Version geschrieben.',
    en: 'Please update Kontor. The file was written by a newer version.',
  },
  'office-damaged': {
    de: 'Bitte spielen Sie eine Sicherung ein. Die Datei ist beschädigt ({reason}).',
    en: 'Please restore a backup. The file is damaged ({reason}).',
  },
  'office-not-writable': {
    de: 'Bitte prüfen Sie die Rechte für Ordner und Datei. Kontor kann dort nicht schreiben.',
    en: 'Please check the permissions of folder and file. Kontor cannot write there.',
  },
  'office-update-failed': {
    de: 'Bitte wenden Sie sich an uns. Die Datei konnte nicht aktualisiert werden und ist unverändert (Sicherung: {backup}).',
    en: 'Please contact us. The file could not be updated and is as it was (backup: {backup}).',
  },
  'disk-full': {
    de: 'Bitte schaffen Sie Platz auf dem Datenträger. Er ist voll, die letzte Änderung wurde nicht gespeichert.',
    en: 'Please free some space. The disk is full and the last change was not saved.',
  },
  'foreign-sender': {
    de: 'Bitte verwenden Sie das Fenster von Kontor. Dieser Aufruf kam nicht von dort.',
    en: 'Please use the window of Kontor. This call did not come from there.',
  },
  'no-office': {
    de: 'Bitte öffnen Sie eine Kontor-Datei. Zurzeit ist keine geöffnet.',
    en: 'Please open a Kontor file. None is open at present.',
  },
  'no-file-dialog': {
    de: 'Bitte geben Sie den Pfad der Datei ein. Im Browser gibt es keinen Dialog zum Auswählen.',
    en: 'Please enter the path of the file. There is no dialog to choose one in the browser.',
  },
  disconnected: {
    de: 'Die Verbindung zum Programm ist unterbrochen. Bitte versuchen Sie es noch einmal, sobald sie wieder steht.',
    en: 'The connection to the program is interrupted. Please try again once it is back.',
  },
  internal: {
    de: 'In Kontor ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal und senden Sie uns sonst das Protokoll.',
    en: 'Kontor met an error. Please try again, or else send us the log.',
  },
} as const satisfies Record<ErrorCode, Sentence>;
