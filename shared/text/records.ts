import type { InvoiceAction, InvoiceStatus } from '../domain/invoice-status.ts';
import type { Sentence } from './sentence.ts';

/** Names of an invoice's statuses (A15). */
export const STATUS_NAMES = {
  draft: { de: 'Entwurf', en: 'draft' },
  final: { de: 'Final', en: 'final' },
  sent: { de: 'Versendet', en: 'sent' },
  paid: { de: 'Bezahlt', en: 'paid' },
  cancelled: { de: 'Storniert', en: 'cancelled' },
  'not-settled': { de: 'Nicht verrechnet', en: 'not settled' },
  settled: { de: 'Verrechnet', en: 'settled' },
} as const satisfies Record<InvoiceStatus, Sentence>;

/** Names of what can be done with an invoice (C1). */
export const ACTION_NAMES = {
  edit: { de: 'Bearbeiten', en: 'edit' },
  'edit-lines': { de: 'Positionen und Texte bearbeiten', en: 'edit positions and texts' },
  delete: { de: 'Löschen', en: 'delete' },
  finalise: { de: 'Finalisieren', en: 'finalise' },
  'mark-sent': { de: 'Als versendet markieren', en: 'mark as sent' },
  'mark-paid': { de: 'Als bezahlt markieren', en: 'mark as paid' },
  cancel: { de: 'Stornieren', en: 'cancel' },
  settle: { de: 'Verrechnen', en: 'settle' },
  'request-changes': { de: 'Änderungen anfragen', en: 'request changes' },
  dispute: { de: 'Beanstanden', en: 'object to it' },
  print: { de: 'Drucken', en: 'print' },
  copy: { de: 'Kopieren', en: 'copy' },
  'download-xrechnung': { de: 'XRechnung herunterladen', en: 'download XRechnung' },
} as const satisfies Record<InvoiceAction, Sentence>;

/** Names of the kinds of records, as in "Rechnung 12". */
export const RECORD_NAMES: Readonly<Record<string, Sentence>> = {
  company: { de: 'Firma', en: 'company' },
  customer: { de: 'Kunde', en: 'customer' },
  entry: { de: 'Eintrag', en: 'entry' },
  invoice: { de: 'Rechnung', en: 'invoice' },
  journal: { de: 'Journaleintrag', en: 'journal entry' },
  numberRange: { de: 'Nummernkreis', en: 'number range' },
  office: { de: 'Büro', en: 'office' },
  profile: { de: 'Benutzerprofil', en: 'user profile' },
  savedFilter: { de: 'Gespeicherter Filter', en: 'saved filter' },
  template: { de: 'Vorlage', en: 'template' },
  textBlock: { de: 'Textbaustein', en: 'text block' },
  vatRate: { de: 'Steuersatz', en: 'VAT rate' },
};
