import type { Sentence } from './sentence.ts';

/** Why a number range cannot be as somebody wants it (E11). */
export const NUMBER_RULES = {
  'pattern-too-long': {
    de: 'Bitte kürzen Sie das Muster auf höchstens 40 Zeichen.',
    en: 'Please shorten the pattern to at most 40 characters.',
  },
  'pattern-forbidden-character': {
    de: 'Bitte verwenden Sie im Muster nur Buchstaben, Ziffern, Leerzeichen und die Zeichen . _ / - neben den Platzhaltern.',
    en: 'Please use only letters, digits, spaces and the characters . _ / - beside the placeholders of the pattern.',
  },
  'pattern-unknown-placeholder': {
    de: 'Bitte verwenden Sie im Muster nur diese Platzhalter: {known}.',
    en: 'Please use only these placeholders in the pattern: {known}.',
  },
  'pattern-counter-missing': {
    de: 'Bitte fügen Sie den Zähler {counter} in das Muster ein. Ohne ihn wären alle Nummern gleich.',
    en: 'Please add the counter {counter} to the pattern. Without it all numbers would be the same.',
  },
  'pattern-counter-repeated': {
    de: 'Bitte lassen Sie den Zähler {counter} nur einmal im Muster stehen.',
    en: 'Please leave the counter {counter} in the pattern only once.',
  },
  'pattern-space-at-edge': {
    de: 'Bitte entfernen Sie das Leerzeichen am Rand des Musters.',
    en: 'Please remove the space at the edge of the pattern.',
  },
  'pattern-digits-out-of-range': {
    de: 'Bitte geben Sie 1 bis 10 Stellen an.',
    en: 'Please give 1 to 10 digits.',
  },
  'pattern-year-missing': {
    de: 'Bitte fügen Sie das Jahr {year} in das Muster ein oder zählen Sie über die Jahre weiter. Sonst gäbe es Nummern doppelt.',
    en: 'Please add the year {year} to the pattern or count on over the years. Otherwise numbers would repeat.',
  },
  'last-number-form': {
    de: 'Bitte geben Sie die letzte Nummer in der Form des Musters an ({pattern}).',
    en: 'Please give the last number in the form of the pattern ({pattern}).',
  },
  'last-number-too-low': {
    de: 'Bitte geben Sie {number} oder eine höhere Nummer an. {number} ist schon vergeben.',
    en: 'Please give {number} or a higher number. {number} is already taken.',
  },
  'number-would-repeat': {
    de: 'Bitte wählen Sie ein anderes Muster oder eine höhere letzte Nummer. {number} würde ein zweites Mal vergeben.',
    en: 'Please choose another pattern or a higher last number. {number} would be given a second time.',
  },
  'pattern-of-other-range': {
    de: 'Bitte wählen Sie ein anderes Muster. Der Nummernkreis „{name}“ ({pattern}) könnte dieselbe Nummer vergeben.',
    en: 'Please choose another pattern. The number range "{name}" ({pattern}) could give the same number.',
  },
  'cancellations-separate': {
    de: 'Stornorechnungen haben schon einen eigenen Nummernkreis.',
    en: 'Stornorechnungen have a number range of their own already.',
  },
  'cancellations-joined': {
    de: 'Stornorechnungen zählen schon im Nummernkreis der Rechnungen.',
    en: 'Stornorechnungen count in the number range of the invoices already.',
  },
  'not-range-of-invoices': {
    de: 'Bitte geben Sie den Nummernkreis der Rechnungen an.',
    en: 'Please give the number range of the invoices.',
  },
} as const satisfies Record<string, Sentence>;
