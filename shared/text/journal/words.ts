import { STATUS_NAMES } from '../records.ts';
import type { Sentence } from '../sentence.ts';

/** Values that are chosen and not typed, by `field.value`, and the words around values. */
export const WORDS: Readonly<Record<string, Sentence>> & Record<Fixed, Sentence> = {
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  empty: { de: 'leer', en: 'empty' },
  /** A record that does not exist any more. */
  gone: { de: 'Nr. {id}', en: 'no. {id}' },
  each: { de: 'à {price}', en: 'at {price}' },
  andMore: { de: '{fields} und {count} weitere Angaben', en: '{fields} and {count} more' },
  andOneMore: { de: '{fields} und eine weitere Angabe', en: '{fields} and one more' },
  line: { de: 'Position', en: 'Position' },
  text: { de: 'Text', en: 'Text' },
  entries: { de: 'Eintrag {number}', en: 'entry {number}' },
  allowances: { de: 'Gesamtrabatt {number}', en: 'overall discount {number}' },
  periods: { de: 'Zeitraum {number}', en: 'period {number}' },
  ...Object.fromEntries(
    Object.entries(STATUS_NAMES).flatMap(([status, name]) =>
      ['status', 'statuses'].map((field) => [`${field}.${status}`, name]),
    ),
  ),
  'kind.business': { de: 'Unternehmen', en: 'business' },
  'kind.private': { de: 'Privatperson', en: 'private person' },
  'area.intro': { de: 'Einleitung', en: 'introduction' },
  'area.body': { de: 'zwischen den Positionen', en: 'between the positions' },
  'area.closing': { de: 'Schluss', en: 'closing' },
  'language.de': { de: 'Deutsch', en: 'German' },
  'language.en': { de: 'Englisch', en: 'English' },
  'eInvoice.xrechnung': { de: 'XRechnung', en: 'XRechnung' },
  'eInvoice.none': { de: 'keine', en: 'none' },
  'settlement.full': { de: 'vollständig', en: 'in full' },
  'settlement.with-skonto': { de: 'mit Skonto', en: 'less the early payment discount' },
  'documentTypes.offer': { de: 'Angebot', en: 'offer' },
  'documentTypes.order': { de: 'Auftrag', en: 'order' },
  'documentTypes.invoice': { de: 'Rechnung', en: 'invoice' },
  'period.this-month': { de: 'dieser Monat', en: 'this month' },
  'period.last-month': { de: 'letzter Monat', en: 'last month' },
  'period.this-quarter': { de: 'dieses Quartal', en: 'this quarter' },
  'period.last-quarter': { de: 'letztes Quartal', en: 'last quarter' },
  'period.this-year': { de: 'dieses Jahr', en: 'this year' },
  'period.last-year': { de: 'letztes Jahr', en: 'last year' },
};

type Fixed = 'yes' | 'no' | 'empty' | 'gone' | 'each' | 'andMore' | 'andOneMore' | 'line' | 'text';
