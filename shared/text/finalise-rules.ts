import type { Sentence } from './sentence.ts';

/** What stands against making an invoice final, or is only remarked on (A17, D17, F1). */
export const FINALISE_RULES = {
  'changes-requested': {
    de: 'Bitte erledigen Sie zuerst die angefragte Änderung. Bis dahin wird der Entwurf nicht ausgestellt.',
    en: 'Please settle the requested change first. Until then the draft is not issued.',
  },
  'no-lines': {
    de: 'Bitte fügen Sie mindestens eine Position hinzu.',
    en: 'Please add at least one position.',
  },
  'placeholder-empty': {
    de: 'Bitte ergänzen Sie die Angabe „{name}“ oder entfernen Sie den Platzhalter aus dem Feld „{field}“.',
    en: 'Please give the value of "{name}" or remove the placeholder from the field "{field}".',
  },
  'unprintable-character': {
    de: 'Bitte ersetzen Sie das Zeichen „{character}“ im Feld „{field}“. Die Schrift kann es nicht drucken.',
    en: 'Please replace the character "{character}" in the field "{field}". The font cannot print it.',
  },
  mandatory: {
    de: 'Bitte ergänzen Sie das Feld „{field}“. Es ist eine Pflichtangabe (§ 14 UStG).',
    en: 'Please fill in the field "{field}". The law asks for it (§ 14 UStG).',
  },
  'tax-id-missing': {
    de: 'Bitte ergänzen Sie USt-IdNr. oder Steuernummer der Firma. Eine von beiden ist Pflicht (§ 14 UStG).',
    en: 'Please give VAT id or tax number of the company. One of them is mandatory (§ 14 UStG).',
  },
  'vat-rate-undefined': {
    de: 'Bitte wählen Sie im Feld „{field}“ einen Satz, der am letzten Tag des Leistungszeitraums gilt.',
    en: 'Please choose a rate in the field "{field}" that holds on the last day of the service period.',
  },
  'small-business-shows-no-vat': {
    de: 'Bitte wählen Sie im Feld „{field}“ den Satz nach § 19 UStG. Kleinunternehmer weisen keine Steuer aus.',
    en: 'Please choose the rate of § 19 UStG in the field "{field}". Small businesses show no VAT.',
  },
  'e-invoice-mandatory': {
    de: 'Bitte finalisieren Sie diese Rechnung mit E-Rechnung. Das Gesetz verlangt sie hier (§ 14 Abs. 2 UStG).',
    en: 'Please finalise this invoice with an e-invoice. The law asks for one here (§ 14 Abs. 2 UStG).',
  },
  'not-intra-community': {
    de: 'Bitte wählen Sie im Feld „{field}“ einen anderen Satz. Eine innergemeinschaftliche Lieferung geht in einen anderen EU-Staat an eine dortige USt-IdNr.',
    en: 'Please choose another rate in the field "{field}". An intra-Community supply goes to another EU state and a VAT id of that state.',
  },
  'template-missing': {
    de: 'Bitte wählen Sie eine Vorlage. Ohne Vorlage kann die Rechnung nicht finalisiert werden.',
    en: 'Please choose a template. Without one the invoice cannot be made final.',
  },
  'export-within-eu': {
    de: 'Hinweis: Der Kunde sitzt in der EU. Eine Ausfuhr setzt voraus, dass die Ware in ein Drittland gelangt.',
    en: 'Note: the customer is in the EU. An export requires that the goods reach a country outside of it.',
  },
  'reverse-charge-to-private': {
    de: 'Hinweis: Der Kunde ist privat. Die Steuerschuld geht nur auf Unternehmer und juristische Personen über (§ 13b UStG).',
    en: 'Note: the customer is private. Reverse charge applies to businesses and legal persons only (§ 13b UStG).',
  },
  'not-a-small-business': {
    de: 'Bitte wählen Sie im Feld „{field}“ einen anderen Satz. Ihre Firma ist nicht als Kleinunternehmer eingetragen.',
    en: 'Please choose another rate in the field "{field}". Your company is not set up as a small business.',
  },
  'exemption-reason-missing': {
    de: 'Bitte ergänzen Sie beim Steuersatz im Feld „{field}“ den Grund der Steuerbefreiung.',
    en: 'Please give the reason of the exemption at the VAT rate in the field "{field}".',
  },
  'exchange-rate-missing': {
    de: 'Bitte ergänzen Sie den Umrechnungskurs. Die Umsatzsteuer muss auch in Euro auf der Rechnung stehen.',
    en: 'Please give the exchange rate. The VAT must stand on the invoice in euro too.',
  },
  'title-missing': {
    de: 'Hinweis: Die Rechnung hat keine Bezeichnung.',
    en: 'Note: the invoice has no title.',
  },
  'intro-missing': {
    de: 'Hinweis: Die Rechnung hat keinen Einleitungstext.',
    en: 'Note: the invoice has no introduction.',
  },
  'closing-missing': {
    de: 'Hinweis: Die Rechnung hat keinen Schlusstext.',
    en: 'Note: the invoice has no closing text.',
  },
  'service-period-long-ago': {
    de: 'Bitte prüfen Sie den Leistungszeitraum. Er endet am {date}, mehr als sechs Monate vor dem Rechnungsdatum. Rechnungen sind innerhalb von sechs Monaten auszustellen (§ 14 Abs. 2 UStG).',
    en: 'Please check the service period. It ends on {date}, more than six months before the invoice date. Invoices must be issued within six months (§ 14 Abs. 2 UStG).',
  },
  'issue-date-in-future': {
    de: 'Bitte prüfen Sie das Rechnungsdatum. Der {date} liegt in der Zukunft, heute ist der {today}.',
    en: 'Please check the invoice date. {date} lies in the future, today is {today}.',
  },
  'issue-date-before-last': {
    de: 'Bitte prüfen Sie das Rechnungsdatum. Der {date} liegt vor dem Tag der letzten Nummer: {number} ist vom {lastDate}.',
    en: 'Please check the invoice date. {date} lies before the day of the last number: {number} is of {lastDate}.',
  },
  'same-amount-again': {
    de: 'Bitte prüfen Sie, ob diese Rechnung doppelt ist. Für diesen Kunden gibt es schon {number} vom {date} über {amount}.',
    en: 'Please check whether this invoice is there twice. This customer has {number} of {date} over {amount} already.',
  },
  'small-business-limit': {
    de: 'Bitte prüfen Sie den Steuersatz. Mit dieser Rechnung kommen Sie {year} auf {amount}. Kleinunternehmer dürfen {limit} nicht überschreiten, sonst gilt sofort die Regelbesteuerung (§ 19 UStG).',
    en: 'Please check the VAT rate. With this invoice you come to {amount} in {year}. A small business may not exceed {limit}, or regular taxation applies at once (§ 19 UStG).',
  },
  'amount-unusual': {
    de: 'Bitte prüfen Sie den Betrag. {amount} sind mehr als das Fünffache dessen, was für diesen Kunden üblich ist ({usual}).',
    en: 'Please check the amount. {amount} is more than five times what is usual for this customer ({usual}).',
  },
} as const satisfies Record<string, Sentence>;
