import type { Sentence } from './sentence.ts';

/** The rule families of EN 16931, one per VAT category. */
const FAMILIES = ['S', 'Z', 'E', 'AE', 'IC', 'G', 'O'] as const;

/** The same sentence for one rule of every family: BR-S-05, BR-Z-05 … */
function inEveryFamily(number: string, sentence: Sentence): Record<string, Sentence> {
  return Object.fromEntries(FAMILIES.map((family) => [`BR-${family}-${number}`, sentence]));
}

const FILL_IN: Sentence = {
  de: 'Bitte ergänzen Sie das Feld „{field}“. Die E-Rechnung verlangt diese Angabe.',
  en: 'Please fill in the field "{field}". The e-invoice needs it.',
};
/** No input leads here, only a defect of Kontor. */
const SUMS: Sentence = {
  de: 'Bitte melden Sie uns diesen Fehler. Die Summen der E-Rechnung gehen nicht auf.',
  en: 'Please report this defect to us. The sums of the e-invoice do not add up.',
};
const COUNTRY_PREFIX: Sentence = {
  de: 'Bitte prüfen Sie das Feld „{field}“. Eine USt-IdNr. beginnt mit dem Kürzel ihres Landes (zum Beispiel DE).',
  en: 'Please check the field "{field}". A VAT id begins with the code of its country (for example DE).',
};
const DISCOUNT: Sentence = {
  de: 'Bitte prüfen Sie das Feld „{field}“. Rabattsatz und Rabattbetrag passen nicht zusammen.',
  en: 'Please check the field "{field}". Percentage and amount of the discount do not fit.',
};
const DISCOUNT_NAME: Sentence = {
  de: 'Bitte benennen Sie den Rabatt im Feld „{field}“.',
  en: 'Please name the discount in the field "{field}".',
};
const BOTH_VAT_IDS: Sentence = {
  de: 'Bitte ergänzen Sie das Feld „{field}“. Ohne Steuerausweis verlangt die E-Rechnung diese USt-IdNr.',
  en: 'Please fill in the field "{field}". Where no VAT is shown, the e-invoice needs this VAT id.',
};

