import { NUMBER_RULES } from './number-rules.ts';
import { PICTURE_RULES } from './picture-rules.ts';
import type { Sentence } from './sentence.ts';

/**
 * What is wrong with one field of an input: the rules that the contract and the services of the host refuse with.
 * `{field}` is the name of the field, the other parameters come with the problem. The cure comes first where there is one.
 */
export const INPUT_RULES = {
  required: {
    de: 'Bitte füllen Sie das Feld „{field}“ aus.',
    en: 'Please fill in the field "{field}".',
  },
  type: {
    de: 'Bitte geben Sie im Feld „{field}“ {expected} an.',
    en: 'Please enter {expected} in the field "{field}".',
  },
  'wrong-type': {
    de: 'Bitte geben Sie den Text im Feld „{field}“ neu ein. Sein Aufbau ist fehlerhaft.',
    en: 'Please enter the text in the field "{field}" again. Its structure is wrong.',
  },
  invalid: {
    de: 'Bitte prüfen Sie das Feld „{field}“. Die Angabe passt nicht.',
    en: 'Please check the field "{field}". Its value does not fit.',
  },
  choice: {
    de: 'Bitte wählen Sie im Feld „{field}“ einen der möglichen Werte ({choices}).',
    en: 'Please choose one of the possible values in the field "{field}" ({choices}).',
  },
  format: {
    de: 'Bitte prüfen Sie die Schreibweise im Feld „{field}“.',
    en: 'Please check how the field "{field}" is written.',
  },
  json: {
    de: 'Bitte prüfen Sie die Zeile. Sie ist kein gültiges JSON.',
    en: 'Please check the line. It is not valid JSON.',
  },
  'absolute-path': {
    de: 'Bitte geben Sie im Feld „{field}“ den ganzen Pfad an, mit allen Ordnern.',
    en: 'Please enter the whole path in the field "{field}", with every folder.',
  },
  'file-name': {
    de: 'Bitte geben Sie im Feld „{field}“ mindestens einen Buchstaben oder eine Ziffer an.',
    en: 'Please enter at least one letter or digit in the field "{field}".',
  },
  'file-exists': {
    de: 'Bitte wählen Sie einen anderen Namen. An diesem Ort gibt es schon eine Datei mit diesem Namen.',
    en: 'Please choose another name. There is a file of this name at this place already.',
  },
  'unknown-field': {
    de: 'Bitte lassen Sie das Feld „{field}“ weg. Es ist hier nicht vorgesehen.',
    en: 'Please leave out the field "{field}". It is not known here.',
  },
  'unknown-version': {
    de: 'Bitte geben Sie den Text im Feld „{field}“ neu ein. Er stammt aus einer anderen Version.',
    en: 'Please enter the text in the field "{field}" again. It is of another version.',
  },
  'too-long': {
    de: 'Bitte kürzen Sie das Feld „{field}“ auf höchstens {maximum} Zeichen.',
    en: 'Please shorten the field "{field}" to at most {maximum} characters.',
  },
  'too-deep': {
    de: 'Bitte verschachteln Sie den Wert im Feld „{field}“ höchstens {maximum}-fach.',
    en: 'Please nest the value in the field "{field}" at most {maximum} levels deep.',
  },
  'workspace-key': {
    de: 'Bitte geben Sie im Feld „{field}“ 1 bis 80 Kleinbuchstaben, Ziffern, Punkte, Doppelpunkte oder Striche an.',
    en: 'Please enter 1 to 80 lower-case letters, digits, dots, colons or hyphens in the field "{field}".',
  },
  'too-many': {
    de: 'Bitte geben Sie im Feld „{field}“ höchstens {maximum} Einträge an.',
    en: 'Please give at most {maximum} entries in the field "{field}".',
  },
  'too-many-in-invoice': {
    de: 'Bitte schreiben Sie eine weitere Rechnung. Diese hat schon {maximum} Positionen und Texte, mehr sind nicht möglich.',
    en: 'Please write another invoice. This one has {maximum} positions and texts already, and there can be no more.',
  },
  'too-few': {
    de: 'Bitte geben Sie im Feld „{field}“ mindestens {minimum} Einträge an.',
    en: 'Please give at least {minimum} entries in the field "{field}".',
  },
  'too-large': {
    de: 'Bitte geben Sie im Feld „{field}“ höchstens {maximum} an.',
    en: 'Please enter at most {maximum} in the field "{field}".',
  },
  'too-small': {
    de: 'Bitte geben Sie im Feld „{field}“ mindestens {minimum} an.',
    en: 'Please enter at least {minimum} in the field "{field}".',
  },
  'too-many-characters': {
    de: 'Bitte kürzen Sie den Text im Feld „{field}“. Er ist zu lang.',
    en: 'Please shorten the text in the field "{field}". It is too long.',
  },
  'too-many-blocks': {
    de: 'Bitte kürzen Sie den Text im Feld „{field}“. Er hat zu viele Absätze.',
    en: 'Please shorten the text in the field "{field}". It has too many paragraphs.',
  },
  'too-many-items': {
    de: 'Bitte kürzen Sie die Aufzählung im Feld „{field}“. Sie hat zu viele Punkte.',
    en: 'Please shorten the list in the field "{field}". It has too many items.',
  },
  'too-many-inlines': {
    de: 'Bitte teilen Sie den Absatz im Feld „{field}“. Er hat zu viele Teile.',
    en: 'Please split the paragraph in the field "{field}". It has too many parts.',
  },
  character: {
    de: 'Bitte entfernen Sie das unsichtbare Zeichen {character} aus dem Feld „{field}“.',
    en: 'Please remove the invisible character {character} from the field "{field}".',
  },
  'forbidden-character': {
    de: 'Bitte entfernen Sie das unsichtbare Zeichen aus dem Feld „{field}“.',
    en: 'Please remove the invisible character from the field "{field}".',
  },
  'not-a-placeholder-name': {
    de: 'Bitte wählen Sie den Platzhalter im Feld „{field}“ neu aus. Seinen Namen gibt es nicht.',
    en: 'Please choose the placeholder in the field "{field}" again. There is none of this name.',
  },
  'request-id': {
    de: 'Bitte senden Sie eine Anfragenummer aus 8 bis 64 Buchstaben, Ziffern, Strichen und Unterstrichen mit.',
    en: 'Please send a request id of 8 to 64 letters, digits, hyphens and underscores.',
  },
  date: {
    de: 'Bitte prüfen Sie das Feld „{field}“. Diesen Tag gibt es nicht (Form: 2026-11-21).',
    en: 'Please check the field "{field}". There is no such day (form: 2026-11-21).',
  },
  decimal: {
    de: 'Bitte geben Sie im Feld „{field}“ eine Zahl mit höchstens {places} Nachkommastellen an.',
    en: 'Please enter a number with at most {places} decimal places in the field "{field}".',
  },
  'quantity-range': {
    de: 'Bitte geben Sie im Feld „{field}“ eine Menge von {minimum} bis {maximum} an.',
    en: 'Please enter a quantity from {minimum} to {maximum} in the field "{field}".',
  },
  'price-range': {
    de: 'Bitte geben Sie im Feld „{field}“ einen Preis von {minimum} bis {maximum} an.',
    en: 'Please enter a price from {minimum} to {maximum} in the field "{field}".',
  },
  'percent-range': {
    de: 'Bitte geben Sie im Feld „{field}“ einen Prozentsatz von {minimum} bis {maximum} an.',
    en: 'Please enter a percentage from {minimum} to {maximum} in the field "{field}".',
  },
  'rate-range': {
    de: 'Bitte geben Sie im Feld „{field}“ einen Kurs von {minimum} bis {maximum} an.',
    en: 'Please enter a rate from {minimum} to {maximum} in the field "{field}".',
  },
  'amount-positive': {
    de: 'Bitte geben Sie im Feld „{field}“ einen Betrag über 0 an.',
    en: 'Please enter an amount above 0 in the field "{field}".',
  },
  country: {
    de: 'Bitte wählen Sie im Feld „{field}“ ein Land aus der Liste (zum Beispiel DE).',
    en: 'Please choose a country of the list in the field "{field}" (for example DE).',
  },
  'vat-id': {
    de: 'Bitte vergleichen Sie das Feld „{field}“ mit Ihren Unterlagen. Das ist keine gültige USt-IdNr. (Form: DE123456788).',
    en: 'Please compare the field "{field}" with your records. This is not a valid VAT id (form: DE123456788).',
  },
  'tax-number': {
    de: 'Bitte vergleichen Sie das Feld „{field}“ mit Ihrem Steuerbescheid (Form: 71/123/45678).',
    en: 'Please compare the field "{field}" with your tax assessment (form: 71/123/45678).',
  },
  email: {
    de: 'Bitte prüfen Sie das Feld „{field}“. Das ist keine E-Mail-Adresse (Form: name@firma.de).',
    en: 'Please check the field "{field}". This is not an e-mail address (form: name@company.com).',
  },
  phone: {
    de: 'Bitte geben Sie im Feld „{field}“ eine Telefonnummer mit mindestens drei Ziffern an.',
    en: 'Please enter a telephone number of at least three digits in the field "{field}".',
  },
  iban: {
    de: 'Bitte vergleichen Sie die IBAN mit Ihrem Kontoauszug. Länge oder Prüfziffer passen nicht.',
    en: 'Please compare the IBAN with your bank statement. Its length or check digits do not fit.',
  },
  bic: {
    de: 'Bitte vergleichen Sie den BIC mit Ihrem Kontoauszug. Er hat 8 oder 11 Zeichen.',
    en: 'Please compare the BIC with your bank statement. It has 8 or 11 characters.',
  },
  'leitweg-id': {
    de: 'Die Prüfziffer der Leitweg-ID passt nicht. Bitte vergleichen Sie sie mit der Angabe Ihres Kunden (Form: 04011000-12345-03).',
    en: 'The check digits of the Leitweg-ID do not fit. Please compare it with what your customer told you (form: 04011000-12345-03).',
  },
  'skonto-incomplete': {
    de: 'Bitte geben Sie Skontofrist und Skonto an oder lassen Sie beide Felder leer.',
    en: 'Please give both days and percentage of the early payment discount, or neither.',
  },
  'skonto-after-due': {
    de: 'Bitte kürzen Sie die Skontofrist. Sie darf nicht länger sein als das Zahlungsziel.',
    en: 'Please shorten the discount period. It must not be longer than the time for payment.',
  },
  'to-before-from': {
    de: 'Bitte prüfen Sie den Zeitraum. „bis“ liegt vor „von“.',
    en: 'Please check the period. "to" lies before "from".',
  },
  'to-below-from': {
    de: 'Bitte prüfen Sie den Betrag. „bis“ ist kleiner als „von“.',
    en: 'Please check the amount. "to" is less than "from".',
  },
  'filter-name-taken': {
    de: 'Bitte wählen Sie einen anderen Namen. Einen Filter „{name}“ gibt es schon.',
    en: 'Please choose another name. There is a filter "{name}" already.',
  },
  'date-to-come': {
    de: 'Bitte geben Sie einen Tag an, der nicht in der Zukunft liegt.',
    en: 'Please give a day that is not in the future.',
  },
  'not-flagged': {
    de: 'Bitte laden Sie die Rechnung neu. Das hat inzwischen jemand anders erledigt.',
    en: 'Please load the invoice anew. Somebody else has done this meanwhile.',
  },
  'payment-of-nothing': {
    de: 'Bitte geben Sie an, wie viel gezahlt wurde.',
    en: 'Please enter how much was paid.',
  },
  'payment-exceeds-open': {
    de: 'Bitte prüfen Sie den Betrag. Es ist weniger offen, als gezahlt worden wäre.',
    en: 'Please check the amount. Less is open than would have been paid.',
  },
  'end-before-start': {
    de: 'Bitte prüfen Sie den Leistungszeitraum. Sein Ende liegt vor dem Beginn.',
    en: 'Please check the service period. It ends before it begins.',
  },
  colour: {
    de: 'Bitte wählen Sie im Feld „{field}“ eine Farbe (Form: #1a2b3c).',
    en: 'Please choose a colour in the field "{field}" (form: #1a2b3c).',
  },
  'column-twice': {
    de: 'Bitte wählen Sie jede Spalte der Vorlage nur einmal.',
    en: 'Please choose each column of the template only once.',
  },
  'column-missing': {
    de: 'Bitte nehmen Sie die Spalten für Beschreibung und Nettobetrag in die Vorlage auf.',
    en: 'Please add the columns of description and net amount to the template.',
  },
  'percent-must-be-zero': {
    de: 'Bitte setzen Sie alle Prozentsätze auf 0. Diese Steuerkategorie kennt keine Umsatzsteuer.',
    en: 'Please set all percentages to 0. This VAT category bears no VAT.',
  },
  'percent-must-not-be-zero': {
    de: 'Bitte geben Sie Prozentsätze über 0 an oder wählen Sie eine andere Steuerkategorie.',
    en: 'Please enter percentages above 0 or choose another VAT category.',
  },
  'valid-from-twice': {
    de: 'Bitte geben Sie jeden Tag in „Gültig ab“ nur einmal an.',
    en: 'Please give each day of "valid from" only once.',
  },
  'small-business-is-exempt': {
    de: 'Bitte wählen Sie für den Satz nach § 19 UStG die Steuerkategorie „steuerfrei“ (E).',
    en: 'Please choose the category "exempt" (E) for the rate of § 19 UStG.',
  },
  cursor: {
    de: 'Bitte laden Sie die Liste neu. Diese Stelle gibt es in ihr nicht.',
    en: 'Please load the list again. There is no such place in it.',
  },
  'vat-rate-archived': {
    de: 'Bitte wählen Sie einen anderen Steuersatz. Der Satz „{name}“ ist archiviert.',
    en: 'Please choose another VAT rate. The rate "{name}" is archived.',
  },
  'customer-archived': {
    de: 'Bitte stellen Sie den Kunden „{name}“ wieder her oder wählen Sie einen anderen. Er ist archiviert.',
    en: 'Please restore the customer "{name}" or choose another one. It is archived.',
  },
  'unknown-record': {
    de: 'Bitte wählen Sie im Feld „{field}“ neu aus. Den bisherigen Eintrag gibt es nicht.',
    en: 'Please choose again in the field "{field}". The entry does not exist.',
  },
  'kind-fixed': {
    de: 'Bitte legen Sie einen neuen Eintrag an. Aus einer Position wird kein Text und umgekehrt.',
    en: 'Please add a new entry. A position cannot become a text, nor a text a position.',
  },
  'file-too-large': {
    de: 'Bitte wählen Sie eine kleinere Datei, höchstens {maximum} MB.',
    en: 'Please choose a smaller file, at most {maximum} MB.',
  },
  ...PICTURE_RULES,
  ...NUMBER_RULES,
  'vat-rate-unknown': {
    de: 'Bitte wählen Sie im Feld „{field}“ einen vorhandenen Steuersatz.',
    en: 'Please choose an existing VAT rate in the field "{field}".',
  },
  'code-taken': {
    de: 'Bitte wählen Sie ein anderes Kürzel. Das Kürzel {code} ist schon vergeben.',
    en: 'Please choose another code. The code {code} is taken.',
  },
  'number-taken': {
    de: 'Bitte wählen Sie eine andere Kundennummer. Die Nummer {number} ist schon vergeben.',
    en: 'Please choose another customer number. The number {number} is taken.',
  },
} as const satisfies Record<string, Sentence>;
