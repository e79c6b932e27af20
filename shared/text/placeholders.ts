import { isPlaceholderName, type PlaceholderName } from '#shared/domain/placeholders.ts';
import type { Language } from '#shared/domain/template.ts';

/** What each placeholder is called in the interface and in the marks of a draft. */
export const PLACEHOLDER_TEXTS = {
  de: {
    invoiceNumber: 'Rechnungsnummer',
    invoiceDate: 'Rechnungsdatum',
    invoiceTitle: 'Bezeichnung',
    reference: 'Referenznummer',
    servicePeriod: 'Leistungszeitraum',
    dueDate: 'Fälligkeit',
    skontoDate: 'Skonto bis',
    skontoPercent: 'Skonto',
    netAmount: 'Nettobetrag',
    grossAmount: 'Bruttobetrag',
    customerName: 'Kunde',
    customerNumber: 'Kundennummer',
    contactName: 'Ansprechpartner',
    companyName: 'Firma',
    responsibleName: 'Verantwortlich',
  },
  en: {
    invoiceNumber: 'invoice number',
    invoiceDate: 'invoice date',
    invoiceTitle: 'title',
    reference: 'reference',
    servicePeriod: 'service period',
    dueDate: 'due date',
    skontoDate: 'discount until',
    skontoPercent: 'discount',
    netAmount: 'net amount',
    grossAmount: 'gross amount',
    customerName: 'customer',
    customerNumber: 'customer number',
    contactName: 'contact',
    companyName: 'company',
    responsibleName: 'responsible',
  },
} as const satisfies Record<Language, Record<PlaceholderName, string>>;

/** How a draft shows a placeholder that has no value yet: `[Rechnungsnummer]`; an unknown one by its own name. */
export function placeholderMark(name: string, language: Language): string {
  return `[${isPlaceholderName(name) ? PLACEHOLDER_TEXTS[language][name] : name}]`;
}