/** What the XRechnung of a document would lack: one sentence per rule that Kontor's own check knows (F3.2). */
export const E_INVOICE_RULES: Readonly<Record<string, Sentence>> = {
  ...inEveryFamily('05', {
    de: 'Bitte wählen Sie im Feld „{field}“ einen Satz, dessen Prozentsatz zu seiner Steuerkategorie passt.',
    en: 'Please choose a rate in the field "{field}" whose percentage fits its VAT category.',
  }),
  ...inEveryFamily('08', SUMS),
  ...inEveryFamily('09', SUMS),
  ...inEveryFamily('10', {
    de: 'Bitte prüfen Sie beim Satz im Feld „{field}“ den Grund der Steuerbefreiung. Nur Sätze ohne Steuer haben einen.',
    en: 'Please check the reason of exemption of the rate in the field "{field}". Only rates without VAT have one.',
  }),
  'BR-CO-10': SUMS,
  'BR-CO-11': SUMS,
  'BR-CO-13': SUMS,
  'BR-CO-14': SUMS,
  'BR-CO-15': SUMS,
  'BR-CO-16': SUMS,
  'BR-CO-18': SUMS,
  'BR-DEC-12': SUMS,
  'BR-CO-17': {
    de: 'Bitte prüfen Sie den Satz im Feld „{field}“. Die E-Rechnung kann die Steuer eines so kleinen Satzes nicht abbilden.',
    en: 'Please check the rate in the field "{field}". The e-invoice cannot show the VAT of a rate this low.',
  },
  'BR-02': {
    de: 'Bitte finalisieren Sie die Rechnung. Ohne Rechnungsnummer gibt es keine E-Rechnung.',
    en: 'Please finalise the invoice. There is no e-invoice without a number.',
  },
  'BR-06': FILL_IN,
  'BR-07': FILL_IN,
  'BR-09': FILL_IN,
  'BR-11': FILL_IN,
  'BR-25': FILL_IN,
  'BR-DE-3': FILL_IN,
  'BR-DE-4': FILL_IN,
  'BR-DE-5': FILL_IN,
  'BR-DE-6': FILL_IN,
  'BR-DE-7': FILL_IN,
  'BR-DE-8': FILL_IN,
  'BR-DE-9': FILL_IN,
  'BR-DE-10': FILL_IN,
  'BR-DE-11': FILL_IN,
  'BR-IC-11': FILL_IN,
  'BR-IC-12': FILL_IN,
  'BR-DE-15': {
    de: 'Bitte ergänzen Sie Leitweg-ID oder Referenznummer. Die E-Rechnung braucht eine Käuferreferenz.',
    en: 'Please give Leitweg-ID or reference. The e-invoice needs a buyer reference.',
  },
  'BR-16': {
    de: 'Bitte fügen Sie mindestens eine Position hinzu.',
    en: 'Please add at least one position.',
  },
  'BR-21': {
    de: 'Bitte melden Sie uns diesen Fehler. Einer Position fehlt ihre Nummer: „{field}“.',
    en: 'Please report this defect to us. A position has no number: "{field}".',
  },
  'BR-27': {
    de: 'Bitte geben Sie im Feld „{field}“ einen Preis von 0 oder mehr an. Für Gutschriften ist die Menge negativ.',
    en: 'Please enter a price of 0 or more in the field "{field}". For a credit the quantity is negative.',
  },
  'BR-29': {
    de: 'Bitte prüfen Sie den Leistungszeitraum. Sein Ende liegt vor dem Beginn.',
    en: 'Please check the service period. It ends before it begins.',
  },
  'BR-53': {
    de: 'Bitte ergänzen Sie den Umrechnungskurs. Die E-Rechnung nennt die Steuer auch in Euro.',
    en: 'Please give the exchange rate. The e-invoice states the VAT in euro too.',
  },
  'BR-55': {
    de: 'Bitte ergänzen Sie die Nummer der vorangegangenen Rechnung.',
    en: 'Please give the number of the preceding invoice.',
  },
  'BR-AE-02': BOTH_VAT_IDS,
  'BR-IC-02': BOTH_VAT_IDS,
  'BR-G-02': BOTH_VAT_IDS,
  'BR-O-02': {
    de: 'Bitte wählen Sie im Feld „{field}“ einen anderen Satz. „Nicht steuerbar“ verträgt sich nicht mit einer USt-IdNr.',
    en: 'Please choose another rate in the field "{field}". "Outside the scope of VAT" does not go with a VAT id.',
  },
  'BR-O-11': {
    de: 'Bitte schreiben Sie nicht steuerbare Positionen auf eine eigene Rechnung („{field}“).',
    en: 'Please put positions outside the scope of VAT on an invoice of their own ("{field}").',
  },
  'BR-CL-14': {
    de: 'Bitte wählen Sie im Feld „{field}“ ein Land aus der Liste.',
    en: 'Please choose a country of the list in the field "{field}".',
  },
  'BR-CO-09': COUNTRY_PREFIX,
  'BR-CO-21': DISCOUNT_NAME,
  'BR-CO-23': DISCOUNT_NAME,
  'BR-CO-25': {
    de: 'Bitte ergänzen Sie das Zahlungsziel. Die E-Rechnung verlangt Fälligkeit oder Zahlungsbedingungen.',
    en: 'Please give the time for payment. The e-invoice needs a due date or payment terms.',
  },
  'BR-CO-26': {
    de: 'Bitte ergänzen Sie die USt-IdNr. der Firma, damit der Empfänger Sie sicher zuordnen kann.',
    en: 'Please give the VAT id of the company, so that the buyer can identify you.',
  },
  'BR-DE-16': {
    de: 'Bitte ergänzen Sie USt-IdNr. oder Steuernummer der Firma. Die E-Rechnung verlangt eine von beiden.',
    en: 'Please give VAT id or tax number of the company. The e-invoice needs one of them.',
  },
  'BR-DE-18': {
    de: 'Bitte prüfen Sie das Feld „{field}“. Die Angaben zum Skonto lassen sich in der E-Rechnung nicht abbilden.',
    en: 'Please check the field "{field}". The e-invoice cannot show this early payment discount.',
  },
  'BR-DE-19': {
    de: 'Bitte vergleichen Sie die IBAN mit Ihrem Kontoauszug. Länge oder Prüfziffer passen nicht.',
    en: 'Please compare the IBAN with your bank statement. Its length or check digits do not fit.',
  },
  'BR-DE-23-a': {
    de: 'Bitte ergänzen Sie die IBAN der Firma. Die E-Rechnung nennt das Konto für die Überweisung.',
    en: 'Please give the IBAN of the company. The e-invoice names the account for the transfer.',
  },
  'BR-DE-26': {
    de: 'Bitte geben Sie die Rechnung an, die storniert wird.',
    en: 'Please name the invoice that is cancelled.',
  },
  'BR-DE-27': {
    de: 'Bitte geben Sie im Feld „{field}“ eine Telefonnummer mit mindestens drei Ziffern an.',
    en: 'Please enter a telephone number of at least three digits in the field "{field}".',
  },
  'BR-DE-28': {
    de: 'Bitte prüfen Sie das Feld „{field}“. Das ist keine E-Mail-Adresse (Form: name@firma.de).',
    en: 'Please check the field "{field}". This is not an e-mail address (form: name@company.com).',
  },
  'BR-DE-TMP-32': {
    de: 'Bitte ergänzen Sie den Leistungszeitraum. Er ist eine Pflichtangabe (§ 14 UStG).',
    en: 'Please give the service period. The law asks for it (§ 14 UStG).',
  },
  'PEPPOL-EN16931-R005': {
    de: 'Bitte melden Sie uns diesen Fehler. Die Steuer in Euro steht auf einer Rechnung in Euro doppelt.',
    en: 'Please report this defect to us. An invoice in euro states its VAT in euro twice.',
  },
  'PEPPOL-EN16931-R010': {
    de: 'Bitte ergänzen Sie E-Mail, Leitweg-ID oder USt-IdNr. des Kunden. Die E-Rechnung braucht seine elektronische Adresse.',
    en: 'Please give e-mail, Leitweg-ID or VAT id of the customer. The e-invoice needs an electronic address.',
  },
  'PEPPOL-EN16931-R020': {
    de: 'Bitte ergänzen Sie die E-Mail-Adresse der Firma. Die E-Rechnung braucht eine elektronische Adresse.',
    en: 'Please give the e-mail address of the company. The e-invoice needs an electronic address.',
  },
  'PEPPOL-EN16931-R040': DISCOUNT,
  'PEPPOL-EN16931-R055': {
    de: 'Bitte melden Sie uns diesen Fehler. Die Steuer in Euro hat ein anderes Vorzeichen als die Steuer der Rechnung.',
    en: 'Please report this defect to us. The VAT in euro has another sign than the VAT of the invoice.',
  },
  'PEPPOL-EN16931-R120': {
    de: 'Bitte prüfen Sie das Feld „{field}“. Menge, Preis und Rabatt ergeben nicht den Betrag der Position.',
    en: 'Please check the field "{field}". Quantity, price and discount do not give the amount of the position.',
  },
  XSD: {
    de: 'Bitte prüfen Sie das Feld „{field}“. Diesen Tag gibt es nicht.',
    en: 'Please check the field "{field}". There is no such day.',
  },
  XML: {
    de: 'Bitte entfernen Sie das unsichtbare Zeichen aus dem Feld „{field}“. Die E-Rechnung wäre sonst nicht lesbar.',
    en: 'Please remove the invisible character from the field "{field}". The e-invoice would not be readable.',
  },
  'LEITWEG-ID': {
    de: 'Die Prüfziffer der Leitweg-ID passt nicht. Bitte vergleichen Sie sie mit der Angabe Ihres Kunden (Form: 04011000-12345-03).',
    en: 'The check digits of the Leitweg-ID do not fit. Please compare it with what your customer told you (form: 04011000-12345-03).',
  },
};
